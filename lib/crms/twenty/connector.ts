import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { authorizationCode } from '../http/auth/authorization-code.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { recordWrites } from '../records/record-writes.ts';
import { keptOfTwenty, twentyChanges } from './twenty-changes.ts';
import { twentyFields, twentyObjectsSchema } from './twenty-fields.ts';
import { identifierFilter, idFilter, textFilter } from './twenty-filter.ts';
import { contactOfTwenty, type TwentyPerson, twentyPersonSchema } from './twenty-person.ts';
import { twentyRefusal } from './twenty-refusal.ts';

/** Names of companies that are remembered; a read names 60 at most. */
const mostCompanies = 1_000;

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  oauthClientId: z.optional(z.string().check(z.trim(), z.maxLength(256))),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const workspaceSchema = z.object({
  data: z.object({ currentWorkspace: z.object({ id: z.string(), displayName: z.nullish(z.string()) }) }),
});
/** GraphQL answers 200 to a bad token. */
const graphErrorsSchema = z.object({
  errors: z.array(z.looseObject({ extensions: z.optional(z.looseObject({ code: z.optional(z.string()) })) })),
});
const personSchema = z.object({ data: z.object({ person: twentyPersonSchema }) });
const peopleSchema = z.object({
  data: z.object({ people: z.array(twentyPersonSchema).check(z.maxLength(200)) }),
});
const createdSchema = z.object({ data: z.object({ createPerson: z.looseObject({ id: z.string() }) }) });
const updatedSchema = z.object({ data: z.object({ updatePerson: z.looseObject({ id: z.string() }) }) });
const companiesSchema = z.object({
  data: z.object({ companies: z.array(z.looseObject({ id: z.string(), name: z.nullish(z.string()) })) }),
});
const mostHits = 60;
const mostResults = 20;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Twenty (tried with 0.50 and 0.51) by its REST API: people. An API key belongs to the workspace, not to a person, so the workspace is the agent. */
const twenty: CrmConnector<Settings> = {
  id: 'twenty',
  label: 'Twenty',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  // By Twenty's published sources (oauth.service.ts and its discovery document, November 2026): clients that register
  // themselves are public, PKCE takes the place of a secret. Not tried on a server.
  oauth: ({ baseUrl, oauthClientId }) =>
    oauthClientId
      ? {
          authorizeUrl: `${baseUrl}authorize`,
          tokenUrl: `${baseUrl}oauth/token`,
          clientId: oauthClientId,
          scope: 'api profile',
        }
      : undefined,
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
    searchesInAddress: true,
  }),
  plan: {
    getContact: 2,
    findByIdentifier: 2,
    search: 2,
    opening: 0,
  },
  // https://docs.twenty.com/developers/extend/api (November 2026): a hundred a minute.
  rate: { requests: 100, perMs: 60_000 },
  connect,
};

export default twenty;

function connect({ settings, credential, fetch, memory, tokens }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const fields = otherIdentifierFields(settings.otherFields);
  const oauth = twenty.oauth?.(settings);
  const http = createHttp({
    baseUrl,
    headers: oauth ? {} : { Authorization: `Bearer ${credential}` },
    auth: oauth && authorizationCode({ oauth, tokens, fetch }),
    refusal: twentyRefusal,
    traffic: createTraffic(twenty.rate),
    fetch,
  });
  const companies = new Map<string, string>();
  const mapping = { region, fields, companies };
  const path = (id: string) => `rest/people/${encodeURIComponent(id)}`;
  /** What Twenty sent of a person that was read, for the write that follows. */
  const people = new WeakMap<Contact, TwentyPerson>();

  async function contactsOf(found: TwentyPerson[], signal?: AbortSignal): Promise<Contact[]> {
    const here = found.filter(({ deletedAt }) => !deletedAt);
    await nameCompanies(here, signal);
    return here.map((person) => {
      const contact = contactOfTwenty(person, mapping);
      people.set(contact, person);
      return contact;
    });
  }

  /** A contact without the name of its company is better than none, where the key may not read companies. */
  async function nameCompanies(found: TwentyPerson[], signal?: AbortSignal): Promise<void> {
    const unknown = [...new Set(found.flatMap(({ companyId }) => companyId ?? []))].filter(
      (id) => !companies.has(id),
    );
    if (unknown.length === 0) return;
    const query = { filter: idFilter(unknown), limit: String(mostHits), depth: '0' };
    try {
      const { data } = await http.read({
        method: 'get',
        path: 'rest/companies',
        query,
        reply: companiesSchema,
        signal,
      });
      for (const { id, name } of data.companies) keepNewest(companies, id, name ?? '', mostCompanies);
    } catch (error) {
      if (!(error instanceof CrmError) || error.safe.code !== 'not-allowed') throw error;
    }
  }

  async function get(id: string, signal?: AbortSignal): Promise<Contact | null> {
    if (!uuid.test(id)) return null;
    try {
      const query = { depth: '0' };
      const { data } = await http.read({ method: 'get', path: path(id), query, reply: personSchema, signal });
      const [contact] = await contactsOf([data.person], signal);
      return contact ?? null;
    } catch (error) {
      if (error instanceof CrmError && error.safe.code === 'not-found') return null;
      throw error;
    }
  }

  async function list(filter: string, limit: number, signal?: AbortSignal): Promise<Contact[]> {
    const query = { filter, limit: String(limit), depth: '0' };
    const { data } = await http.read({
      method: 'get',
      path: 'rest/people',
      query,
      reply: peopleSchema,
      signal,
    });
    return contactsOf(data.people, signal);
  }

  async function alike(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const filter = identifierFilter(identifier, fields);
    return filter === undefined ? [] : list(filter, mostHits, signal);
  }

  async function find(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    return filterByIdentifier(await alike(identifier, signal), identifier);
  }

  return {
    async session({ signal } = {}) {
      const { data } = await http.read({
        method: 'post',
        path: 'metadata',
        json: { query: '{currentWorkspace{id displayName}}' },
        decode: ({ text }) => graphData(JSON.parse(text)),
        reply: workspaceSchema,
        signal,
      });
      const { id, displayName } = data.currentWorkspace;
      return { agent: { id, name: displayName || 'Twenty' }, shared: true };
    },
    async workspace({ signal } = {}) {
      const { data } = await http.read({
        method: 'get',
        path: 'rest/metadata/objects',
        query: { limit: '100' },
        reply: twentyObjectsSchema,
        signal,
      });
      const person = data.objects.find(({ nameSingular }) => nameSingular === 'person');
      const labelOf = (name: string) => person?.fields?.find((field) => field.name === name)?.label;
      const [phone, email] = [labelOf('phones'), labelOf('emails')];
      return defaultWorkspace({
        name: 'Twenty',
        region,
        fields: twentyFields(person?.fields ?? [], new Set(Object.values(fields).flat())),
        kinds: heldKinds(fields),
        labels: { ...(phone && { phone }), ...(email && { email }) },
      });
    },
    getContact: (id, { signal } = {}) => get(id, signal),
    findByIdentifier: (identifier, { signal } = {}) => find(identifier, signal),
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      if (!phone) return list(textFilter(query), mostResults, signal);
      return typedAs(query)(await alike(phone, signal), phone).slice(0, mostResults);
    },
    ...recordWrites(
      {
        identifiers: heldKinds(fields),
        get,
        find,
        async insert(contact, signal) {
          const json = twentyChanges(undefined, contact, mapping);
          const { data } = await http.write({
            method: 'post',
            path: 'rest/people',
            json,
            reply: createdSchema,
            signal,
          });
          return data.createPerson.id;
        },
        kept: (contact) => keptOfTwenty(people.get(contact), fields),
        async patch(contact, change, signal) {
          const json = twentyChanges(people.get(contact), change, mapping);
          await http.write({ method: 'patch', path: path(contact.id), json, reply: updatedSchema, signal });
        },
      },
      memory,
    ),
    // The hosted service answers at one address for all and shows its pages at another.
    recordUrl: (id) =>
      new URL(baseUrl).host === 'api.twenty.com' ? null : `${baseUrl}object/person/${encodeURIComponent(id)}`,
  };
}

function graphData(body: unknown): unknown {
  const failed = z.safeParse(graphErrorsSchema, body);
  if (!failed.success) return body;
  const code = failed.data.errors[0]?.extensions?.code;
  throw new CrmError({
    code: code === 'UNAUTHENTICATED' ? 'signed-out' : code === 'FORBIDDEN' ? 'not-allowed' : 'bad-reply',
  });
}
