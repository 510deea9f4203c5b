import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { foundOf } from '../../domain/search/found.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import { emailQuery } from '../identifiers/email-query.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { organisationIdOf, withOrganisations } from '../records/organisations.ts';
import { readEach } from '../records/read-each.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { createAccounts } from './accounts.ts';
import { createContacts } from './contacts.ts';
import { zohoRefusal } from './errors.ts';
import { fieldSchema, fieldsSchema, shownFields, slotsOf, toldFieldsSchema } from './fields.ts';

const settingsSchema = z.object({
  baseUrl: z._default(baseUrlSchema, 'https://www.zohoapis.com/'),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const usersSchema = z.object({
  users: z.array(z.looseObject({ id: z.string(), full_name: z.optional(z.nullable(z.string())) })),
});
const largestFields = 4_194_304;

/**
 * Zoho CRM v8, contacts, and accounts where only they have a number: https://www.zoho.com/crm/developer/docs/api/v8/ (November
 * 2026). Every call costs credits of a day.
 */
const zoho: CrmConnector<Settings> = {
  id: 'zoho',
  label: 'Zoho CRM',
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
    search: 2,
    // The fields of contacts; those of accounts where one is looked for.
    opening: 2,
  },
  // Zoho counts credits by the day and calls at the same time: five in its smallest edition, which these leave room in.
  // https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html (November 2026)
  rate: { requests: 50, perMs: 10_000 },
  connect,
};

export default zoho;

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const headers = { Authorization: `Zoho-oauthtoken ${credential}` };
  const http = createHttp({
    baseUrl,
    headers,
    refusal: zohoRefusal,
    traffic: createTraffic(zoho.rate),
    fetch,
  });
  const others = otherIdentifierFields(settings.otherFields);
  const kinds = heldKinds(others);
  const fieldsOf = (module: string, key: string) =>
    remembered(memory, key, fieldsSchema, async () => {
      const told = await http.read({
        method: 'get',
        path: 'crm/v8/settings/fields',
        query: { module },
        reply: toldFieldsSchema,
        largest: largestFields,
      });
      return {
        fields: readEach(fieldSchema, told.fields, { of: 'field', report }).map(({ value }) => value),
      };
    });
  const fields = fieldsOf('Contacts', 'fields');
  async function layout(signal?: AbortSignal) {
    const known = await fields(signal);
    const slots = slotsOf(known, others);
    const ofAccounts = known.fields.some(({ api_name }) => api_name === 'Account_Name');
    return { slots, ofAccounts, shown: shownFields(known, slots) };
  }
  const contacts = createContacts({ http, region, kinds, layout, report });
  const accountFields = fieldsOf('Accounts', 'accountFields');
  const accounts = createAccounts({ http, contacts, fields: accountFields, region, report });

  async function user(signal?: AbortSignal) {
    const query = { type: 'CurrentUser' };
    const { users } = await http.read({
      method: 'get',
      path: 'crm/v8/users',
      query,
      reply: usersSchema,
      signal,
    });
    if (!users[0]) throw new CrmError({ code: 'not-allowed' });
    return users[0];
  }
  return {
    async session({ signal } = {}) {
      const { id, full_name } = await user(signal);
      return { agent: { id, name: (full_name ?? id).slice(0, 256) } };
    },
    async workspace({ signal } = {}) {
      await user(signal);
      const { shown } = await layout(signal);
      return defaultWorkspace({
        name: 'Zoho CRM',
        region,
        fields: shown.map(({ definition }) => definition),
        kinds,
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
      const text = query.trim();
      const number = phoneQuery(text, region);
      if (number) return foundOf(await contacts.find(number, signal, typedAs(text)), mostFound);
      const email = emailQuery(text);
      if (email) return contacts.search({ email: email.value }, mostFound, signal);
      // Zoho searches for two letters at least.
      return text.length < 2 ? { contacts: [] } : contacts.search({ word: text }, mostFound, signal);
    },
    ...recordWrites(contacts, memory, pace),
    recordUrl: (id) => {
      const site = siteOf(baseUrl);
      const account = organisationIdOf(id);
      if (!site || !/^\d+$/.test(account ?? id)) return null;
      return account === undefined ? `${site}/crm/tab/Contacts/${id}` : `${site}/crm/tab/Accounts/${account}`;
    },
  };
}

/** Where people work, beside the API of their region. */
function siteOf(baseUrl: string): string | undefined {
  const region = /^https:\/\/www\.zohoapis\.(com|eu|in|com\.au|com\.cn|jp|sa|uk|ca)\/$/.exec(baseUrl)?.[1];
  if (region === 'ca') return 'https://crm.zohocloud.ca';
  return region && `https://crm.zoho.${region}`;
}
