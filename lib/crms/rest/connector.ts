import * as z from 'zod/mini';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { maxDefinitionLength, readCrmDefinition } from '../../domain/crm/crm-definition-problems.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { foundOf } from '../../domain/search/found.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { revokeTokens } from '../http/auth/revoke-tokens.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createTraffic } from '../http/traffic.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { joinName } from '../records/person-name.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { buildRequest, fillPath } from './build-request.ts';
import { valuesOfQuery } from './placeholder-values.ts';
import { restAuth, restOAuth, tokenUrlOf } from './rest-auth.ts';
import { heldKinds, restCapabilities } from './rest-capabilities.ts';
import { createRestClient } from './rest-client.ts';
import { textAt } from './rest-contact.ts';
import { createRestRecords } from './rest-records.ts';
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
const noRequest = { texts: {} };

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
    opening: 1,
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
  const { headers, auth } = restAuth({ ...context, auth: definition.auth, baseUrl, user });
  const client = createRestClient(definition, {
    baseUrl,
    headers: { ...definition.headers, ...headers },
    auth,
    traffic: createTraffic(rate ? { requests: rate.requests, perMs: rate.seconds * 1_000 } : rest.rate),
    fetch: context.fetch,
  });
  const records = createRestRecords({ definition, client, region });
  const can = restCapabilities(definition);
  const writes = recordWrites(records, context.memory);

  async function askSession(signal?: AbortSignal) {
    const { json } = await client.read(buildRequest(session.request, noRequest), signal);
    const id = textAt(json, session.id);
    if (id === '') throw new CrmError({ code: 'bad-reply' });
    const name = joinName(...[session.name ?? []].flat().map((path) => textAt(json, path)));
    return { agent: { id, name: (name || id).slice(0, longestName) } };
  }

  return {
    session: ({ signal } = {}) => askSession(signal),
    async workspace({ signal } = {}) {
      if (workspace.request) {
        const { json } = await client.read(buildRequest(workspace.request, noRequest), signal);
        const missing = workspace.expect !== undefined && readAt(json, workspace.expect) === undefined;
        if (missing) throw new CrmError({ code: 'bad-reply' });
      } else await askSession(signal);
      return restWorkspace(definition, region, heldKinds(definition.identifiers));
    },
    getContact: async (id, { signal } = {}) => (await records.get(id, signal))?.contact ?? null,
    findByIdentifier: (identifier, { signal } = {}) => records.find(identifier, signal),
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      if (phone && definition.identifiers.phone?.find) {
        return foundOf(await records.find(phone, signal, typedAs(query)), mostFound);
      }
      if (!search) throw new CrmError({ code: 'not-supported' });
      if (query.trim() === '') return { contacts: [] };
      return foundOf(await records.list(search, valuesOfQuery(query), mostFound + 1, signal), mostFound);
    },
    createContact: can.create ? writes.createContact : notOffered,
    updateContact: can.update || can.link ? writes.updateContact : notOffered,
    assignIdentifier: can.link ? writes.assignIdentifier : notOffered,
    undoAssignment: can.link ? writes.undoAssignment : notOffered,
    async signOut({ signal } = {}) {
      const oauth = restOAuth(definition.auth, user);
      const tokens = await context.tokens?.load();
      if (oauth && tokens) await revokeTokens(oauth, tokens, { fetch: context.fetch, signal });
    },
    recordUrl: (id) => (record.url === undefined ? null : pageOf(baseUrl, record.url, id)),
  };
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
