import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import { foundOf } from '../../domain/search/found.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { organisationIdOf, withOrganisations } from '../records/organisations.ts';
import { readEach } from '../records/read-each.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { createCompanies } from './companies.ts';
import { ownSlots } from './contact.ts';
import { createContacts } from './contacts.ts';
import { propertiesSchema, propertySchema, shownProperties, toldPropertiesSchema } from './properties.ts';

const settingsSchema = z.object({
  baseUrl: z._default(baseUrlSchema, 'https://api.hubapi.com/'),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const accountSchema = z.object({
  portalId: z.int(),
  uiDomain: z.optional(z.string().check(z.regex(/^[\w-]+\.hubspot\.com$/))),
});

/**
 * HubSpot, contacts, and companies where only they have a number, with the token of a private app:
 * https://developers.hubspot.com/docs/api-reference (November 2026).
 * What was created is found by a search only after 10 s to a minute.
 */
const hubspot: CrmConnector<Settings> = {
  id: 'hubspot',
  label: 'HubSpot',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
  }),
  plan: {
    getContact: 1,
    // One more each where properties of its own make the search too long.
    findByIdentifier: 2,
    organisations: 3,
    search: 2,
    opening: 1,
    // A contact merged into another is answered under its new id.
    // https://developers.hubspot.com/changelog/updated-merge-functionality-for-contacts-and-companies (seen 2026-11-21)
    followsMerges: true,
  },
  // For each app, in the smallest edition; searches are counted over all apps of an account, by the second.
  // https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines (November 2026)
  rate: { requests: 100, perMs: 10_000, searches: { requests: 4, perMs: 1_000 } },
  connect,
};

export default hubspot;

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const http = createHttp({
    baseUrl,
    headers: { Authorization: `Bearer ${credential}` },
    refusal,
    traffic: createTraffic(hubspot.rate),
    fetch,
  });
  const others = otherIdentifierFields(settings.otherFields);
  const slots = { ...ownSlots, ...others };
  const kinds = heldKinds(others);
  const properties = remembered(memory, 'properties', propertiesSchema, async () => {
    const path = 'crm/v3/properties/contacts';
    const { results } = await http.read({ method: 'get', path, reply: toldPropertiesSchema });
    return { results: readEach(propertySchema, results, { of: 'field', report }).map(({ value }) => value) };
  });
  const shown = async (signal?: AbortSignal) =>
    shownProperties(await properties(signal), [...Object.values(slots).flat(), 'firstname', 'lastname']);
  const contacts = createContacts({ http, region, slots, kinds, shown, report });
  const companies = createCompanies(http, contacts, { region, report });
  /** Known once somebody has asked who is signed in. */
  let portal: z.infer<typeof accountSchema> | undefined;

  async function account(signal?: AbortSignal) {
    portal = await http.read({
      method: 'get',
      path: 'account-info/v3/details',
      reply: accountSchema,
      signal,
    });
    return portal;
  }
  return {
    async session({ signal } = {}) {
      const { portalId } = await account(signal);
      // A private app is nobody in person.
      return { agent: { id: String(portalId), name: `HubSpot ${portalId}` }, shared: true };
    },
    async workspace({ signal } = {}) {
      const { portalId } = await account(signal);
      const fields = (await shown(signal)).map(({ definition }) => definition);
      return defaultWorkspace({ name: `HubSpot ${portalId}`, region, fields, kinds });
    },
    async getContact(id, { signal } = {}) {
      const company = organisationIdOf(id);
      if (company !== undefined) return companies.get(company, signal);
      return (await contacts.get(id, signal))?.contact ?? null;
    },
    findByIdentifier: (identifier, { signal } = {}) =>
      withOrganisations(identifier, () => contacts.find(identifier, signal), companies, signal),
    async search(query, { signal } = {}) {
      const text = query.trim();
      const number = phoneQuery(text, region);
      if (number) return foundOf(await contacts.find(number, signal, typedAs(text)), mostFound);
      return text === '' ? { contacts: [] } : contacts.list({ query: text }, mostFound, signal);
    },
    ...recordWrites(contacts, memory, pace),
    recordUrl(id) {
      const company = organisationIdOf(id);
      if (!portal || !/^\d+$/.test(company ?? id)) return null;
      const record = company === undefined ? `0-1/${id}` : `0-2/${company}`;
      return `https://${portal.uiDomain ?? 'app.hubspot.com'}/contacts/${portal.portalId}/record/${record}`;
    },
  };
}

/**
 * A contact with that e-mail address is there already; its id is all that is taken from what HubSpot says. A scope that the
 * app was not granted is a missing right, whatever the status.
 */
function refusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  if ((status === 401 || status === 403) && /"category"\s*:\s*"MISSING_SCOPES"/.test(text)) {
    return { code: 'not-allowed' };
  }
  const id = status === 409 ? /Existing ID: (\d{1,19})/.exec(text)?.[1] : undefined;
  return id === undefined ? undefined : { code: 'conflict', owners: [id] };
}
