import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { onBothDatabases, person, phone } from './both-databases-for-tests.ts';

const okafor = '+442079460123';

onBothDatabases((desk) => {
  describe('contacts', () => {
    it('come by id with a version that is the ETag', async () => {
      const reply = await desk.client.get('/api/contacts/C-1001');
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({
        name: 'Élodie Marchand',
        lastInteraction: { channel: 'phone', agent: 'Ana Duarte' },
      });
      expect(reply.headers.get('ETag')).toBe(`"${reply.body.version}"`);
    });

    it('come under their new id after merges, and 404 where there is nobody', async () => {
      const survivor = await desk.create('Last Survivor');
      await desk.server.db.execute(
        sql`insert into contact_redirects (old_id, new_id) values ('merged-1', ${survivor.id})`,
      );
      expect((await desk.client.get('/api/contacts/merged-1')).body.id).toBe(survivor.id);
      expect((await desk.client.get('/api/contacts/C-0999')).body.id).toBe('C-1001');
      expect((await desk.client.get('/api/contacts/nobody')).status).toBe(404);
      expect((await desk.assign('merged-1', desk.freshNumber(), 'add')).body.contact.id).toBe(survivor.id);
    });

    it('follow a chain of merges', async () => {
      const last = await desk.create('End Of Chain');
      const middle = await desk.create('Middle Of Chain');
      await desk.server.db.execute(sql`insert into contact_redirects values ('chain-a', ${middle.id})`);
      await desk.server.db.execute(sql`insert into contact_redirects values (${middle.id}, ${last.id})`);
      await desk.server.db.execute(sql`delete from contact_redirects where old_id = 'chain-a'`);
      await desk.server.db.execute(sql`delete from contacts where id = ${middle.id}`);
      expect((await desk.client.get(`/api/contacts/${middle.id}`)).body.id).toBe(last.id);
    });

    it('are found by an identifier in any spelling, and only by that', async () => {
      for (const value of [okafor, '020 7946 0123', '0044 20 7946 0123', 'tel:+44-20-7946-0123']) {
        expect(await desk.owners(value)).toEqual(['C-1002', 'C-1003']);
      }
      const byMail = { identifier: { kind: 'email', value: ' ELODIE@vauban.example.com ' } };
      expect((await desk.client.post('/api/contacts/lookup', byMail)).body.contacts).toHaveLength(1);
      for (const value of ['+442079460199', '7946 0123', 'anonymous', '1']) {
        expect(await desk.owners(value)).toEqual([]);
      }
    });

    it('tell identifiers of one value apart by kind and scope', async () => {
      const value = `id${randomUUID()}`;
      const a = { kind: 'other', value, scope: 'page 1' };
      const b = { kind: 'other', value, scope: 'page 2' };
      const first = await desk.client.post('/api/contacts', person('Scope One', [a]));
      const second = await desk.client.post('/api/contacts', person('Scope Two', [b]));
      expect([first.status, second.status]).toEqual([201, 201]);
      const found = await desk.client.post('/api/contacts/lookup', { identifier: a });
      expect(found.body.contacts.map(({ id }: { id: string }) => id)).toEqual([first.body.id]);
      const without = await desk.client.post('/api/contacts/lookup', {
        identifier: { kind: 'other', value },
      });
      expect(without.body.contacts).toEqual([]);
    });

    it('are created normalised, each identifier once', async () => {
      const number = desk.freshNumber();
      const national = number.replace('+44', '0');
      const reply = await desk.client.post(
        '/api/contacts',
        person('  Ada Normal  ', [phone(number), phone(national), { kind: 'email', value: 'ADA@X.Example' }]),
      );
      expect(reply.status).toBe(201);
      expect(reply.body.name).toBe('Ada Normal');
      expect(reply.body.identifiers).toEqual([phone(number), { kind: 'email', value: 'ada@x.example' }]);
    });

    it('are refused with what is wrong in each field', async () => {
      const bad = {
        ...{
          language: 'xx',
          website: 'javascript:alert(1)',
          born: '2023-02-30',
          units: 'many',
          tags: 'one',
        },
        ...{
          smsReminders: 'yes',
          nextService: '2026-11-24T09:30',
          languages: ['en', 'xx'],
          lastInvoice: '1',
        },
        ...{
          invoiceEmail: 'nobody',
          unknown: 'x',
          phone: '+44',
          jobTitle: 'x'.repeat(1_025),
          __proto__x: 'x',
        },
      };
      const reply = await desk.client.post('/api/contacts', { ...person('Bad'), fields: bad });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ code: 'invalid' });
      expect(reply.body.fields).toEqual({
        language: 'not-an-option',
        website: 'not-https',
        born: 'not-a-date',
        units: 'not-a-number',
        tags: 'not-a-list',
        smsReminders: 'not-yes-or-no',
        nextService: 'not-a-date-time',
        languages: 'not-among-options',
        lastInvoice: 'read-only',
        invoiceEmail: 'not-an-email',
        unknown: 'not-a-field',
        phone: 'not-a-field',
        jobTitle: 'too-long',
        __proto__x: 'not-a-field',
      });
      expect(await desk.count('Bad')).toBe(0);
    });

    it('need every required field, on create and at the next edit', async () => {
      const missing = await desk.client.post('/api/contacts', { ...person('No Language'), fields: {} });
      expect(missing.body.fields).toEqual({ language: 'required' });
      const made = await desk.create('Had A Language');
      const emptied = await desk.client.patch(
        `/api/contacts/${made.id}`,
        { fields: { language: null } },
        { 'If-Match': made.version },
      );
      expect(emptied.body.fields).toEqual({ language: 'required' });
    });

    it('change by the keys given and keep the rest', async () => {
      const before = await desk.create('Change Me', desk.freshNumber());
      const reply = await desk.client.patch(
        `/api/contacts/${before.id}`,
        { fields: { jobTitle: 'Chief', company: 'Chiefs' } },
        { 'If-Match': `"${before.version}"` },
      );
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({
        name: 'Change Me',
        identifiers: before.identifiers,
        fields: { language: 'en', jobTitle: 'Chief', company: 'Chiefs' },
      });
      expect(reply.body.version).not.toBe(before.version);
      expect(reply.headers.get('ETag')).toBe(`"${reply.body.version}"`);
      const emptied = await desk.client.patch(
        `/api/contacts/${before.id}`,
        { fields: { company: null } },
        { 'If-Match': reply.headers.get('ETag')! },
      );
      expect(emptied.body.fields).toEqual({ language: 'en', jobTitle: 'Chief' });
    });

    it('are not overwritten by somebody who read an older version', async () => {
      const before = await desk.create('Two Editors');
      const edit = (jobTitle: string) =>
        desk.client.patch(
          `/api/contacts/${before.id}`,
          { fields: { jobTitle } },
          { 'If-Match': before.version },
        );
      const both = await Promise.all([edit('one'), edit('two')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(both.find(({ status }) => status === 412)!.body).toMatchObject({
        code: 'conflict',
        stale: true,
      });
      expect((await desk.client.patch(`/api/contacts/${before.id}`, {})).status).toBe(428);
    });
  });

  describe('a change of an older version', () => {
    const change = (id: string, version: string, fields: Record<string, unknown>) =>
      desk.client.patch(`/api/contacts/${id}`, { fields }, { 'If-Match': version });

    it('is refused as such before anything in it is found wrong', async () => {
      const before = await desk.create('Stale And Wrong');
      expect((await change(before.id, before.version, { jobTitle: 'newer' })).status).toBe(200);
      expect((await change(before.id, before.version, { language: 'xx' })).status).toBe(412);
    });

    it('is refused though the newer one was only written while it waited', async (context) => {
      // PGlite lets one writer in after the other: there nobody waits between reading and writing.
      if (!desk.isPostgres) return context.skip();
      const { db } = desk.server;
      const before = await desk.create('Waits For Another');
      let waiting: ReturnType<typeof change> | undefined;
      await db.transaction(async (tx) => {
        await tx.execute(sql`update contacts set version = 'newer' where id = ${before.id}`);
        waiting = change(before.id, before.version, { jobTitle: 'over it' });
        await vi.waitFor(async () => {
          const locks = await db.execute(sql`select 1 from pg_locks where not granted`);
          expect(JSON.stringify(locks)).toContain('"rowCount":1');
        }, 20_000);
      });
      expect((await waiting)?.status).toBe(412);
      expect((await desk.contact(before.id)).version).toBe('newer');
    });
  });

  describe('a contact', () => {
    // Each sign takes three bytes.
    const long = (length: number) => '界'.repeat(length);

    it('may fill its fields, but takes no more than 64 kB', async () => {
      const body = person('Large', [], { note: long(16_384), jobTitle: 'x' });
      const made = await desk.client.post('/api/contacts', body);
      expect(made.status).toBe(201);
      const tags = Array.from({ length: 10 }, () => long(1_000));
      const grown = await desk.client.patch(
        `/api/contacts/${made.body.id}`,
        { fields: { tags } },
        { 'If-Match': made.body.version },
      );
      expect([grown.status, grown.body.fields]).toEqual([422, { note: 'too-long' }]);
      const created = await desk.client.post(
        '/api/contacts',
        person('Too Large', [], { ...body.fields, tags }),
      );
      expect([created.status, created.body.fields]).toEqual([422, { note: 'too-long' }]);
      expect(await desk.count('Too Large')).toBe(0);
    });

    it('is found among many large ones in an answer that a client still reads', async () => {
      for (let n = 0; n < 16; n += 1) {
        const large = person(`Bulky ${n}`, [], {
          note: 'x'.repeat(16_000),
          tags: Array(44).fill('y'.repeat(1_000)),
        });
        expect((await desk.client.post('/api/contacts', large)).status).toBe(201);
      }
      const { body } = await desk.client.post('/api/contacts/search', { query: 'bulky' });
      expect(body.contacts.length).toBeGreaterThan(12);
      expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
    });

    it('takes no identifier beyond what a client reads, and may lose one where it is too large', async () => {
      const { id, version } = await desk.create('Many Numbers');
      const { db } = desk.server;
      await db.execute(sql`
        insert into identifiers (contact_id, kind, value, key, scope, shared, position)
        select ${id}, 'username', 'many-' || n, 'many-' || n, '', false, n from generate_series(1, 500) n`);
      const refused = await desk.assign(id, desk.freshNumber(), 'add');
      expect([refused.status, refused.body.fields]).toEqual([422, { identifiers: 'too-long' }]);
      await db.execute(
        sql`update contacts set fields = jsonb_set(fields, '{note}', to_jsonb(repeat('x', 70000))) where id = ${id}`,
      );
      const change = { identifiers: [phone(desk.freshNumber())] };
      const less = await desk.client.patch(`/api/contacts/${id}`, change, { 'If-Match': version });
      expect(less.status).toBe(200);
    });
  });

  describe('hostile text', () => {
    const hostile = [
      `'; drop table contacts; --`,
      `" or 1=1 --`,
      `$1 $$ \${x} %s`,
      '<script>alert(1)</script>',
      '\\'.repeat(50),
      '%_%',
      '\u202eevil\u2066',
      '𝕬𝖓𝖓𝖆 👩‍👩‍👧‍👦',
      'a'.repeat(1_024),
    ];

    it.each(hostile)('%j is stored as it is and found again', async (text) => {
      const made = await desk.client.post('/api/contacts', person(text, [], { note: text, tags: [text] }));
      expect(made.status).toBe(201);
      const read = await desk.contact(made.body.id);
      expect(read.name).toBe(text);
      expect(read.fields.note).toBe(text);
      expect((await desk.client.post('/api/contacts/search', { query: text.slice(0, 200) })).status).toBe(
        200,
      );
      const lookup = {
        identifier: { kind: 'other', value: text.slice(0, 512), scope: text.slice(0, 512) },
      };
      expect((await desk.client.post('/api/contacts/lookup', lookup)).body).toEqual({ contacts: [] });
      expect((await desk.client.get(`/api/contacts/${encodeURIComponent(text)}`)).status).toBe(404);
    });

    it('that cannot be stored is a plain 400', async () => {
      for (const text of ['a\\u0000b', 'a\\ud800b']) {
        const body = `{"name":"${text}","kind":"person","identifiers":[],"fields":{"language":"en"}}`;
        const reply = await desk.client.post('/api/contacts', body);
        expect([reply.status, reply.body.code]).toEqual([400, 'invalid']);
        expect((await desk.client.post('/api/contacts/search', `{"query":"${text}"}`)).status).toBe(400);
      }
      expect((await desk.client.get('/api/contacts/a%00b')).status).toBe(404);
      expect((await desk.client.get('/api/contacts/%ff')).status).toBe(404);
    });

    it('cannot reach a prototype', async () => {
      const body = `{"name":"Proto","kind":"person","identifiers":[],"fields":{"language":"en","__proto__":{"x":1},"constructor":"y"}}`;
      const reply = await desk.client.post('/api/contacts', body);
      expect(reply.status).toBe(422);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    });
  });
});
