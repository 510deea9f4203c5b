import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { foundOf } from '../../domain/search/found.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { authorizationCode } from '../http/auth/authorization-code.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { recordWrites } from '../records/record-writes.ts';
import { mostFound } from '../records/text-search.ts';
import { personFields, twentyFields, twentyObjectsSchema } from './twenty-fields.ts';
import { createTwentyPeople } from './twenty-people.ts';
import { twentyRefusal } from './twenty-refusal.ts';

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
    search: 4,
    opening: 0,
  },
  // https://docs.twenty.com/developers/extend/api (November 2026): a hundred a minute.
  rate: { requests: 100, perMs: 60_000 },
  connect,
};

export default twenty;

function connect({
  settings,
  credential,
  fetch,
  memory,
  tokens,
  pace,
  onUnread: report,
}: CrmContext<Settings>): Crm {
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
  const people = createTwentyPeople(http, { region, fields, report });

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
      const known = personFields(data.objects, report);
      const labelOf = (name: string) => known.find((field) => field.name === name)?.label;
      const [phone, email] = [labelOf('phones'), labelOf('emails')];
      return defaultWorkspace({
        name: 'Twenty',
        region,
        fields: twentyFields(known, new Set(Object.values(fields).flat())),
        kinds: heldKinds(fields),
        labels: { ...(phone && { phone }), ...(email && { email }) },
      });
    },
    getContact: async (id, { signal } = {}) => (await people.get(id, signal))?.contact ?? null,
    findByIdentifier: (identifier, { signal } = {}) => people.find(identifier, signal),
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      if (!phone) return people.listByText(query, signal);
      return foundOf(typedAs(query)(await people.listByIdentifier(phone, signal), phone), mostFound);
    },
    ...recordWrites(people, memory, pace),
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
