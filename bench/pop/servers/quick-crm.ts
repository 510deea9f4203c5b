import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CompanionServer } from '../../../e2e/harness/servers/companion-server.ts';
import { mostFound } from '../../../lib/crms/records/text-search.ts';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { freePort } from '../../../scripts/process/free-port.ts';
import { now, textOf } from './bodies.ts';

/** One request that the CRM answered; `at` (epoch milliseconds) is when it was there, `tookMs` how long the answer took. */
export interface Answered {
  what: string;
  at: number;
  tookMs: number;
}

/** A person of the measurement. */
export interface Person {
  name: string;
  number: string;
  id: string;
  /** Beside what everybody has. */
  fields?: Contact['fields'];
}

/**
 * The companion CRM as it would be if it needed no time: what it says of agent and workspace is asked of the real server
 * once and remembered, and contacts are made here after one of its own.
 */
export interface QuickCrm {
  url: string;
  token: string;
  seen: Answered[];
  /** The person of this number in the row; the same for the same number. */
  person(index: number): Person;
  /** One more, with the number of somebody who is there already if it says so. */
  add(person: Person): void;
  /** A page or file to serve. */
  put(path: string, type: string, body: string): void;
  stop(): Promise<void>;
}

/** JSON where no type is named. */
interface Answer {
  status: number;
  body: string;
  type?: string;
}

export interface QuickCrmOptions {
  companion: CompanionServer;
  /** Where several of them note what they answered. */
  seen?: Answered[];
  /** How contacts are shown; else as the companion server says. */
  workspace?: Workspace;
}

export async function startQuickCrm(options: QuickCrmOptions): Promise<QuickCrm> {
  const { companion, seen = [], workspace } = options;
  const port = await freePort();
  // Below everybody's number, and another one for each of these servers.
  const model = await companion.api<Contact>('POST', '/contacts', {
    name: 'Bench Model',
    kind: 'person',
    identifiers: [{ kind: 'phone', value: `+442079${String(port).padStart(6, '0')}` }],
    fields: { language: 'en' },
  });
  const people = new Map<string, Person[]>();
  const byId = new Map<string, Person>();
  const remembered = new Map<string, Answer>();

  if (workspace) remembered.set('GET /api/workspace', { status: 200, body: JSON.stringify(workspace) });

  const contactOf = ({ id, name, number, fields }: Person): Contact => ({
    ...model,
    id,
    name,
    identifiers: [{ kind: 'phone', value: number }],
    fields: { ...model.fields, ...fields },
  });
  const answerWith = (found: Person[]) => ({
    status: 200,
    body: JSON.stringify({ contacts: found.map(contactOf) }),
  });

  async function answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? '/';
    const body = await textOf(request);
    if (path === '/api/contacts/lookup') {
      return answerWith(people.get(JSON.parse(body).identifier.value) ?? []);
    }
    if (path === '/api/contacts/search') {
      const { query } = JSON.parse(body) as { query: string };
      return answerWith([...byId.values()].filter(({ name }) => name.includes(query)).slice(0, mostFound));
    }
    const person = byId.get(path.replace('/api/contacts/', ''));
    if (person) return { status: 200, body: JSON.stringify(contactOf(person)) };
    const key = `${request.method} ${path}`;
    const known = remembered.get(key) ?? (await ask(request, body));
    if (request.method === 'GET' && known.status === 200) remembered.set(key, known);
    return known;
  }

  async function ask(request: IncomingMessage, body: string): Promise<Answer> {
    const reply = await fetch(new URL(request.url ?? '/', companion.url), {
      method: request.method ?? 'GET',
      headers: { authorization: `Bearer ${companion.token}`, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    return { status: reply.status, body: await reply.text() };
  }

  function add(person: Person): void {
    byId.set(person.id, person);
    people.set(person.number, [...(people.get(person.number) ?? []), person]);
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const at = now();
    try {
      const { status, body, type = 'application/json' } = await answer(request);
      response.writeHead(status, { 'content-type': type }).end(body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
    seen.push({ what: `${request.method} ${request.url}`, at, tookMs: now() - at });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${port}`,
    token: companion.token,
    seen,
    person(index) {
      const number = `+442079${String(460_000 + index)}`;
      const id = `bench-${index}`;
      const person = byId.get(id) ?? { number, id, name: `Bench ${String(index).padStart(5, '0')}` };
      if (!byId.has(id)) add(person);
      return person;
    },
    add,
    put: (path, type, body) => remembered.set(`GET ${path}`, { status: 200, body, type }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
