import type { Answer } from '../http/replay-server-for-tests.ts';

export interface Doc {
  _id: string;
  _rev: string;
  name: string;
  phones: string[];
  [member: string]: unknown;
}

/**
 * A small store of documents: searches are a body, a document is written whole with its revision in it and holds nothing
 * that is not in it, lists come in pages of three with a bookmark. It keeps what it is told.
 */
export function createDocStore() {
  const docs = new Map<string, Doc>();

  function add(id: string, name: string, phones: string[], more: object = {}): void {
    docs.set(id, { _id: id, _rev: '1-a', name, phones, ...more });
  }

  const answer: Answer = (request, response) => {
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    const body = request.body === '' ? {} : JSON.parse(request.body);
    const id = decodeURIComponent(
      new URL(request.url, 'http://store.invalid').pathname.slice('/people/'.length),
    );
    if (id === '_find') {
      const { any, from = 0 } = body;
      const fits = [...docs.values()].filter((doc) =>
        any.some(
          (pattern: string) =>
            doc.phones.some((one) => new RegExp(pattern).test(one)) || doc.name.includes(pattern),
        ),
      );
      const start = Number(from || 0);
      const more = start + 3 < fits.length ? String(start + 3) : null;
      return send(200, { docs: fits.slice(start, start + 3), bookmark: more });
    }
    if (request.method === 'PUT') {
      const before = docs.get(id);
      if (before && before._rev !== body._rev) return send(409, { error: 'conflict' });
      docs.set(id, { ...body, _id: id, _rev: `${Number.parseInt(before?._rev ?? '0', 10) + 1}-a` });
      return send(201, {}, { Location: `http://store.invalid/people/${encodeURIComponent(id)}` });
    }
    const doc = docs.get(id);
    return doc ? send(200, doc) : send(404, { error: 'not_found' });
  };

  return { docs, add, answer };
}

export const docStoreDefinition = {
  version: 1,
  name: 'Documents',
  auth: { kind: 'none' },
  wildcard: '\\D*',
  session: { request: { method: 'post', path: 'people/_find', body: { any: [] } }, shared: 'The desk' },
  record: { id: '_id', name: 'name', version: '_rev' },
  get: { request: { path: 'people/{contactId}' } },
  list: {
    request: { method: 'post', path: 'people/_find' },
    records: 'docs',
    limit: 3,
    pages: { by: 'cursor', next: 'bookmark', most: 3 },
  },
  search: { body: { any: ['{query}'], from: '{cursor}' } },
  identifiers: {
    phone: {
      find: [{ body: { any: ['{pattern:last4}$'], from: '{cursor}' } }],
      list: { path: 'phones', value: '.', entry: '{e164}' },
    },
  },
  fields: [{ key: 'company', label: 'Company', path: 'work.company' }],
  create: {
    request: {
      method: 'put',
      path: 'people/p-{key}',
      body: {
        kind: 'person',
        made: { by: '{agentId}', on: '{today}' },
        first: '{firstName}',
        '...': '{changes}',
      },
    },
  },
  update: { request: { method: 'put', path: 'people/{contactId}', body: '{record}' } },
};
