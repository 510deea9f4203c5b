import { afterAll, beforeAll, describe } from 'vitest';
import { isPostgresInstalled, startPostgres, type TestPostgres } from './postgres-for-tests.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';
import type { TestClient } from './test-client-for-tests.ts';

/** What the tests of the API share: a server with the demo workspace, and the calls they make most. */
export class Desk {
  #server: TestServer | undefined;
  #serial = 10_000;
  /** Whether several may write at a time. */
  isPostgres = false;

  async open(databaseUrl: string | undefined): Promise<void> {
    this.isPostgres = databaseUrl !== undefined;
    this.#server = await startTestServer({ databaseUrl });
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  get server(): TestServer {
    if (this.#server === undefined) throw new Error('The server is not started yet.');
    return this.#server;
  }

  get client(): TestClient {
    return this.server.client;
  }

  /** A number of nobody yet, from the range reserved for fiction. */
  freshNumber(): string {
    this.#serial += 1;
    return `+4477009${this.#serial}`;
  }

  /** A contact with these numbers, as the server answers it. */
  async create(name: string, ...numbers: string[]) {
    const reply = await this.client.post(
      '/api/contacts',
      person(
        name,
        numbers.map((number) => phone(number)),
      ),
    );
    if (reply.status !== 201) throw new Error(`Not created: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  async contact(id: string) {
    return (await this.client.get(`/api/contacts/${id}`)).body;
  }

  /** Ids of those who carry a number, sorted. */
  async owners(value: string): Promise<string[]> {
    const { body } = await this.client.post('/api/contacts/lookup', { identifier: phone(value) });
    return idsOf(body.contacts).sort();
  }

  assign(id: string, value: string, mode: string, headers?: Record<string, string>) {
    return this.client.post(`/api/contacts/${id}/identifiers`, { identifier: phone(value), mode }, headers);
  }

  undo(assignmentId: string) {
    return this.client.post(`/api/assignments/${assignmentId}/undo`);
  }

  /** Names, best first. */
  async search(query: string): Promise<string[]> {
    const { body } = await this.client.post('/api/contacts/search', { query });
    return body.contacts.map(({ name }: { name: string }) => name);
  }

  async count(name: string): Promise<number> {
    return (await this.search(name)).filter((found) => found === name).length;
  }
}

export function idsOf(contacts: { id: string }[]): string[] {
  return contacts.map(({ id }) => id);
}

export function phone(value: string, shared = false) {
  return { kind: 'phone', value, ...(shared && { shared }) };
}

/** The body that creates a contact, with the language that the demo workspace requires. */
export function person(name: string, identifiers: unknown[] = [], fields: Record<string, unknown> = {}) {
  return { name, kind: 'person', identifiers, fields: { language: 'en', ...fields } };
}

/** Runs one suite on PGlite and on a real PostgreSQL, each with a server of its own. */
export function onBothDatabases(suite: (desk: Desk) => void): void {
  describe('on PGlite', () => {
    const desk = new Desk();
    beforeAll(() => desk.open(undefined));
    afterAll(() => desk.close());
    suite(desk);
  });
  if (!isPostgresInstalled()) return;
  describe('on PostgreSQL', () => {
    const desk = new Desk();
    let postgres: TestPostgres | undefined;
    beforeAll(async () => {
      postgres = await startPostgres();
      await desk.open(await postgres.newDatabase());
    });
    afterAll(async () => {
      await desk.close();
      await postgres?.stop();
    });
    suite(desk);
  });
}
