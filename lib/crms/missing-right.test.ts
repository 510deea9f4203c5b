import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmConnector } from './crm.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { isRead, matches } from './http/match-exchange-for-tests.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';

/** What each CRM says to a person who lacks a right, and to a credential that it does not take: after its own sources and documents. */
interface Said {
  status: number;
  body: unknown;
}

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
const connectors = import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' });
const names = Object.keys(connectors).map((file) => file.split('/')[1] ?? '');

const dolibarrSays = (message: string, source?: string) => ({
  error: { code: 401, message },
  ...(source && { debug: { source, stages: { failure: [source.split(' ').at(-2), 'message'] } } }),
});
const noCreating = 'Unauthorized: No permission to create/update contacts';
const notHis = 'Unauthorized: Access not allowed for login ann';
const wrongKey =
  'Unauthorized: Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)';
const odooSays = (name: string) => ({
  jsonrpc: '2.0',
  id: 1,
  error: { code: 200, message: 'Odoo Server Error', data: { name } },
});
const twentySays = (error: string, message: string, code?: string) => ({
  statusCode: 400,
  error,
  messages: [message],
  ...(code && { code }),
});
const zohoSays = (code: string) => ({ code, details: {}, message: 'x', status: 'error' });
const intercomSays = (code: string) => ({ type: 'error.list', errors: [{ code, message: 'x' }] });

const lacks: Record<string, Said[]> = {
  companion: [{ status: 403, body: { detail: 'x' } }],
  carddav: [{ status: 403, body: '<d:error xmlns:d="DAV:"><d:need-privileges/></d:error>' }],
  dolibarr: [
    { status: 401, body: dolibarrSays(noCreating, 'api_contacts.class.php:299 at call stage') },
    { status: 401, body: dolibarrSays(notHis, 'api_contacts.class.php:340 at call stage') },
    { status: 401, body: dolibarrSays(noCreating) },
    { status: 401, body: dolibarrSays(notHis) },
    { status: 403, body: { error: { code: 403, message: 'Forbidden: x' } } },
  ],
  espocrm: [{ status: 403, body: '' }],
  hubspot: [
    { status: 403, body: { status: 'error', category: 'MISSING_SCOPES' } },
    { status: 401, body: { status: 'error', category: 'MISSING_SCOPES' } },
  ],
  intercom: [
    { status: 403, body: intercomSays('api_plan_restricted') },
    { status: 401, body: intercomSays('token_unauthorized') },
    { status: 401, body: intercomSays('action_forbidden') },
  ],
  odoo: [{ status: 200, body: odooSays('odoo.exceptions.AccessError') }],
  rest: [
    { status: 403, body: {} },
    { status: 401, body: dolibarrSays(noCreating, 'api_contacts.class.php:299 at call stage') },
    { status: 401, body: dolibarrSays(noCreating) },
  ],
  suitecrm: [
    { status: 400, body: { errors: { status: 400, title: null, detail: '[AccessDeniedException] ' } } },
  ],
  tryton: [
    { status: 403, body: '<!doctype html>' },
    {
      status: 200,
      body: { id: 1, error: ['UserError', ['You are not allowed to access "Party".', '', null]] },
    },
  ],
  twenty: [
    {
      status: 400,
      body: twentySays(
        'Error',
        'Entity performing the request does not have permission',
        'PERMISSION_DENIED',
      ),
    },
    { status: 403, body: twentySays('ForbiddenException', 'x') },
  ],
  zoho: [
    { status: 401, body: zohoSays('OAUTH_SCOPE_MISMATCH') },
    { status: 403, body: zohoSays('NO_PERMISSION') },
    { status: 403, body: zohoSays('NOT_ALLOWED') },
  ],
};
const refuses: Record<string, Said[]> = {
  dolibarr: [
    { status: 401, body: dolibarrSays(wrongKey, 'api_access.class.php:159 at authenticate stage') },
    { status: 401, body: dolibarrSays(wrongKey) },
    {
      status: 401,
      body: dolibarrSays("Unauthorized: Failed to login to API. No parameter 'HTTP_DOLAPIKEY'"),
    },
    { status: 401, body: dolibarrSays('Unauthorized') },
  ],
  rest: [{ status: 401, body: dolibarrSays(wrongKey, 'api_access.class.php:159 at authenticate stage') }],
  hubspot: [{ status: 401, body: { status: 'error', category: 'EXPIRED_AUTHENTICATION' } }],
  intercom: [
    { status: 401, body: intercomSays('unauthorized') },
    { status: 401, body: intercomSays('token_revoked') },
  ],
  odoo: [{ status: 200, body: odooSays('odoo.exceptions.AccessDenied') }],
  twenty: [{ status: 400, body: twentySays('ForbiddenException', 'Forbidden resource') }],
  zoho: [
    { status: 401, body: zohoSays('INVALID_TOKEN') },
    { status: 401, body: zohoSays('AUTHENTICATION_FAILURE') },
  ],
};

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

/** How creating and changing a contact end where everything is answered as it was recorded, and the write itself so. */
async function endsOf(name: string, said: Said): Promise<unknown[]> {
  const connector = connectors[`./${name}/connector.ts`]!;
  const example = examples[`./${name}/example.ts`]!;
  const settings = connector.settings.parse(example.settings(server.baseUrl));
  const ends: unknown[] = [];
  for (const step of ['createContact', 'updateContact'] as const) {
    const { call, exchanges } = example.steps[step]!;
    const reading = exchanges.filter((exchange) => isRead(exchange, step, []));
    server.answerWith((request, ...rest) => {
      const known = [...(example.opening ?? []), ...reading].find((exchange) => matches(request, exchange));
      const { status, body, headers } = known?.response ?? { ...said, headers: {} };
      reply(status, body, headers)(request, ...rest);
    });
    const crm = connector.connect({ settings, credential: example.credential });
    ends.push(await call(crm).catch((error: { safe: unknown }) => error.safe));
  }
  return ends;
}

describe('a right that somebody lacks', () => {
  it('is known of every CRM', () => {
    expect(Object.keys(lacks).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(lacks).flatMap(([name, all]) => all.map((said) => [name, said] as const)))(
    'is not allowed in %s, and signs nobody out: %j',
    async (name, said) => {
      expect(await endsOf(name, said)).toEqual([{ code: 'not-allowed' }, { code: 'not-allowed' }]);
    },
  );
});

describe('a credential that a CRM does not take', () => {
  it.each(Object.entries(refuses).flatMap(([name, all]) => all.map((said) => [name, said] as const)))(
    'signs out of %s: %j',
    async (name, said) => {
      expect(await endsOf(name, said)).toEqual([{ code: 'signed-out' }, { code: 'signed-out' }]);
    },
  );
});
