import { afterEach, beforeEach, expect, it } from 'vitest';
import companion from './companion/connector.ts';
import minimal from './definitions/minimal.json';
import { keepTokens } from './http/auth/oauth-tokens.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';
import rest from './rest/connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeEach(async () => {
  server = await startReplayServer();
});
afterEach(() => server.close());

it('of the companion server makes the token worthless there', async () => {
  server.answerWith(reply(204, ''));
  const settings = companion.settings.parse({ baseUrl: server.baseUrl });
  await companion.connect({ settings, credential: 'token-1' }).signOut?.();
  expect(server.seen.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
    ['POST', '/api/sign-out', 'Bearer token-1'],
  ]);
});

/** A connection by a definition that signs in by code. */
function connection(
  revokeUrl: string | undefined,
  tokens: { access?: string; refresh?: string } | undefined,
) {
  const urls = { authorizeUrl: `${server.baseUrl}authorize`, tokenUrl: `${server.baseUrl}token` };
  const definition = { ...minimal, auth: { kind: 'code', ...urls, ...(revokeUrl && { revokeUrl }) } };
  const settings = rest.settings.parse({
    ...{ baseUrl: server.baseUrl, region: 'GB', user: 'client-1' },
    definition: JSON.stringify(definition),
  });
  const crm = rest.connect({
    settings,
    credential: 'sign-in 1',
    ...(tokens && { tokens: keepTokens(tokens) }),
  });
  return { crm, settings };
}

it('of a definition that names where tokens are revoked sends both there, the lasting one first', async () => {
  server.answerWith(reply(200, 'fine', { 'Content-Type': 'text/plain' }));
  const { crm, settings } = connection(`${server.baseUrl}oauth/revoke`, { access: 'a-1', refresh: 'r-1' });
  await crm.signOut?.();
  expect(server.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', '/oauth/revoke', 'token=r-1&token_type_hint=refresh_token&client_id=client-1'],
    ['POST', '/oauth/revoke', 'token=a-1&token_type_hint=access_token&client_id=client-1'],
  ]);
  expect(server.seen.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  expect(rest.origins(settings)).toEqual([expect.stringContaining('127.0.0.1')]);
});

it('asks nothing of a definition that names no such place, or without tokens', async () => {
  await connection(undefined, { access: 'a-1', refresh: 'r-1' }).crm.signOut?.();
  await connection(`${server.baseUrl}oauth/revoke`, undefined).crm.signOut?.();
  expect(server.seen).toEqual([]);
});

it('needs the browser’s leave for the place where tokens are revoked', () => {
  const { settings } = connection('https://login.example.com/revoke', undefined);
  expect(rest.origins(settings)).toContain('https://login.example.com/*');
});
