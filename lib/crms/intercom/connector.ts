import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { FieldDefinition } from '../../domain/fields/workspace.ts';
import { foundOf } from '../../domain/search/found.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import {
  heldKinds,
  type IdentifierFields,
  otherFieldsSchema,
  otherIdentifierFields,
} from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { readEach } from '../records/read-each.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { attributeSchema, attributesSchema, definitionsOf, toldAttributesSchema } from './attributes.ts';
import { createContacts } from './contacts.ts';
import { queryOfText } from './search-query.ts';

const settingsSchema = z.object({
  baseUrl: z._default(baseUrlSchema, 'https://api.intercom.io/'),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const version = '2.14';
const meSchema = z.object({
  id: z.union([z.string(), z.number()]),
  name: z.optional(z.nullable(z.string())),
  app: z.optional(
    z.nullable(
      z.object({
        id_code: z.string().check(z.regex(/^[\w-]{1,64}$/)),
        name: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});
const ownFields: FieldDefinition[] = [
  { key: 'city', label: '', type: 'text', readOnly: true },
  { key: 'country', label: '', type: 'text', readOnly: true },
  { key: 'language', label: '', type: 'text' },
];

/** Intercom 2.14, contacts: https://developers.intercom.com/docs (November 2026). A search may miss what is minutes old. */
const intercom: CrmConnector<Settings> = {
  id: 'intercom',
  label: 'Intercom',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 1,
    search: 1,
    opening: 1,
  },
  // 1,000 a minute, counted by ten seconds, at the least.
  // https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting (November 2026)
  rate: { requests: 166, perMs: 10_000 },
  connect,
};

export default intercom;

function slotsOf(others: IdentifierFields): IdentifierFields {
  const named = (name: string) => (name === 'external_id' ? name : `custom_attributes.${name}`);
  const custom = Object.entries(others).map(([kind, names]) => [kind, names.map(named)]);
  return { phone: ['phone'], email: ['email'], ...Object.fromEntries(custom) };
}

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const headers = { Authorization: `Bearer ${credential}`, 'Intercom-Version': version };
  const http = createHttp({ baseUrl, headers, refusal, traffic: createTraffic(intercom.rate), fetch });
  const others = otherIdentifierFields(settings.otherFields);
  const kinds = heldKinds(others);
  const slots = slotsOf(others);
  const attributes = remembered(memory, 'attributes', attributesSchema, async () => {
    const { data } = await http.read({
      method: 'get',
      path: 'data_attributes',
      query: { model: 'contact' },
      reply: toldAttributesSchema,
    });
    return { data: readEach(attributeSchema, data, { of: 'field', report }).map(({ value }) => value) };
  });
  const definitions = async (signal?: AbortSignal) =>
    definitionsOf(await attributes(signal), Object.values(slots).flat());
  const contacts = createContacts({ http, region, slots, kinds, definitions, report });
  /** Known once somebody has asked who is signed in. */
  let app: string | undefined;

  async function me(signal?: AbortSignal) {
    const found = await http.read({ method: 'get', path: 'me', reply: meSchema, signal });
    app = found.app?.id_code;
    return found;
  }
  return {
    async session({ signal } = {}) {
      const { id, name } = await me(signal);
      return { agent: { id: String(id), name: (name ?? String(id)).slice(0, 256) } };
    },
    async workspace({ signal } = {}) {
      const { app: found } = await me(signal);
      const fields = [...ownFields, ...(await definitions(signal))];
      return defaultWorkspace({ name: found?.name ?? 'Intercom', region, fields, kinds });
    },
    getContact: async (id, { signal } = {}) => (await contacts.get(id, signal))?.contact ?? null,
    findByIdentifier: (identifier, { signal } = {}) => contacts.find(identifier, signal),
    async search(query, { signal } = {}) {
      const number = phoneQuery(query.trim(), region);
      if (number) return foundOf(await contacts.find(number, signal, typedAs(query)), mostFound);
      const asked = queryOfText(query);
      return asked ? contacts.list(asked, mostFound, signal) : { contacts: [] };
    },
    ...recordWrites(contacts, memory, pace),
    recordUrl: (id) =>
      app && /^\w+$/.test(id) ? `${siteOf(baseUrl)}/a/apps/${app}/users/${id}/all-conversations` : null,
  };
}

/** Where people work, beside the API of their region. */
function siteOf(baseUrl: string): string {
  const region = /^https:\/\/api\.(eu|au)\.intercom\.io\/$/.exec(baseUrl)?.[1];
  return `https://app.${region ? `${region}.` : ''}intercom.com`;
}

/** Codes of a token that is good and may not do this, whatever the status: developers.intercom.com, Error codes (November 2026). */
const forbidden = /"code"\s*:\s*"(?:action_forbidden|forbidden|token_unauthorized|api_plan_restricted)"/;

/** Whose address it is already, by id alone; and when to ask again, which Intercom says in a header of its own. */
function refusal({ status, headers, text }: HttpAnswer): SafeCrmError | undefined {
  if ((status === 401 || status === 403) && forbidden.test(text)) return { code: 'not-allowed' };
  const owner = status === 409 ? /\bid=([\da-f]{24})\b/.exec(text)?.[1] : undefined;
  if (owner) return { code: 'conflict', owners: [owner] };
  const reset = Number(headers.get('X-RateLimit-Reset'));
  if (status !== 429 || headers.has('Retry-After') || !(reset > 0)) return undefined;
  return { code: 'rate-limited', retryAfterMs: Math.min(3_600_000, Math.max(0, reset * 1_000 - Date.now())) };
}
