import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { organisationIdOf, withOrganisations } from '../records/organisations.ts';
import { readOne, readValues } from '../records/read-each.ts';
import { recordWrites } from '../records/record-writes.ts';
import { createEspoAccounts } from './espo-accounts.ts';
import { createEspoContacts } from './espo-contacts.ts';
import { espoFieldSchema, espoFields, espoLabel, espoLabelsSchema } from './espo-fields.ts';
import { readMoney } from './espo-money.ts';
import { espoRefusal } from './espo-refusal.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const userSchema = z.object({
  user: z.looseObject({ id: z.string(), name: z.nullish(z.string()), userName: z.nullish(z.string()) }),
});
/** What the user's roles allow; an administrator's table may be empty. */
const aclSchema = z.extend(userSchema, {
  acl: z.nullish(
    z.looseObject({
      table: z.nullish(
        z.looseObject({
          Contact: z.nullish(z.union([z.boolean(), z.looseObject({ create: z.nullish(z.string()) })])),
        }),
      ),
    }),
  ),
});

/**
 * EspoCRM 7 and later (tried with 8.4), contacts, and accounts where only they have a number. It tells of no merges: a contact
 * merged into another is gone.
 */
const espocrm: CrmConnector<Settings> = {
  id: 'espocrm',
  label: 'EspoCRM',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
    searchesInAddress: true,
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 2,
    organisations: 3,
    search: 1,
    opening: 0,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default espocrm;

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const fields = otherIdentifierFields(settings.otherFields);
  const http = createHttp({
    baseUrl,
    headers: { 'X-Api-Key': credential },
    refusal: espoRefusal,
    traffic: createTraffic(espocrm.rate),
    fetch,
  });
  const contacts = createEspoContacts(http, { region, fields }, { report, memory });
  const accounts = createEspoAccounts(http, contacts, { region, report });

  return {
    async session({ signal } = {}) {
      const { user } = await http.read({ method: 'get', path: 'api/v1/App/user', reply: userSchema, signal });
      return { agent: { id: user.id, name: user.name || user.userName || user.id } };
    },
    async mayCreate({ signal } = {}) {
      const { acl } = await http.read({ method: 'get', path: 'api/v1/App/user', reply: aclSchema, signal });
      const right = acl?.table?.Contact;
      if (right === undefined || right === null || right === true) return 'unknown';
      return right !== false && (right.create ? right.create === 'yes' : 'unknown');
    },
    async workspace({ signal } = {}) {
      const described = await http.read({
        method: 'get',
        path: 'api/v1/Metadata',
        query: { key: 'entityDefs.Contact.fields' },
        reply: z.record(z.string(), z.unknown()),
        signal,
      });
      const named = await http.read({
        method: 'get',
        path: 'api/v1/I18n',
        query: { default: 'false' },
        reply: z.looseObject({}),
        signal,
      });
      const metadata = readValues(espoFieldSchema, described, { of: 'field', report });
      const labels = readOne(espoLabelsSchema, named, { of: 'field', report }).value;
      const slots = new Set(Object.values(fields).flat());
      const hasAmounts = Object.values(metadata).some(({ type }) => type === 'currency');
      const money = hasAmounts ? await readMoney(http, signal) : {};
      return defaultWorkspace({
        name: 'EspoCRM',
        region,
        fields: espoFields({ metadata, labels, slots, money }),
        kinds: heldKinds(fields),
        labels: { phone: espoLabel(labels, 'phoneNumber'), email: espoLabel(labels, 'emailAddress') },
      });
    },
    async getContact(id, { signal } = {}) {
      const account = organisationIdOf(id);
      if (account !== undefined) return accounts.get(account, signal);
      return (await contacts.get(id, signal))?.contact ?? null;
    },
    findByIdentifier: (identifier, { signal } = {}) =>
      withOrganisations(identifier, () => contacts.find(identifier, signal), accounts, signal),
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      const byPhone = phone && contacts.listByIdentifier(phone, signal);
      return (await byPhone) ?? contacts.listByText(query, signal);
    },
    ...recordWrites(contacts, memory, pace),
    recordUrl(id) {
      const account = organisationIdOf(id);
      return account === undefined
        ? `${baseUrl}#Contact/view/${encodeURIComponent(id)}`
        : `${baseUrl}#Account/view/${encodeURIComponent(account)}`;
    },
  };
}
