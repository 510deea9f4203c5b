import * as z from 'zod/mini';
import type { ContactChange } from '../../domain/contact/contact.ts';
import { isAnswer } from '../../domain/contact/identifier.ts';
import { identifierKinds } from '../../domain/contact/identifier-schema.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { workspaceSchema } from '../../domain/fields/workspace.ts';
import { countedFound } from '../../domain/search/found.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext, WriteOptions } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { readOne } from '../records/read-each.ts';
import { contactOfReply, contactsOf } from './told-contact.ts';

const settingsSchema = z.object({ baseUrl: baseUrlSchema });
type Settings = z.infer<typeof settingsSchema>;

const sessionSchema = z.object({
  agent: z.object({ id: z.string(), name: z.string().check(z.maxLength(256)) }),
  draftKey: z.optional(z.base64()),
});
const permissionsSchema = z.extend(sessionSchema, { permissions: z.optional(z.array(z.string())) });
const contactSchema = z.looseObject({ id: z.string() });
const contactsSchema = z.object({ contacts: z.array(z.unknown()).check(z.maxLength(200)) });
const foundSchema = z.extend(contactsSchema, {
  total: z.optional(z.int()),
  more: z.optional(z.boolean()),
});
const assignSchema = z.object({
  assignmentId: z.string().check(z.minLength(1), z.maxLength(256)),
  contact: contactSchema,
  former: z.array(z.unknown()).check(z.maxLength(200)),
});
const longestId = 256;

/** The companion CRM server (server/). Each write is one request, exactly once by its key. */
const companion: CrmConnector<Settings> = {
  id: 'companion',
  label: 'Companion CRM',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: () => ({
    tellsLastInteraction: true,
    ...fullCapabilities,
    comparesVersions: true,
    identifiers: [...identifierKinds],
    // As long as the server keeps its replies (server/http/execute-once.ts).
    keysKeptDays: 30,
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 1,
    search: 1,
    opening: 0,
  },
  // The server's own refill for a token (server/create-app.ts).
  rate: { requests: 300, perMs: 1_000 },
  connect,
};

export default companion;

function connect({ settings, credential, fetch, onUnread: report }: CrmContext<Settings>): Crm {
  const headers = { Authorization: `Bearer ${credential}` };
  const http = createHttp({
    baseUrl: settings.baseUrl,
    headers,
    traffic: createTraffic(companion.rate),
    fetch,
  });
  const contact = (id: string) => `api/contacts/${encodeURIComponent(id)}`;
  return {
    session: ({ signal } = {}) =>
      http.read({ method: 'get', path: 'api/session', reply: sessionSchema, signal }) as Promise<
        // zod's optional allows undefined, which JSON cannot hold.
        { agent: { id: string; name: string }; draftKey?: string }
      >,
    async mayCreate({ signal } = {}) {
      const session = { method: 'get', path: 'api/session', reply: permissionsSchema, signal } as const;
      return (await http.read(session)).permissions?.includes('add') ?? 'unknown';
    },
    async workspace({ signal } = {}) {
      const told = await http.read({
        method: 'get',
        path: 'api/workspace',
        reply: z.looseObject({}),
        signal,
      });
      return readOne(workspaceSchema, told, { of: 'field', report }).value;
    },
    async getContact(id, { signal } = {}) {
      if (id === '' || id.length > longestId) return null;
      try {
        const told = await http.read({ method: 'get', path: contact(id), reply: z.looseObject({}), signal });
        return contactOfReply(told, report);
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async findByIdentifier(identifier, { signal } = {}) {
      const { contacts } = await http.read({
        method: 'post',
        path: 'api/contacts/lookup',
        json: { identifier },
        reply: contactsSchema,
        signal,
      });
      return contactsOf(contacts, report).filter(({ identifiers }) =>
        identifiers.some((own) => isAnswer(own, identifier)),
      );
    },
    async search(query, { signal } = {}) {
      const { contacts, total, more } = await http.read({
        method: 'post',
        path: 'api/contacts/search',
        json: { query },
        reply: foundSchema,
        signal,
      });
      const found = contactsOf(contacts, report);
      return { ...countedFound(found, contacts.length, total), ...(more && { more }) };
    },
    async createContact(given, options) {
      const told = await http.write({
        method: 'post',
        path: 'api/contacts',
        json: bare(given),
        reply: contactSchema,
        ...once(options),
      });
      return contactOfReply(told, report);
    },
    async updateContact(id, change, version, options) {
      const told = await http.write({
        method: 'patch',
        path: contact(id),
        json: bare(change),
        reply: contactSchema,
        ...once(options, { 'If-Match': `"${version}"` }),
      });
      return contactOfReply(told, report);
    },
    async assignIdentifier({ contactId, ...json }, options) {
      const told = await http.write({
        method: 'post',
        path: `${contact(contactId)}/identifiers`,
        json,
        reply: assignSchema,
        ...once(options),
      });
      const { assignmentId } = told;
      return {
        assignmentId,
        contact: contactOfReply(told.contact, report),
        former: contactsOf(told.former, report),
      };
    },
    async undoAssignment(id, options) {
      const path = `api/assignments/${encodeURIComponent(id)}/undo`;
      const reply = await http.write({ method: 'post', path, reply: contactsSchema, ...once(options) });
      return contactsOf(reply.contacts, report);
    },
    async signOut({ signal } = {}) {
      // 204, with nothing to read.
      const nothing = { decode: () => null, reply: z.null() };
      await http.write({ method: 'post', path: 'api/sign-out', ...nothing, signal });
    },
    recordUrl: () => null,
  };
}

/** How a number's country is known is the server's to say. */
function bare<Change extends ContactChange>(change: Change): Change {
  if (!change.identifiers) return change;
  return { ...change, identifiers: change.identifiers.map(({ country: _, ...one }) => one) };
}

function once({ key, signal }: WriteOptions, headers: Record<string, string> = {}) {
  return { headers: { 'Idempotency-Key': key, ...headers }, signal };
}
