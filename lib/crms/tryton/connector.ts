import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { foundOf } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { withOtherSpellings } from '../records/other-spellings.ts';
import { readValues } from '../records/read-each.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { domainOfSearch } from './find-domain.ts';
import { createParties } from './parties.ts';
import { heldKinds } from './party.ts';
import { fieldsOfParty, type PartyFields, partyFieldSchema, partyFieldsSchema } from './party-fields.ts';
import { createRpc, type Rpc } from './rpc.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  database: z.string().check(z.trim(), z.regex(/^[\w.-]{1,64}$/)),
  user: z.string().check(z.trim(), z.minLength(1), z.maxLength(256)),
  region: regionSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const usersSchema = z.array(z.object({ id: z.int(), name: z.nullable(z.string()), login: z.string() }));
const mechanismFieldsSchema = z.object({
  type: z.object({ selection: z.array(z.unknown()) }),
});
const labelSchema = z.tuple([z.string(), z.string().check(z.minLength(1), z.maxLength(128))]);
/** A contact is a party with its mechanisms; both have rights of their own. */
const models = ['party.party', 'party.contact_mechanism'];
/** Yes and no for the model itself, 1 and 0 where a rule narrows them. */
const accessSchema = z.record(z.string(), z.looseObject({ create: z.union([z.boolean(), z.int()]) }));
const addressFields = [
  { key: 'city', label: '', type: 'text', readOnly: true },
  { key: 'country', label: '', type: 'text', readOnly: true },
  { key: 'language', label: '', type: 'text', readOnly: true },
] as const;

/** Tryton, module party, over JSON-RPC (tried on 6.0). A party is a person or a company alike: Tryton does not tell them apart. */
const tryton: CrmConnector<Settings> = {
  id: 'tryton',
  label: 'Tryton',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: () => ({
    ...fullCapabilities,
    comparesVersions: true,
    identifiers: [...heldKinds],
  }),
  plan: {
    getContact: 2,
    findByIdentifier: 1,
    search: 2,
    opening: 2,
    followsMerges: true,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default tryton;

function connect(context: CrmContext<Settings>): Crm {
  const { settings, memory, pace, onUnread } = context;
  const rpc = createRpc(context, createTraffic(tryton.rate));
  const fields = remembered(memory, 'fields', partyFieldsSchema, () => askFields(rpc, onUnread));
  const parties = createParties({ rpc, region: settings.region, fields, report: onUnread });
  return {
    async session({ signal } = {}) {
      const [user] = await rpc.read({
        method: 'model.res.user.search_read',
        params: [[['login', '=', settings.user]], 0, 1, null, ['name', 'login']],
        result: usersSchema,
        signal,
      });
      if (!user) throw new CrmError({ code: 'not-allowed' });
      return { agent: { id: String(user.id), name: (user.name ?? user.login).slice(0, 256) } };
    },
    async mayCreate({ signal } = {}) {
      const access = await rpc.read({
        method: 'model.ir.model.access.get_access',
        params: [models],
        result: accessSchema,
        signal,
      });
      return models.every((model) => Boolean(access[model]?.create));
    },
    async workspace({ signal } = {}) {
      const known = await fields(signal);
      const { type } = await rpc.read({
        method: 'model.party.contact_mechanism.fields_get',
        params: [['type']],
        result: mechanismFieldsSchema,
        signal,
      });
      const labels = new Map(
        type.selection.map((one) => z.safeParse(labelSchema, one).data).filter((one) => one !== undefined),
      );
      return defaultWorkspace({
        name: settings.database,
        region: settings.region,
        fields: [...addressFields, ...fieldsOfParty(known)],
        kinds: [...heldKinds],
        labels: { phone: labels.get('phone'), email: labels.get('email') },
      });
    },
    getContact: async (id, { signal } = {}) => (await parties.get(id, signal))?.contact ?? null,
    findByIdentifier: (identifier, { signal } = {}) => parties.find(identifier, signal),
    async search(query, { signal } = {}) {
      const words = typedWords(query);
      if (words.length === 0) return { contacts: [] };
      const { contacts, came } = await parties.list(domainOfSearch(query), mostFound + 1, signal);
      // Tryton compares accents, unless its database was set up not to.
      return withOtherSpellings(
        query,
        foundOf(contacts, mostFound, came),
        async (patterns) => (await parties.list(domainOfSearch(query, patterns), mostFound, signal)).contacts,
      );
    },
    ...recordWrites(parties, memory, pace),
    recordUrl: (id) =>
      /^\d+$/.test(id) ? `${settings.baseUrl}#${settings.database}/model/party.party/${id}` : null,
  };
}

async function askFields(rpc: Rpc, report: ReportUnread | undefined): Promise<PartyFields> {
  const told = await rpc.read({
    method: 'model.party.party.fields_get',
    params: [null],
    result: z.record(z.string(), z.unknown()),
  });
  return readValues(partyFieldSchema, told, { of: 'field', report });
}
