import type { ServerResponse } from 'node:http';
import type { Answer } from '../http/replay-server-for-tests.ts';

type Row = { id: number; value: string };
export interface JsonPerson {
  id: string;
  attributes: { name: string; title?: string | null; active?: string; custom?: Record<string, unknown> };
  mails: { address?: string; note?: string }[];
  revision: number;
  mergedInto?: string;
  deleted?: boolean;
}

/**
 * A small CRM with a REST API unlike any other: envelopes, a list of mails that is replaced whole, phones as child records,
 * ETags, idempotency keys, errors that are told in words of its own. It keeps what it is told.
 */
export function createJsonCrm() {
  const people = new Map<string, JsonPerson>();
  const phones = new Map<string, Row[]>();
  const byKey = new Map<string, string>();
  let next = 100;

  function add(person: JsonPerson, numbers: string[] = []): void {
    people.set(person.id, person);
    phones.set(
      person.id,
      numbers.map((value) => ({ id: next++, value })),
    );
  }

  function send(
    response: ServerResponse,
    status: number,
    body?: unknown,
    headers: Record<string, string> = {},
  ): void {
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    response.writeHead(status, { ...type, ...headers }).end(body === undefined ? '' : JSON.stringify(body));
  }

  const answer: Answer = (request, response) => {
    const url = new URL(request.url, 'http://crm.invalid');
    const [, , id = '', child, row] = url.pathname.split('/').map(decodeURIComponent);
    const person = people.get(id);
    const body = request.body === '' ? {} : JSON.parse(request.body);
    if (request.headers['x-api-key'] !== 'key secret') return send(response, 200, { error: 'LOGIN' });
    if (url.pathname === '/api/me') return send(response, 200, { me: { no: 7, first: 'Ada', last: 'Lund' } });
    if (url.pathname === '/people/search') {
      const { mail, words, phone } = body;
      const found = [...people.values()].filter(
        (one) =>
          (mail !== undefined && one.mails.some(({ address }) => address === mail)) ||
          words?.some((word: string) => one.attributes.name.includes(word)) ||
          phones.get(one.id)?.some(({ value }) => value.replace(/\D/g, '').endsWith(phone)),
      );
      return send(response, 200, { hits: found.map(({ id: one, attributes }) => ({ id: one, attributes })) });
    }
    if (url.pathname === '/people' && request.method === 'POST') {
      const key = String(request.headers['idempotency-key']);
      const made = byKey.get(key) ?? `P${next++}`;
      byKey.set(key, made);
      if (!people.has(made)) add({ mails: [], ...body.person, id: made, revision: 1 });
      return send(response, 201, { person: { id: made } });
    }
    if (!person) return send(response, 404, { error: 'NONE' });
    const rows = phones.get(id) ?? [];
    if (child === 'phones') {
      if (request.method === 'GET') return send(response, 200, { rows });
      if (request.method === 'POST') {
        const taken = [...phones].filter(([, list]) => list.some(({ value }) => value === body.number));
        if (body.once && taken.length > 0)
          return send(response, 422, { error: 'TAKEN', by: taken.map(([one]) => ({ id: one })) });
        if (rows.length >= 3) return send(response, 422, { error: 'FULL' });
        rows.push({ id: next++, value: body.number });
        return send(response, 204);
      }
      rows.splice(
        rows.findIndex((one) => String(one.id) === row),
        1,
      );
      return send(response, 204);
    }
    if (request.method === 'GET') return send(response, 200, { person }, { ETag: `"${person.revision}"` });
    if (request.headers['if-match'] !== `"${person.revision}"`) return send(response, 412, { error: 'OLD' });
    if (body.person.attributes?.title === 'forbidden') {
      return send(response, 422, { error: 'BAD', field: 'attributes.title' });
    }
    Object.assign(person.attributes, body.person.attributes);
    if (body.person.mails) person.mails = body.person.mails;
    person.revision += 1;
    return send(response, 204);
  };

  return { people, phones, add, answer };
}

/** How that CRM is described. */
export const jsonCrmDefinition = {
  version: 1,
  name: 'People',
  auth: { kind: 'header', header: 'X-Api-Key', prefix: 'key ' },
  session: { request: { path: 'api/me' }, id: 'me.no', name: ['me.first', 'me.last'] },
  record: {
    id: 'id',
    name: 'attributes.name',
    deleted: 'deleted',
    mergedInto: 'mergedInto',
    url: '#/p/{contactId}',
  },
  get: { request: { path: 'people/{contactId}' }, record: 'person', etag: true },
  list: { request: { method: 'post', path: 'people/search' }, records: 'hits', whole: false },
  search: { body: { words: '{words}' } },
  identifiers: {
    phone: {
      find: [{ body: { phone: '{national}' } }],
      rows: {
        read: { path: 'people/{contactId}/phones' },
        list: 'rows',
        id: 'id',
        value: 'value',
        add: { path: 'people/{contactId}/phones', body: { number: '{e164}' } },
        remove: { path: 'people/{contactId}/phones/{rowId}' },
      },
    },
    email: {
      find: [{ body: { mail: '{value}' } }],
      list: { path: 'mails', value: 'address', entry: { address: '{value}', note: 'by Ringside' } },
      label: 'Mail',
    },
    telegram: { slots: ['attributes.custom.telegram'], readOnly: true },
  },
  fields: [
    { key: 'jobTitle', label: 'Title', path: 'attributes.title' },
    { key: 'active', label: 'Active', type: 'check-box', path: 'attributes.active', yes: 'Y', no: 'N' },
    { key: 'colours', label: 'Colours', type: 'list', path: 'attributes.custom.colours', separator: ';' },
    { key: 'since', label: 'Since', type: 'date-time', path: 'attributes.custom.since', readOnly: true },
  ],
  create: {
    request: { path: 'people', headers: { 'Idempotency-Key': '{key}' }, body: { person: '{changes}' } },
    id: 'person.id',
  },
  update: {
    request: {
      path: 'people/{contactId}',
      headers: { 'If-Match': '{version}' },
      body: { person: '{changes}' },
    },
    keep: ['attributes.custom'],
  },
  workspace: {
    campaigns: [{ id: 'sales', name: 'Sales' }],
    sections: [{ id: 'all', label: 'All', fields: ['id-phone', 'jobTitle'], campaigns: ['sales'] }],
  },
  errors: [
    { status: 200, path: 'error', is: ['LOGIN'], code: 'signed-out' },
    { status: 422, path: 'error', is: ['TAKEN'], code: 'conflict', owners: 'by[].id' },
    { status: [422], path: 'error', is: ['FULL'], code: 'no-slot' },
    { status: 422, path: 'error', is: ['BAD'], code: 'invalid', field: 'field' },
  ],
};
