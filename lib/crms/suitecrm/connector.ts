import * as z from 'zod/mini';
import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { clientCredentials } from '../http/auth/client-credentials.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { keptSlots } from '../identifiers/identifier-slots.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { organisationIdOf, withOrganisations } from '../records/organisations.ts';
import { plainText } from '../records/plain-text.ts';
import { recordWrites } from '../records/record-writes.ts';
import { createSuiteAccounts } from './suite-accounts.ts';
import { suiteChanges } from './suite-contact.ts';
import { suiteDefinitions, suiteEmailSlot } from './suite-fields.ts';
import { createSuiteLegacy } from './suite-legacy.ts';
import { createSuiteReads } from './suite-reads.ts';
import { suiteRefusal } from './suite-refusal.ts';
import { searchSuite } from './suite-search.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  oauthClientId: z.string().check(z.trim(), z.minLength(1), z.maxLength(256)),
  user: z.optional(z.string().check(z.trim(), z.maxLength(256))),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const userSchema = z.object({
  data: z.looseObject({ id: z.string(), attributes: z.looseObject({ name: z.optional(z.string()) }) }),
});
/** What the client's user may do with each module. */
const modulesSchema = z.object({
  data: z.object({
    attributes: z.record(z.string(), z.looseObject({ access: z.optional(z.array(z.string())) })),
  }),
});
const savedSchema = z.object({ data: z.looseObject({ id: z.string() }) });

/**
 * SuiteCRM 7 (tried with 7.14) by its V8 API, contacts; by the older API of the same server where the V8 API cannot: finding by e-mail address
 * and custom fields, and changing the address. That one asks for a user and a password of its own.
 */
const suitecrm: CrmConnector<Settings> = {
  id: 'suitecrm',
  label: 'SuiteCRM',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: (settings) => ({
    ...fullCapabilities,
    identifiers: kindsOf(settings),
    identifiersBySetting: true,
    searchesInAddress: true,
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 2,
    organisations: 2,
    search: 5,
    opening: 3,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default suitecrm;

/** What can be found: an address and a custom field only by the older API. */
function kindsOf({ user, otherFields }: Settings): IdentifierKind[] {
  const others = otherIdentifierFields(otherFields);
  if (user) return heldKinds(others);
  return heldKinds(others).filter(
    (kind) => kind !== 'email' && !(others[kind] ?? []).some((field) => field.endsWith('_c')),
  );
}

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region, oauthClientId, user } = settings;
  const [secret = '', ...rest] = user ? credential.split(' ') : [credential];
  const traffic = createTraffic(suitecrm.rate);
  const auth = clientCredentials({
    baseUrl,
    path: 'Api/access_token',
    oauthClientId,
    secret,
    // An unknown client is a fault of the server's own there.
    unknownClient: ({ status, text }) => status === 500 && text.includes('"OAuth2Clients module'),
    traffic,
    fetch,
    memory,
  });
  const http = createHttp({ baseUrl, headers: {}, auth, refusal: suiteRefusal, traffic, fetch });
  const legacy = user
    ? createSuiteLegacy({ baseUrl, user, password: rest.join(' '), traffic, fetch, report })
    : undefined;
  const others = otherIdentifierFields(settings.otherFields);
  const kinds = kindsOf(settings);
  const reads = createSuiteReads({ http, legacy, region, others, kinds, memory, report });
  const { get, find } = reads;
  const accounts = createSuiteAccounts(http, reads, { region, report });

  async function accessToContacts(signal?: AbortSignal): Promise<string[]> {
    const path = 'Api/V8/meta/modules';
    const { data } = await http.read({ method: 'get', path, reply: modulesSchema, signal });
    return data.attributes.Contacts?.access ?? [];
  }

  return {
    async session({ signal } = {}) {
      const { data } = await http.read({
        method: 'get',
        path: 'Api/V8/current-user',
        reply: userSchema,
        signal,
      });
      return { agent: { id: data.id, name: plainText(data.attributes.name ?? '').trim() || data.id } };
    },
    // Who may change contacts may create them there: both are saving.
    mayCreate: async ({ signal } = {}) => (await accessToContacts(signal)).includes('edit'),
    async workspace({ signal } = {}) {
      const { fields: known, slots } = await reads.mapping(signal);
      const access = await accessToContacts(signal);
      if (!access.includes('view')) throw new CrmError({ code: 'not-allowed' });
      const fields = suiteDefinitions(known, new Set(Object.values(slots).flat())).map((field) =>
        access.includes('edit') ? field : { ...field, readOnly: true },
      );
      return defaultWorkspace({ name: 'SuiteCRM', region, fields, kinds });
    },
    async getContact(id, { signal } = {}) {
      const account = organisationIdOf(id);
      if (account !== undefined) return accounts.get(account, signal);
      return (await get(id, signal))?.contact ?? null;
    },
    findByIdentifier: (identifier, { signal } = {}) =>
      withOrganisations(identifier, () => find(identifier, signal), accounts, signal),
    search: (query, { signal } = {}) => searchSuite(reads, { query, region, signal }),
    ...recordWrites(
      {
        identifiers: kinds,
        get,
        find,
        async insert(contact, signal) {
          const attributes = suiteChanges({}, contact, await reads.mapping(signal));
          const json = { data: { type: 'Contacts', attributes } };
          const { data } = await http.write({
            method: 'post',
            path: 'Api/V8/module',
            json,
            reply: savedSchema,
            signal,
          });
          return data.id;
        },
        async kept({ record }, signal) {
          return keptSlots(record, (await reads.mapping(signal)).slots);
        },
        async patch({ contact, record }, change, signal) {
          const changes = suiteChanges(record, change, await reads.mapping(signal));
          const { [suiteEmailSlot]: email, ...attributes } = changes;
          if (email !== undefined && !legacy)
            throw new CrmError({ code: 'not-supported', reason: 'read-only' });
          if (Object.keys(attributes).length > 0) {
            const json = { data: { type: 'Contacts', id: contact.id, attributes } };
            await http.write({ method: 'patch', path: 'Api/V8/module', json, reply: savedSchema, signal });
          }
          if (email !== undefined) await legacy?.setEmail(contact.id, email, signal);
        },
      },
      memory,
      pace,
    ),
    recordUrl(id) {
      const account = organisationIdOf(id);
      const record = encodeURIComponent(account ?? id);
      const module = account === undefined ? 'Contacts' : 'Accounts';
      return `${baseUrl}index.php?module=${module}&action=DetailView&record=${record}`;
    },
  };
}
