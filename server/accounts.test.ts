import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeAgent, findAgentByEmail, removeAgent, saveAgent } from './auth/agents.ts';
import { hashToken, issueToken } from './auth/tokens.ts';
import { onBothDatabases } from './both-databases-for-tests.ts';
import { startTestServer } from './server-for-tests.ts';
import { type TestClient, testClient } from './test-client-for-tests.ts';

const password = 'a long password';
let serial = 0;

onBothDatabases((desk) => {
  let administrator: TestClient;

  /** A new account; tests do not share any, and each attempt counts for its own account. */
  async function add(profile: 'agent' | 'administrator' = 'agent') {
    serial += 1;
    const email = `number${serial}@accounts.example.com`;
    return saveAgent(desk.server.db, {
      id: `n-${serial}`,
      email,
      name: `Number ${serial}`,
      password,
      profile,
    });
  }

  const signIn = (email: string, given = password) =>
    desk.client.post('/api/sign-in', { email, password: given });

  async function tokenOf(email: string, given = password): Promise<string> {
    const { status, body } = await signIn(email, given);
    expect(status).toBe(200);
    return body.token;
  }

  const isIn = async (token: string) =>
    (await testClient(desk.server.url, token).get('/api/session')).status === 200;

  beforeEach(async () => {
    const { email } = await add('administrator');
    administrator = testClient(desk.server.url, await tokenOf(email));
  });

  describe('an agent', () => {
    it('who is blocked is out at once, cannot sign in, and has no old token when unblocked', async () => {
      const { id, email } = await add();
      const token = await tokenOf(email);
      expect(await isIn(token)).toBe(true);
      expect((await administrator.patch(`/api/agents/${id}`, { blocked: true })).body.blocked).toBe(true);
      expect(await isIn(token)).toBe(false);
      const refused = await signIn(email);
      expect([refused.status, refused.body.detail]).toEqual([401, 'E-mail or password is wrong.']);
      expect((await administrator.patch(`/api/agents/${id}`, { blocked: false })).body.blocked).toBe(false);
      expect(await isIn(token)).toBe(false);
      expect(await isIn(await tokenOf(email))).toBe(true);
    });

    it('who is blocked does not come in by a token that was made meanwhile', async () => {
      const { id, email } = await add();
      const token = await tokenOf(email);
      await desk.server.db.execute(sql`update agents set blocked = true where id = ${id}`);
      expect(await isIn(token)).toBe(false);
    });

    it('who is removed is out at once and cannot sign in', async () => {
      const { id, email } = await add();
      const token = await tokenOf(email);
      expect((await administrator.delete(`/api/agents/${id}`)).status).toBe(204);
      expect(await isIn(token)).toBe(false);
      expect((await signIn(email)).status).toBe(401);
      expect((await administrator.delete(`/api/agents/${id}`)).status).toBe(404);
    });

    it('with a new password has no token of before', async () => {
      const { id, email } = await add();
      const before = await tokenOf(email);
      await administrator.patch(`/api/agents/${id}`, { password: 'another password' });
      expect(await isIn(before)).toBe(false);
      expect((await signIn(email)).status).toBe(401);
      const then = await tokenOf(email, 'another password');
      // As the command line does it.
      await saveAgent(desk.server.db, { id: 'x', email, name: 'Same', password });
      expect(await isIn(then)).toBe(false);
      expect(await isIn(await tokenOf(email))).toBe(true);
    });

    it('gets no token for a password, or an account, that changed while it was compared', async () => {
      const { db } = desk.server;
      const changes = [
        (id: string) => changeAgent(db, id, { password: 'another password' }),
        (id: string) => changeAgent(db, id, { blocked: true }),
        (id: string) => removeAgent(db, id),
      ];
      for (const change of changes) {
        const { id, email } = await add();
        const read = (await findAgentByEmail(db, email))!;
        await change(id);
        expect(await issueToken(db, read)).toBeUndefined();
      }
    });

    it('keeps profile and block over a new name and password of the command line', async () => {
      const { id, email } = await add('administrator');
      const { db } = desk.server;
      await changeAgent(db, id, { blocked: true });
      const saved = await saveAgent(db, { id: 'x', email, name: 'New name', password });
      expect(saved).toMatchObject({ id, name: 'New name', profile: 'administrator', blocked: true });
    });

    it('is added once for an address, by an administrator', async () => {
      serial += 1;
      const email = `Number${serial}@accounts.example.com`;
      const made = await administrator.post('/api/agents', {
        name: 'Lea',
        email,
        password,
        profile: 'reader',
      });
      expect([made.status, made.body.email, made.body.profile]).toEqual([201, email.toLowerCase(), 'reader']);
      const again = await administrator.post('/api/agents', {
        name: 'Leo',
        email,
        password: 'another password',
      });
      expect(again.status).toBe(409);
      expect(await isIn(await tokenOf(email))).toBe(true);
      const weak = await administrator.post('/api/agents', {
        name: 'Leo',
        email: 'leo@x.example',
        password: 'short',
      });
      expect(weak.status).toBe(422);
    });

    it('gains and loses rights with the profile, without signing in anew', async () => {
      const { id, email } = await add();
      const agent = testClient(desk.server.url, await tokenOf(email));
      expect((await agent.get('/api/agents')).status).toBe(403);
      await administrator.patch(`/api/agents/${id}`, { profile: 'administrator' });
      expect((await agent.get('/api/agents')).status).toBe(200);
      await administrator.patch(`/api/agents/${id}`, { profile: 'reader' });
      expect((await agent.get('/api/agents')).status).toBe(403);
    });
  });

  it('an administrator cannot shut themselves out', async () => {
    const { id, email } = await add('administrator');
    const self = testClient(desk.server.url, await tokenOf(email));
    const path = `/api/agents/${id}`;
    for (const change of [{ blocked: true }, { profile: 'agent' }])
      expect((await self.patch(path, change)).status).toBe(409);
    expect((await self.delete(path)).status).toBe(409);
    expect((await self.patch(path, { name: 'Renamed' })).body.name).toBe('Renamed');
  });

  describe('tokens', () => {
    it('are listed by names that open nothing, and end one by one or all together', async () => {
      const { id, email } = await add();
      const [first, second, third] = [await tokenOf(email), await tokenOf(email), await tokenOf(email)];
      const { tokens } = (await administrator.get(`/api/agents/${id}/tokens`)).body;
      expect(tokens).toHaveLength(3);
      for (const { id: listed, createdAt, expiresAt } of tokens) {
        expect(
          hashToken(first).startsWith(listed) || [second, third].some((t) => hashToken(t).startsWith(listed)),
        ).toBe(true);
        expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(30 * 24 * 3_600_000);
        expect(await isIn(listed)).toBe(false);
      }
      const listed = hashToken(second).slice(0, 16);
      expect((await administrator.delete(`/api/tokens/${listed}`)).status).toBe(204);
      expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([true, false, true]);
      expect((await administrator.delete(`/api/tokens/${listed}`)).status).toBe(404);
      expect((await administrator.delete(`/api/agents/${id}/tokens`)).status).toBe(204);
      expect([await isIn(first), await isIn(third)]).toEqual([false, false]);
    });

    it('cannot be named by a pattern', async () => {
      const token = await tokenOf((await add()).email);
      for (const id of ['_'.repeat(16), `${hashToken(token).slice(0, 15)}_`, hashToken(token).slice(0, 4)])
        expect((await administrator.delete(`/api/tokens/${id}`)).status).toBe(404);
      expect(await isIn(token)).toBe(true);
    });

    it('are counted in the list of agents, which holds nothing secret', async () => {
      const { id, email } = await add();
      await tokenOf(email);
      await desk.server.db.execute(
        sql`insert into tokens values ('old of it', ${id}, now(), now() - interval '1 second')`,
      );
      const { agents } = (await administrator.get('/api/agents')).body;
      const listed = agents.find((agent: { id: string }) => agent.id === id);
      expect(listed).toEqual({
        ...{ id, email, name: `Number ${serial}`, profile: 'agent', blocked: false, demo: false, tokens: 1 },
      });
      expect(JSON.stringify(agents)).not.toMatch(/scrypt|hash/i);
    });
  });
});

it('agents of the demo come in with --demo alone, and leave no token that does', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const data = await mkdtemp(`${(await import('node:os')).tmpdir()}/ringside-demo-`);
  const ana = { email: 'ana@example.com', password: 'ringside-demo' };
  const demo = await startTestServer({ data });
  const { token } = (await demo.client.post('/api/sign-in', ana)).body;
  expect((await testClient(demo.url, token).get('/api/session')).status).toBe(200);
  await demo.close();

  const plain = await startTestServer({ data, demo: false });
  expect((await plain.client.post('/api/sign-in', ana)).status).toBe(401);
  expect((await testClient(plain.url, token).get('/api/session')).status).toBe(401);
  await plain.close();

  const again = await startTestServer({ data });
  expect((await again.client.post('/api/sign-in', ana)).status).toBe(200);
  await again.close();
  await rm(data, { recursive: true });
});
