import { afterAll, beforeAll, expect, it } from 'vitest';
import carddav from './carddav/connector.ts';
import companion from './companion/connector.ts';
import type { Crm } from './crm.ts';
import dolibarr from './dolibarr/connector.ts';
import espocrm from './espocrm/connector.ts';
import { reply, type SeenRequest, startReplayServer } from './http/replay-server-for-tests.ts';
import odoo from './odoo/connector.ts';
import suitecrm from './suitecrm/connector.ts';
import tryton from './tryton/connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const session = { agent: { id: '1', name: 'Ann' } };
const user = { user: { id: '1', name: 'Ann', userName: 'ann' } };
const privileges = (names: string[]) =>
  `<?xml version="1.0"?><multistatus xmlns="DAV:"><response><href>/book/</href><propstat><prop><current-user-privilege-set>${names
    .map((name) => `<privilege><${name}/></privilege>`)
    .join(
      '',
    )}</current-user-privilege-set></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`;
const base = () => ({ baseUrl: server.baseUrl, region: 'FR' });
const user1 = () => ({ ...base(), database: 'company', user: 'ann' });
const crms: Record<string, () => Crm> = {
  companion: () => companion.connect({ settings: base(), credential: 'k' }),
  espocrm: () => espocrm.connect({ settings: { ...base(), otherFields: undefined }, credential: 'k' }),
  dolibarr: () => dolibarr.connect({ settings: { ...base(), otherFields: undefined }, credential: 'k' }),
  odoo: () => odoo.connect({ settings: { ...user1(), otherFields: undefined }, credential: 'k' }),
  suitecrm: () =>
    suitecrm.connect({
      settings: { ...base(), oauthClientId: 'ringside', user: undefined, otherFields: undefined },
      credential: 'k',
    }),
  tryton: () => tryton.connect({ settings: user1(), credential: 'k' }),
  carddav: () => carddav.connect({ settings: { ...base(), user: 'ann' }, credential: 'k' }),
};

/** What the server answers to the question itself; signing in is answered by the way. */
function answerWith(answer: unknown): SeenRequest[] {
  server.answerWith((request, ...rest) => {
    const { method, params } = request.body.startsWith('{') ? JSON.parse(request.body) : {};
    if (method === 'common.db.login') return reply(200, { id: 1, result: [1, 'key'] })(request, ...rest);
    if (request.url === '/Api/access_token')
      return reply(200, { access_token: 'token', expires_in: 3600 })(request, ...rest);
    if (params?.method === 'authenticate')
      return reply(200, { jsonrpc: '2.0', id: 1, result: 2 })(request, ...rest);
    const status = typeof answer === 'string' ? 207 : 200;
    reply(status, answer)(request, ...rest);
  });
  return server.seen;
}

const access = (create: boolean) => ({ read: true, write: true, create, delete: false });
const rpc = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result });

it.each([
  ['companion', true, { ...session, permissions: ['read', 'add', 'update'] }],
  ['companion', false, { ...session, permissions: ['read'] }],
  ['companion', 'unknown', session],
  ['espocrm', true, { ...user, acl: { table: { Contact: { create: 'yes' } } } }],
  ['espocrm', false, { ...user, acl: { table: { Contact: { create: 'no' } } } }],
  ['espocrm', false, { ...user, acl: { table: { Contact: false } } }],
  ['espocrm', 'unknown', { ...user, acl: { table: {} } }],
  ['dolibarr', true, { id: '1', rights: { societe: { contact: { creer: '1' } } } }],
  ['dolibarr', false, { id: '1', rights: { societe: { contact: { lire: '1' } } } }],
  ['dolibarr', 'unknown', { id: '1' }],
  ['odoo', true, rpc(true)],
  ['odoo', false, rpc(false)],
  ['suitecrm', true, { data: { attributes: { Contacts: { access: ['list', 'view', 'edit'] } } } }],
  ['suitecrm', false, { data: { attributes: { Contacts: { access: ['list', 'view'] } } } }],
  ['tryton', true, rpc({ 'party.party': access(true), 'party.contact_mechanism': access(true) })],
  ['tryton', false, rpc({ 'party.party': access(true), 'party.contact_mechanism': access(false) })],
  ['tryton', true, rpc({ 'party.party': { create: 1 }, 'party.contact_mechanism': access(true) })],
  ['tryton', false, rpc({ 'party.party': { create: 0 }, 'party.contact_mechanism': access(true) })],
  ['carddav', true, privileges(['read', 'write-content', 'write'])],
  ['carddav', true, privileges(['read', 'bind'])],
  ['carddav', false, privileges(['read'])],
  ['carddav', 'unknown', privileges([])],
])('%s: whether contacts may be created is %s, without creating one', async (id, may, answer) => {
  const seen = answerWith(answer);
  expect(await crms[id]?.().mayCreate?.()).toBe(may);
  expect(seen.length).toBeGreaterThan(0);
  expect(
    seen.filter(({ method, body }) => /^(PUT|PATCH)$/.test(method) || /"create",\[\{/.test(body)),
  ).toEqual([]);
});
