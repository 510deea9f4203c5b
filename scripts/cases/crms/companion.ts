import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import companion from '../../../lib/crms/companion/connector.ts';
import type { Crm } from '../../../lib/crms/crm.ts';
import { CrmError } from '../../../lib/domain/crm/crm-error.ts';
import { initialiseSecret, replaceWorkspace } from '../../../server/database/configuration.ts';
import { defaultWorkspace } from '../../../server/database/default-workspace.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { contacts, identifiers } from '../../../server/database/tables.ts';
import { Admission } from '../../../server/http/admission.ts';
import { mountRoute } from '../../../server/http/mount-route.ts';
import { problemOf } from '../../../server/http/problem-of.ts';
import { SearchTurns } from '../../../server/http/search-turns.ts';
import { contactRoutes } from '../../../server/routes/contact-routes.ts';
import { serviceRoutes } from '../../../server/routes/service-routes.ts';
import { connectTo } from './connect-to.ts';
import type { FakeContact } from './fake-contact.ts';

const token = 'token-of-the-cases';

export interface Companion {
  /** The server with this contact alone, and the connector that speaks to it. */
  holding(contact: FakeContact, region: string): Promise<Crm>;
  close(): Promise<void>;
}

/** The companion server's own routes on an embedded database in memory. Its pages are not there. */
export async function openCompanion(): Promise<Companion> {
  const database = await openDatabase({ data: 'memory://' });
  const { db, searches } = database;
  await migrate(db);
  await initialiseSecret(db);
  const app = new Hono();
  const mounting = {
    ...{ db, searches, clientAddress: () => '127.0.0.1' },
    turns: new SearchTurns(database.searchTurns),
    admission: new Admission({ findAgent: async () => undefined, token }),
  };
  for (const route of [...serviceRoutes, ...contactRoutes]) mountRoute(app, route, mounting);
  app.onError((error) => {
    const problem = problemOf(error);
    if (!problem) throw error;
    return problem.toResponse();
  });

  return {
    async holding({ name, stored, country }, region) {
      await db.delete(identifiers);
      await db.delete(contacts);
      await replaceWorkspace(db, defaultWorkspace(region));
      const settings = { baseUrl: 'http://127.0.0.1/' };
      const fetch: typeof globalThis.fetch = async (input, init) => app.fetch(new Request(input, init));
      const { crm } = connectTo(companion, settings, fetch, token);
      const numbers = stored.map((value) => ({ kind: 'phone', value }) as const);
      const contact = { name, kind: 'person', fields: { ...(country && { country }) } } as const;
      const create = (held: typeof numbers) =>
        crm.createContact({ ...contact, identifiers: held }, { key: randomUUID() });
      try {
        await create(numbers);
      } catch (error) {
        // What stands for nobody it lets nobody have; the contact is there without it.
        if (!(error instanceof CrmError) || error.safe.code !== 'invalid') throw error;
        await create([]);
      }
      return crm;
    },
    close: () => database.close(),
  };
}
