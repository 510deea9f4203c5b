import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveAgent } from './auth/agents.ts';
import { demoPassword } from './auth/demo-agents.ts';
import { onBothDatabases, person, phone } from './both-databases-for-tests.ts';
import { testToken } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

const okafor = '+442079460123';

onBothDatabases((desk) => {
  describe('who may do what', () => {
    const tokens: Record<string, string> = { service: testToken };
    beforeAll(async () => {
      const { db } = desk.server;
      const people = { agent: 'agent', reader: 'reader', administrator: 'administrator' } as const;
      for (const [who, profile] of Object.entries({
        ...people,
        powerless: 'agent',
        blocked: 'agent',
      } as const)) {
        const email = `${who}@rights.example.com`;
        await saveAgent(db, { id: `r-${who}`, email, name: who, password: 'pass word', profile });
        const reply = await desk.client.post('/api/sign-in', { email, password: 'pass word' });
        tokens[who] = reply.body.token;
      }
      await db.execute(sql`update agents set profile = 'of another version' where id = 'r-powerless'`);
      await db.execute(sql`update agents set blocked = true where id = 'r-blocked'`);
    });

    const newContact = person('Matrix');
    const calls: [string, 'get' | 'post' | 'patch' | 'delete', string, unknown, string][] = [
      ['health', 'get', '/api/health', undefined, 'public'],
      ['the description', 'get', '/api/openapi.json', undefined, 'public'],
      ['session', 'get', '/api/session', undefined, 'signed-in'],
      ['workspace', 'get', '/api/workspace', undefined, 'read'],
      ['a contact', 'get', '/api/contacts/C-1001', undefined, 'read'],
      ['lookup', 'post', '/api/contacts/lookup', { identifier: phone(okafor) }, 'read'],
      ['search', 'post', '/api/contacts/search', { query: 'x' }, 'read'],
      ['create', 'post', '/api/contacts', newContact, 'add'],
      ['change', 'patch', '/api/contacts/C-1005', {}, 'update'],
      ['assign', 'post', '/api/contacts/C-1005/identifiers', {}, 'update'],
      ['undo', 'post', '/api/assignments/x/undo', undefined, 'update'],
      ['the agents', 'get', '/api/agents', undefined, 'manage-agents'],
      ['a new agent', 'post', '/api/agents', {}, 'manage-agents'],
      ['a changed agent', 'patch', '/api/agents/x', {}, 'manage-agents'],
      ['a removed agent', 'delete', '/api/agents/x', undefined, 'manage-agents'],
      ['tokens of an agent', 'get', '/api/agents/x/tokens', undefined, 'manage-agents'],
      ['no tokens of an agent', 'delete', '/api/agents/x/tokens', undefined, 'manage-agents'],
      ['no token', 'delete', '/api/tokens/x', undefined, 'manage-agents'],
    ];
    const rights: Record<string, string[]> = {
      nobody: ['public'],
      forged: ['public'],
      blocked: ['public'],
      powerless: ['public', 'signed-in'],
      reader: ['public', 'signed-in', 'read'],
      agent: ['public', 'signed-in', 'read', 'add', 'update'],
      service: ['public', 'signed-in', 'read', 'add', 'update'],
      administrator: ['public', 'signed-in', 'read', 'add', 'update', 'manage-agents'],
    };

    it.each(calls)('%s', async (_what, method, path, body, access) => {
      for (const [who, allowed] of Object.entries(rights)) {
        const token = who === 'nobody' ? undefined : (tokens[who] ?? 'forged-token');
        const reply = await testClient(desk.server.url, token)[method](path, body as never);
        const refusal = ['nobody', 'forged', 'blocked'].includes(who) ? 401 : 403;
        const refused = [401, 403].includes(reply.status) ? reply.status : 'allowed';
        expect([who, refused]).toEqual([who, allowed.includes(access) ? 'allowed' : refusal]);
      }
    });

    it('ends with signing out', async () => {
      const email = 'noor@example.com';
      const { token } = (await desk.client.post('/api/sign-in', { email, password: demoPassword })).body;
      const noor = testClient(desk.server.url, token);
      expect((await noor.get('/api/session')).body.agent.name).toBe('Noor de Wit');
      expect((await noor.post('/api/sign-out')).status).toBe(204);
      expect((await noor.get('/api/session')).status).toBe(401);
    });

    it('gives every agent a draft key that stays', async () => {
      const key = async (token: string) =>
        (await testClient(desk.server.url, token).get('/api/session')).body.draftKey;
      const first = await key(tokens.reader!);
      expect(Buffer.from(first, 'base64')).toHaveLength(32);
      expect(await key(tokens.reader!)).toBe(first);
      expect(await key(tokens.agent!)).not.toBe(first);
    });

    it('ends when a token runs out', async () => {
      const { db } = desk.server;
      const session = async () =>
        (await testClient(desk.server.url, tokens.reader).get('/api/session')).status;
      const set = (expires: string) =>
        db.execute(
          sql`update tokens set expires_at = now() + ${expires}::interval where agent_id = 'r-reader'`,
        );
      await set('1 minute');
      expect(await session()).toBe(200);
      await set('-1 second');
      expect(await session()).toBe(401);
      await set('1 minute');
    });

    it('stores no token and no password as it is', async () => {
      const tables = await desk.server.db.execute(
        sql`select (select string_agg(hash, ' ') from tokens) || (select string_agg(password_hash, ' ') from agents) as all_of_it`,
      );
      const text = JSON.stringify(tables);
      expect(text).toContain('scrypt$');
      for (const secret of [...Object.values(tokens), demoPassword, 'pass word'])
        expect(text).not.toContain(secret);
    });
  });
});
