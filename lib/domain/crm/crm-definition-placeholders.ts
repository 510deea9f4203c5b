import type { IdentifierKind } from '../contact/identifier.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { isJsonPath } from '../text/json-path.ts';
import type { CrmDefinition } from './crm-definition.ts';
import { checkBody } from './crm-definition-bodies.ts';
import { checkLists } from './crm-definition-lists.ts';
import { checkLogin, ofSession } from './crm-definition-login.ts';
import { checkRequest } from './crm-definition-requests.ts';
import { checkPath, ofPhone, type Place, type Problem } from './crm-definition-templates.ts';
import type { ListName, RequestChange } from './crm-definition-values.ts';

const ofContact = ['contactId'];
/** Of the contact that is written. */
const ofGiven = ['name', 'firstName', 'lastName', 'firstPhone', 'firstEmail', 'agentId', 'now', 'today'];
const ofWrite = ['changes', 'version', 'key', 'record', ...ofGiven];
const ofIdentifier = ['value', 'scope', 'stored'];
const ofLists = ['limit', 'page', 'offset', 'cursor'];
const onlyFields: readonly ListName[] = ['fields'];

/** Every placeholder that is unknown where it stands, or would stand in another language without being told how. */
export function checkPlaceholders(definition: CrmDefinition): Problem[] {
  const { session, get, list, search, create, update, workspace, record, identifiers, headers } = definition;
  const always = ofSession(definition.auth);
  const check = (request: RequestChange | undefined, { names, ...place }: Place) =>
    request ? checkRequest(request, { ...place, names: [...names, ...always] }) : [];
  return [
    ...checkRequest({ headers }, { at: [], names: [] }),
    ...checkLogin(definition.auth),
    ...check(session.request, { at: ['session', 'request'], names: [] }),
    ...check(get.request, { at: ['get', 'request'], names: ofContact, lists: onlyFields }),
    ...needs(get.request, 'contactId', ['get', 'request']),
    ...check(list.request, { at: ['list', 'request'], names: ofLists, lists: onlyFields }),
    ...[search ?? []].flat().flatMap((one, index) =>
      check(one, {
        at: Array.isArray(search) ? ['search', index] : ['search'],
        names: ['query', 'firstWord', 'lastWord', ...ofLists],
        lists: ['words', 'fields'],
        method: list.request.method,
      }),
    ),
    ...check(create?.request, {
      at: ['create', 'request'],
      names: ['changes', 'key', ...ofGiven],
      method: 'post',
    }),
    ...check(update?.request, {
      at: ['update', 'request'],
      names: [...ofContact, ...ofWrite],
      method: 'patch',
    }),
    ...(update ? needs(update.request, 'contactId', ['update', 'request']) : []),
    ...check(workspace.request, { at: ['workspace', 'request'], names: [] }),
    ...check(definition.discover?.request, { at: ['discover', 'request'], names: [] }),
    ...(record.url === undefined
      ? []
      : checkPath(record.url, { at: ['record', 'url'], names: ofContact }, true)),
    ...Object.entries(identifiers).flatMap(([kind, one]) =>
      // Object.entries of a partial record gives its own keys, which are kinds.
      one ? checkIdentifier(definition, kind as IdentifierKind) : [],
    ),
    ...checkLists(definition),
    ...checkFields(definition),
  ];
}

function checkIdentifier(definition: CrmDefinition, kind: IdentifierKind): Problem[] {
  const one = definition.identifiers[kind];
  if (!one) return [];
  const at = ['identifiers', kind];
  const own = kind === 'phone' ? [...ofIdentifier, ...ofPhone] : ofIdentifier;
  const always = ofSession(definition.auth);
  const { find = [], slots, list, rows, readOnly } = one;
  const partial =
    !definition.list.whole ||
    Object.values(definition.identifiers).some((each) => each?.rows?.read) ||
    find.some(({ hits }) => hits);
  const rowNames = [...own, ...ofContact, ...always];
  return [
    ...find.flatMap(({ hits: _hits, ...request }, index) =>
      checkRequest(request, {
        at: [...at, 'find', index],
        names: [...own, ...ofLists, ...always],
        method: definition.list.request.method,
        lists: kind === 'phone' ? ['spellings', 'tails', 'fields'] : onlyFields,
      }),
    ),
    ...(slots || list || rows ? [] : [{ path: at, expected: ['places-or-one'] as const }]),
    ...(find.length > 1 && partial && !one.findAll
      ? [
          {
            path: [...at, 'find'],
            expected: ['one-request'] as const,
          },
        ]
      : []),
    ...(list ? checkBody(list.entry, { at: [...at, 'list', 'entry'], names: own }) : []),
    ...(rows?.read
      ? checkRequest(rows.read, { at: [...at, 'rows', 'read'], names: [...ofContact, ...always] })
      : []),
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
    ...(!readOnly && rows && !rows.add && !slots && !list
      ? [{ path: [...at, 'rows'], expected: ['add-or-read-only'] as const }]
      : []),
    ...(!readOnly && (slots || list) && !definition.update
      ? [{ path: at, expected: ['read-only-without-update'] as const }]
      : []),
  ];
}

/** Without it the request would mean every contact. */
function needs(request: RequestChange, name: string, at: PropertyKey[]): Problem[] {
  const text = JSON.stringify([request.path, request.query, request.form, request.body]) ?? '';
  return text.includes(`{${name}`) ? [] : [{ path: at, expected: ['request-with', name] }];
}

function checkFields({ fields, record, workspace, session, errors }: CrmDefinition): Problem[] {
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
    ...((session.id === undefined) === (session.shared === undefined)
      ? [{ path: ['session'], expected: ['id-or-shared'] as const }]
      : []),
    ...errors.flatMap(({ path, header, is, has }, index) =>
      (is || has) && path === undefined && header === undefined
        ? [{ path: ['errors', index], expected: ['place-to-look-at'] as const }]
        : [],
    ),
  ];
}
