import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { demoPassword } from './auth/demo-agents.ts';
import { onBothDatabases, person, phone } from './both-databases-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

onBothDatabases((desk) => {
  describe('a write', () => {
    it('needs an Idempotency-Key', async () => {
      const reply = await fetch(`${desk.server.url}/api/contacts`, {
        method: 'POST',
        headers: { Authorization: 'Bearer service-token-for-tests', 'Content-Type': 'application/json' },
        body: JSON.stringify(person('Keyless')),
      });
      expect(reply.status).toBe(400);
      expect(await desk.count('Keyless')).toBe(0);
    });

    it('has one effect under one key, and answers the same to the byte', async () => {
      const key = { 'Idempotency-Key': randomUUID() };
      const first = await desk.client.post('/api/contacts', person('Once Only'), key);
      const second = await desk.client.post('/api/contacts', person('Once Only'), key);
      expect(second.body).toEqual(first.body);
      expect([second.status, second.headers.get('ETag')]).toEqual([201, first.headers.get('ETag')]);
      expect(second.headers.get('Idempotency-Replayed')).toBe('true');
      expect(await desk.count('Once Only')).toBe(1);
    });

    it('has one effect when the same key comes many times at once', async () => {
      const key = { 'Idempotency-Key': randomUUID() };
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => desk.client.post('/api/contacts', person('Thundering Herd'), key)),
      );
      expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
      expect(replies.every(({ status }) => status === 201)).toBe(true);
      expect(await desk.count('Thundering Herd')).toBe(1);
    });

    it('is refused when its key was used for something else', async () => {
      const key = { 'Idempotency-Key': randomUUID() };
      await desk.client.post('/api/contacts', person('First Use'), key);
      expect((await desk.client.post('/api/contacts', person('Second Use'), key)).status).toBe(422);
      expect((await desk.assign('C-1004', desk.freshNumber(), 'add', key)).status).toBe(422);
      expect(await desk.count('Second Use')).toBe(0);
    });

    it('may try the same key again after it was refused', async () => {
      const number = desk.freshNumber();
      const owner = await desk.create('In The Way', number);
      const key = { 'Idempotency-Key': randomUUID() };
      const body = person('Patient', [phone(number)]);
      expect((await desk.client.post('/api/contacts', body, key)).status).toBe(409);
      await desk.client.patch(
        `/api/contacts/${owner.id}`,
        { identifiers: [] },
        { 'If-Match': owner.version },
      );
      expect((await desk.client.post('/api/contacts', body, key)).status).toBe(201);
    });

    it('leaves nothing when it breaks between its effect and its reply', async () => {
      const key = { 'Idempotency-Key': randomUUID() };
      await desk.server.db.execute(
        sql`create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
      );
      await desk.server.db.execute(
        sql`create trigger fail_here before update on idempotency for each row execute function fail_here()`,
      );
      const broken = await desk.client.post('/api/contacts', person('Half Done'), key);
      await desk.server.db.execute(sql`drop trigger fail_here on idempotency`);
      expect([broken.status, broken.body.code]).toEqual([500, 'server-error']);
      expect(JSON.stringify(broken.body)).not.toContain('Half Done');
      expect(await desk.count('Half Done')).toBe(0);
      expect((await desk.client.post('/api/contacts', person('Half Done'), key)).status).toBe(201);
      expect(await desk.count('Half Done')).toBe(1);
    });

    it('keeps keys of different agents apart', async () => {
      const signedIn = await desk.client.post('/api/sign-in', {
        email: 'ana@example.com',
        password: demoPassword,
      });
      const ana = testClient(desk.server.url, signedIn.body.token);
      const key = { 'Idempotency-Key': randomUUID() };
      const one = await desk.client.post('/api/contacts', person('Key Of Service'), key);
      const two = await ana.post('/api/contacts', person('Key Of Ana'), key);
      expect([one.status, two.status]).toEqual([201, 201]);
    });
  });
});
