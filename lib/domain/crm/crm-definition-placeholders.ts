import type { IdentifierKind } from '../contact/identifier.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { isJsonPath } from '../text/json-path.ts';
import type { CrmDefinition } from './crm-definition.ts';
import {
  checkBody,
  checkPath,
  checkRequest,
  ofPhone,
  type Place,
  type Problem,
} from './crm-definition-requests.ts';
import type { RequestChange } from './crm-definition-values.ts';

const ofContact = ['contactId'];
const ofWrite = ['changes', 'version', 'key'];
const ofIdentifier = ['value', 'scope', 'stored'];

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
    ...(places.length === 1 ? [] : [{ path: at, expected: ['one-of-places'] as const }]),
    ...(find.length > 1 && partial
      ? [
          {
            path: [...at, 'find'],
            expected: ['one-request'] as const,
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
    ...(!readOnly && rows && !rows.add
      ? [{ path: [...at, 'rows'], expected: ['add-or-read-only'] as const }]
      : []),
    ...(!readOnly && (slots || list) && !definition.update
      ? [{ path: at, expected: ['read-only-without-update'] as const }]
      : []),
  ];
}

/** Without it the request would mean every contact. */
function needs(request: RequestChange, name: string, at: PropertyKey[]): Problem[] {
  const text = JSON.stringify([request.path, request.query, request.body]) ?? '';
  return text.includes(`{${name}`) ? [] : [{ path: at, expected: ['request-with', name] }];
}

function checkFields({ fields, record, workspace }: CrmDefinition): Problem[] {
  const keys = fields.map(({ key }) => key);
  return [
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index && !forbiddenKeys.has(key)
        ? []
        : [{ path: ['fields', index, 'key'], expected: ['every-key-once'] as const }],
    ),
    ...fields.flatMap(({ key, path, readOnly }, index) => {
      const where = path ?? key;
      const fits = readOnly ? isJsonPath(where) : isJsonPath(where) && !/\[/.test(where) && where !== '.';
      return fits ? [] : [{ path: ['fields', index, 'path'], expected: ['name-path-or-read-only'] as const }];
    }),
    ...(workspace.expect !== undefined && !workspace.request
      ? [{ path: ['workspace', 'expect'], expected: ['request-expected-of'] as const }]
      : []),
    ...(record.url?.startsWith('/')
      ? [{ path: ['record', 'url'], expected: ['no-slash-in-front'] as const }]
      : []),
  ];
}
