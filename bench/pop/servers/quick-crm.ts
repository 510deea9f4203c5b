import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CompanionServer } from '../../../e2e/harness/servers/companion-server.ts';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
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
  stop(): Promise<void>;
}

export async function startQuickCrm(companion: CompanionServer): Promise<QuickCrm> {
  const model = await companion.api<Contact>('POST', '/contacts', {
    name: 'Bench Model',
    kind: 'person',
    identifiers: [{ kind: 'phone', value: '+442079450000' }],
    fields: { language: 'en' },
  });
  const port = await freePort();
  const seen: Answered[] = [];
  const people = new Map<string, Person>();
  const byId = new Map<string, Person>();
  const remembered = new Map<string, { status: number; body: string }>();

  const contactOf = ({ id, name, number }: Person): Contact => ({
    ...model,
    id,
    name,
    identifiers: [{ kind: 'phone', value: number }],
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const path = request.url ?? '/';
    const body = await textOf(request);
    if (path === '/api/contacts/lookup') {
      const person = people.get(JSON.parse(body).identifier.value);
      return { status: 200, body: JSON.stringify({ contacts: person ? [contactOf(person)] : [] }) };
    }
    const person = byId.get(path.replace('/api/contacts/', ''));
    if (person) return { status: 200, body: JSON.stringify(contactOf(person)) };
    const key = `${request.method} ${path}`;
    const known = remembered.get(key) ?? (await ask(request, body));
    if (request.method === 'GET' && known.status === 200) remembered.set(key, known);
    return known;
  }

  async function ask(request: IncomingMessage, body: string): Promise<{ status: number; body: string }> {
    const reply = await fetch(new URL(request.url ?? '/', companion.url), {
      method: request.method ?? 'GET',
      headers: { authorization: `Bearer ${companion.token}`, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    return { status: reply.status, body: await reply.text() };
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const at = now();
    try {
      const { status, body } = await answer(request);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
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
      const person = people.get(number) ?? {
        number,
        name: `Bench ${String(index).padStart(5, '0')}`,
        id: `bench-${index}`,
      };
      people.set(number, person);
      byId.set(person.id, person);
      return person;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
