import * as z from 'zod/mini';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
import { maxDefinitionLength, readCrmDefinition } from '../../domain/crm/crm-definition-problems.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { foundOf } from '../../domain/search/found.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext, CrmSession } from '../crm.ts';
import { revokeTokens } from '../http/auth/revoke-tokens.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { joinName } from '../records/person-name.ts';
import { type RecordWrites, recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { fillPath } from './requests/build-request.ts';
import { valuesOfQuery } from './requests/placeholder-values.ts';
import { restAuth, restOAuth, tokenUrlOf } from './rest-auth.ts';
import { heldKinds, restCapabilities } from './rest-capabilities.ts';
import { createRestClient } from './rest-client.ts';
import { textAt } from './rest-contact.ts';
import { discoveredSchema, discoverFields } from './rest-fields.ts';
import { createRestRecords, type RestRecords } from './rest-records.ts';
import { restWorkspace } from './rest-workspace.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  region: regionSchema,
  user: z.optional(z.string().check(z.maxLength(256))),
  /** As the administrator wrote it (docs/crm-definitions.md), so that it comes back as it was typed. */
  definition: z.string().check(
    z.maxLength(maxDefinitionLength),
    z.refine((text) => readCrmDefinition(text).ok),
  ),
});
type Settings = z.infer<typeof settingsSchema>;

const longestName = 256;
const nothing = { texts: {} };

/** Any REST API that speaks JSON, as an administrator's definition describes it (docs/crm-definitions.md). */
const rest: CrmConnector<Settings> = {
  id: 'rest',
  label: 'REST API',
  settings: settingsSchema,
  origins(settings) {
    const { auth } = definitionOf(settings);
    const tokenUrl = 'tokenUrl' in auth ? [tokenUrlOf(auth.tokenUrl, settings.baseUrl)] : [];
    const revokeUrl = 'revokeUrl' in auth && auth.revokeUrl !== undefined ? [auth.revokeUrl] : [];
    return [...new Set([settings.baseUrl, ...tokenUrl, ...revokeUrl].map(matchPattern))];
  },
  oauth: (settings) => restOAuth(definitionOf(settings).auth, settings.user ?? ''),
  capabilities: (settings) => restCapabilities(definitionOf(settings)),
  plan: {
    getContact: 2,
    findByIdentifier: 2,
    search: 1,
    // Signing in, and the list of fields.
    opening: 3,
  },
  // Of an API that nothing is known of; a definition may say another.
  rate: { requests: 50, perMs: 10_000 },
  connect,
};

export default rest;

/** The settings were validated: it can be read. */
function definitionOf({ definition }: Settings): CrmDefinition {
  const read = readCrmDefinition(definition);
  if (!read.ok) throw new CrmError({ code: 'not-supported' });
  return read.definition;
}

function connect({ settings, ...context }: CrmContext<Settings>): Crm {
  const { baseUrl, region, user = '' } = settings;
  const definition = definitionOf(settings);
  const { session, workspace, search, record, rate } = definition;
  const traffic = createTraffic(rate ? { requests: rate.requests, perMs: rate.seconds * 1_000 } : rest.rate);
  const { headers, auth, login } = restAuth({ ...context, definition, traffic, baseUrl, user });
  const client = createRestClient(definition, {
    baseUrl,
    headers: { ...definition.headers, ...headers },
    auth,
    login,
    traffic,
    fetch: context.fetch,
  });
  const can = restCapabilities(definition);
  const agentId = remembered(context.memory, 'agent', z.string(), async () => (await askSession()).agent.id);
  const discovered = remembered(context.memory, 'fields', discoveredSchema, () =>
    discoverFields(definition, client),
  );
  let opened: { fields: DefinedField[]; with: Opened } | undefined;

  /** What knows the fields that the CRM lists, where it is asked for them. */
  async function open(signal?: AbortSignal): Promise<Opened> {
    const fields = definition.discover ? await discovered(signal) : [];
    if (opened?.fields !== fields) {
      const whole = { ...definition, fields: [...definition.fields, ...fields] };
      const records = createRestRecords({
        definition: whole,
        client,
        region,
        agentId,
        report: context.onUnread,
      });
      opened = {
        fields,
        with: { definition: whole, records, writes: recordWrites(records, context.memory, context.pace) },
      };
    }
    return opened.with;
  }

  async function askSession(signal?: AbortSignal): Promise<CrmSession> {
    const { json } = await client.read({ on: 'session', template: session.request, values: nothing }, signal);
    const { shared } = session;
    if (shared !== undefined) return { agent: { id: shared, name: shared }, shared: true };
    const id = session.id === undefined ? '' : textAt(json, session.id);
    if (id === '') throw new CrmError({ code: 'bad-reply' });
    const name = joinName(...[session.name ?? []].flat().map((path) => textAt(json, path)));
    return { agent: { id, name: (name || id).slice(0, longestName) } };
  }

  return {
    session: ({ signal } = {}) => askSession(signal),
    async workspace({ signal } = {}) {
      if (workspace.request) {
        const asked = { on: 'workspace' as const, template: workspace.request, values: nothing };
        const { json } = await client.read(asked, signal);
        const missing = workspace.expect !== undefined && readAt(json, workspace.expect) === undefined;
        if (missing) throw new CrmError({ code: 'bad-reply' });
      } else await askSession(signal);
      const { definition: whole } = await open(signal);
      return restWorkspace(whole, region, heldKinds(definition.identifiers));
    },
    async getContact(id, { signal } = {}) {
      const { records } = await open(signal);
      return (await records.get(id, signal))?.contact ?? null;
    },
    async findByIdentifier(identifier, { signal } = {}) {
      if (!definition.identifiers[identifier.kind]) return [];
      const { records } = await open(signal);
      return records.find(identifier, signal);
    },
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      if (phone && definition.identifiers.phone?.find) {
        const { records } = await open(signal);
        return foundOf(await records.find(phone, signal, typedAs(query)), mostFound);
      }
      if (!search) throw new CrmError({ code: 'not-supported' });
      if (query.trim() === '') return { contacts: [] };
      const { records } = await open(signal);
      const listed = await records.search(valuesOfQuery(query), mostFound + 1, signal);
      const found = foundOf(listed.contacts, mostFound);
      if (listed.total !== undefined) return { contacts: found.contacts, total: listed.total };
      return listed.complete ? found : { ...found, more: true };
    },
    createContact: can.create
      ? async (...given) => (await open(given[1].signal)).writes.createContact(...given)
      : notOffered,
    updateContact:
      can.update || can.link
        ? async (...given) => (await open(given[3].signal)).writes.updateContact(...given)
        : notOffered,
    assignIdentifier: can.link
      ? async (...given) => (await open(given[1].signal)).writes.assignIdentifier(...given)
      : notOffered,
    undoAssignment: can.link
      ? async (...given) => (await open(given[1].signal)).writes.undoAssignment(...given)
      : notOffered,
    async signOut({ signal } = {}) {
      const oauth = restOAuth(definition.auth, user);
      const tokens = await context.tokens?.load();
      if (oauth && tokens) await revokeTokens(oauth, tokens, { fetch: context.fetch, signal });
    },
    recordUrl: (id) => (record.url === undefined ? null : pageOf(baseUrl, record.url, id)),
  };
}

/** What works once the fields are known. */
interface Opened {
  definition: CrmDefinition;
  records: RestRecords;
  writes: RecordWrites;
}

async function notOffered(): Promise<never> {
  throw new CrmError({ code: 'not-supported' });
}

/** null where the id cannot stand in an address. */
function pageOf(baseUrl: string, template: string, contactId: string): string | null {
  try {
    const address = baseUrl + fillPath(template, { contactId });
    return URL.parse(address)?.href === address ? address : null;
  } catch {
    return null;
  }
}
