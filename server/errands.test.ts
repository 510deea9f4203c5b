import { afterAll, beforeAll, expect, it } from 'vitest';
import { readErrand } from './read-errand.ts';
import { performErrand } from './run-errand.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

const password = 'a long password';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ demo: false });
});
afterAll(() => server.close());

const run = (flags: Record<string, string | boolean>) =>
  performErrand(server.db, readErrand(flags)!, password);
const signIn = () => server.client.post('/api/sign-in', { email: 'lea@example.com', password });

it('adds, lists, blocks and removes agents, and ends tokens, from the command line', async () => {
  expect(await run({ 'list-agents': true })).toContain('Nobody can sign in yet');
  const lea = 'Lea Sommer <Lea@example.com>';
  expect(await run({ 'add-agent': lea, profile: 'administrator' })).toBe('Lea Sommer can sign in.');
  expect(await run({ 'list-agents': true })).toBe(
    'lea@example.com  Lea Sommer  administrator  may sign in  0 tokens',
  );
  const { token } = (await signIn()).body;
  const isIn = async () => (await testClient(server.url, token).get('/api/agents')).status === 200;
  expect(await isIn()).toBe(true);

  const listed = await run({ 'list-tokens': true });
  expect(listed).toMatch(/^[\w-]{16} {2}lea@example\.com {2}since \S+ {2}until \S+$/);
  expect(await run({ 'revoke-token': listed.slice(0, 16) })).toBe('That token is worthless now.');
  expect(await isIn()).toBe(false);
  expect(await run({ 'list-tokens': true })).toBe('No token is good now.');
  await expect(run({ 'revoke-token': 'x' })).rejects.toThrow('--list-tokens');

  await signIn();
  expect(await run({ 'revoke-tokens': 'lea@example.com' })).toContain('(1 token)');
  expect(await run({ 'block-agent': 'LEA@example.com' })).toContain('is blocked');
  expect(await run({ 'list-agents': true })).toContain('  blocked  ');
  expect(await run({ 'add-agent': lea })).toContain('still blocked');
  expect((await signIn()).status).toBe(401);
  expect(await run({ 'unblock-agent': 'lea@example.com' })).toContain('can sign in again');
  expect((await signIn()).status).toBe(200);
  expect(await run({ 'remove-agent': 'lea@example.com' })).toContain('is removed');
  expect((await signIn()).status).toBe(401);
  await expect(run({ 'block-agent': 'lea@example.com' })).rejects.toThrow('Nobody has this e-mail address');
});
