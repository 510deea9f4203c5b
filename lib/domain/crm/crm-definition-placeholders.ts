import type { IdentifierKind } from '../contact/identifier.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { isJsonPath } from '../text/json-path.ts';
import { solePlaceholder, type TemplatePart, templateParts } from '../text/text-template.ts';
import type { CrmDefinition } from './crm-definition.ts';
import type { EachTemplate, RequestChange } from './crm-definition-values.ts';

interface Problem {
  path: PropertyKey[];
  message: string;
}

/** What a request may speak of, and whether a word list goes with it. */
interface Place {
  at: PropertyKey[];
  names: readonly string[];
  each?: EachTemplate['each'];
  /** Where the request says nothing. */
  method?: RequestChange['method'];
}

const ofContact = ['contactId'];
const ofWrite = ['changes', 'version', 'key'];
const ofIdentifier = ['value', 'scope', 'stored'];
const ofPhone = ['e164', 'digits', 'national', 'callingCode', 'country', 'international', 'local', 'pattern'];
/** Made of digits and the like alone, so that no query language can be confused by them. */
const harmless = new Set([...ofPhone, 'limit', 'index']);
const mostNodes = 500;
const deepest = 10;

/** Every placeholder that is unknown where it stands, or would stand in another language without being told how. */
export function checkPlaceholders(definition: CrmDefinition): Problem[] {
  const { session, get, list, search, create, update, workspace, record, identifiers, headers } = definition;
  const searching = ['query', 'limit'];
  const check = (request: RequestChange | undefined, place: Place) =>
    request ? checkRequest(request, place) : [];
  return [
    ...checkRequest({ headers }, { at: [], names: [] }),
    ...checkRequest(session.request, { at: ['session', 'request'], names: [] }),
    ...checkRequest(get.request, { at: ['get', 'request'], names: ofContact }),
    ...needs(get.request, 'contactId', ['get', 'request']),
    ...checkRequest(list.request, { at: ['list', 'request'], names: ['limit'] }),
    ...check(search, { at: ['search'], names: searching, each: 'words', method: list.request.method }),
    ...check(create?.request, { at: ['create', 'request'], names: ['changes', 'key'], method: 'post' }),
    ...check(update?.request, {
      at: ['update', 'request'],
      names: [...ofContact, ...ofWrite],
      method: 'patch',
    }),
    ...(update ? needs(update.request, 'contactId', ['update', 'request']) : []),
    ...check(workspace.request, { at: ['workspace', 'request'], names: [] }),
    ...(record.url === undefined
      ? []
      : checkPath(record.url, { at: ['record', 'url'], names: ofContact }, true)),
    ...Object.entries(identifiers).flatMap(([kind, one]) =>
      // Object.entries of a partial record gives its own keys, which are kinds.
      one ? checkIdentifier(definition, kind as IdentifierKind) : [],
    ),
    ...checkFields(definition),
  ];
}

function checkIdentifier(definition: CrmDefinition, kind: IdentifierKind): Problem[] {
  const one = definition.identifiers[kind];
  if (!one) return [];
  const at = ['identifiers', kind];
  const own = kind === 'phone' ? [...ofIdentifier, ...ofPhone] : ofIdentifier;
  const { find = [], slots, list, rows, readOnly } = one;
  const places = [slots, list, rows].filter((place) => place !== undefined);
  const partial =
    !definition.list.whole || Object.values(definition.identifiers).some((each) => each?.rows?.read);
  const rowNames = [...own, ...ofContact];
  return [
    ...find.flatMap((request, index) =>
      checkRequest(request, {
        at: [...at, 'find', index],
        names: [...own, 'limit'],
        method: definition.list.request.method,
        ...(kind === 'phone' && { each: 'spellings' as const }),
      }),
    ),
    ...(places.length === 1 ? [] : [{ path: at, message: 'one of slots, list and rows' }]),
    ...(find.length > 1 && partial
      ? [
          {
            path: [...at, 'find'],
            message: 'one request only, since every hit is then read whole: two round trips at most',
          },
        ]
      : []),
    ...(list ? checkBody(list.entry, { at: [...at, 'list', 'entry'], names: own }) : []),
    ...(rows?.read ? checkRequest(rows.read, { at: [...at, 'rows', 'read'], names: ofContact }) : []),
    ...(rows?.add
      ? checkRequest(rows.add, { at: [...at, 'rows', 'add'], names: rowNames, method: 'post' })
      : []),
    ...(rows?.remove
      ? [
          ...checkRequest(rows.remove, {
            at: [...at, 'rows', 'remove'],
            names: [...rowNames, 'rowId'],
            method: 'delete',
          }),
          ...needs(rows.remove, 'rowId', [...at, 'rows', 'remove']),
        ]
      : []),
    ...(!readOnly && rows && !rows.add ? [{ path: [...at, 'rows'], message: 'add, or readOnly' }] : []),
    ...(!readOnly && (slots || list) && !definition.update
      ? [{ path: at, message: 'readOnly, since there is no update' }]
      : []),
  ];
}

/** Without it the request would mean every contact. */
function needs(request: RequestChange, name: string, at: PropertyKey[]): Problem[] {
  const text = JSON.stringify([request.path, request.query, request.body]) ?? '';
  return text.includes(`{${name}`) ? [] : [{ path: at, message: `a request with {${name}} in it` }];
}

function checkFields({ fields, record, workspace }: CrmDefinition): Problem[] {
  const keys = fields.map(({ key }) => key);
  return [
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index && !forbiddenKeys.has(key)
        ? []
        : [{ path: ['fields', index, 'key'], message: 'every key once' }],
    ),
    ...fields.flatMap(({ key, path, readOnly }, index) => {
      const where = path ?? key;
      const fits = readOnly ? isJsonPath(where) : isJsonPath(where) && !/\[/.test(where) && where !== '.';
      return fits
        ? []
        : [{ path: ['fields', index, 'path'], message: 'a path of names such as address.city, or readOnly' }];
    }),
    ...(workspace.expect !== undefined && !workspace.request
      ? [{ path: ['workspace', 'expect'], message: 'a request that it is expected of' }]
      : []),
    ...(record.url?.startsWith('/') ? [{ path: ['record', 'url'], message: 'no slash in front' }] : []),
  ];
}

function checkRequest(request: RequestChange, place: Place): Problem[] {
  const { path, query = {}, headers = {}, body, method = place.method ?? 'get' } = request;
  const under = (...keys: PropertyKey[]): Place => ({ ...place, at: [...place.at, ...keys] });
  return [
    ...(path === undefined ? [] : checkPath(path, under('path'), false)),
    ...Object.entries(query).flatMap(([name, value]) => {
      const here = under('query', name);
      if (typeof value === 'string') return checkText(value, here, true);
      return [
        ...(place.each === value.each ? [] : [{ path: here.at, message: `no list of ${value.each} here` }]),
        ...(value.join !== undefined || name.includes('{index}')
          ? []
          : [{ path: here.at, message: 'join, or {index} in the name of the parameter' }]),
        ...checkText(
          value.text,
          { ...here, names: [...place.names, 'each', 'index'], at: [...here.at, 'text'] },
          true,
        ),
      ];
    }),
    ...Object.entries(headers).flatMap(([name, value]) => checkText(value, under('headers', name), false)),
    ...(body === undefined ? [] : checkBody(body, under('body'))),
    ...(body !== undefined && method === 'get'
      ? [{ path: [...place.at, 'body'], message: 'a method that has a body, such as post' }]
      : []),
  ];
}

/** Names, numbers and hyphens between slashes; placeholders are encoded, and can add no slash. */
function checkPath(path: string, place: Place, isPage: boolean): Problem[] {
  const parts = templateParts(path);
  if (!parts) return [{ path: place.at, message: 'braces in pairs, as in contacts/{contactId}' }];
  const fixed = parts.map((part) => ('text' in part ? part.text : '0')).join('');
  const characters = isPage ? /^[\w.~!$&'()*+,;=:@%/?#-]*$/ : /^[\w.~!$&'()*+,;=:@%/-]*$/;
  const base = 'https://a.invalid/';
  const fits =
    characters.test(fixed) &&
    !/%(?![\dA-Fa-f]{2})|%2[ef]|%5c/i.test(fixed) &&
    !fixed.startsWith('/') &&
    URL.parse(fixed, base)?.href === base + fixed;
  return [
    ...(fits
      ? []
      : [{ path: place.at, message: 'a path below the address, such as api/contacts/{contactId}' }]),
    ...unknownNames(parts, place),
  ];
}

function checkText(text: string, place: Place, isLanguage: boolean): Problem[] {
  const parts = templateParts(text);
  if (!parts)
    return [{ path: place.at, message: 'braces in pairs; a brace that stands for itself is doubled' }];
  const open = parts.find(
    (part) =>
      'name' in part && part.form === undefined && !harmless.has(part.name) && part.name !== 'changes',
  );
  return [
    ...unknownNames(parts, place),
    ...(isLanguage && parts.length > 1 && open && 'name' in open
      ? [
          {
            path: place.at,
            message: `how it is written within other text: {${open.name}:plain}, :quoted, :doubled or :raw`,
          },
        ]
      : []),
  ];
}

function unknownNames(parts: TemplatePart[], { at, names }: Place): Problem[] {
  return parts.flatMap((part) =>
    'name' in part && !names.includes(part.name)
      ? [
          {
            path: at,
            message:
              names.length === 0
                ? `no placeholder such as {${part.name}} here`
                : `{${part.name}} is not known here: ${names.map((name) => `{${name}}`).join(' ')}`,
          },
        ]
      : [],
  );
}

/** JSON of bounded size and depth, whose texts are templates. */
function checkBody(body: unknown, place: Place): Problem[] {
  let nodes = 0;
  const walk = (value: unknown, at: PropertyKey[], depth: number): Problem[] => {
    nodes += 1;
    if (depth > deepest || nodes > mostNodes) return [{ path: place.at, message: 'a smaller body' }];
    if (typeof value === 'string') return checkBodyText(value, { ...place, at });
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      forbiddenKeys.has(key)
        ? [{ path: [...at, key], message: 'no such member' }]
        : walk(inner, [...at, Array.isArray(value) ? Number(key) : key], depth + 1),
    );
  };
  return walk(body, place.at, 0).slice(0, 20);
}

function checkBodyText(text: string, place: Place): Problem[] {
  const sole = solePlaceholder(text);
  if (sole && sole.name === place.each) return [];
  const within = templateParts(text)?.some((part) => 'name' in part && part.name === 'changes') && !sole;
  return [
    ...checkText(text, place, true),
    ...(within ? [{ path: place.at, message: '"{changes}" alone, since it is an object' }] : []),
  ];
}
