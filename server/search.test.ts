import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { onBothDatabases } from './both-databases-for-tests.ts';
import { findByIdentifier } from './contacts/find-contacts.ts';

onBothDatabases((desk) => {
  describe('search', () => {
    it.each([
      ['elodie', 'Élodie Marchand'],
      ['MARCHAND ÉLODIE', 'Élodie Marchand'],
      ['vauban elod', 'Élodie Marchand'],
      ['head facilities', 'Élodie Marchand'],
      ['gross', 'Anneliese Groß'],
      ['hagstrom', 'Jonas Hagström'],
      ['lukasz', 'Łukasz Błaszczykowska'],
      ['الحداد', 'ليلى الحداد'],
      ['mizrahi tamar', 'Tamar Mizrahi'],
      ["o'connell", 'OConnell Test'],
      ['elodie@vauban.example.com', 'Élodie Marchand'],
      ['vauban.example', 'Élodie Marchand'],
      ['01 99 00 42 17', 'Élodie Marchand'],
      ['+33 1 99 00 42 17', 'Élodie Marchand'],
      ['0033199004217', 'Élodie Marchand'],
      ['99-00-42-17', 'Élodie Marchand'],
      ['(0)20 7946 0164', 'Samuel Okafor'],
      ['٠٢٠ ٧٩٤٦ ٠١٦٤', 'Samuel Okafor'],
      ['okafor 0164', 'Samuel Okafor'],
      ['omar_haddad', 'Omar Haddad'],
      ['raman.and', 'Priya Raman'],
    ])('finds by %s', async (query, name) => {
      if (name === 'OConnell Test' && (await desk.count(name)) === 0) await desk.create(name);
      expect(await desk.search(query)).toContain(name);
    });

    it('puts the beginning of a name before the beginning of a word before the middle', async () => {
      for (const name of ['Zorbax Ann', 'Ann Zorbax', 'Xzorbax Ann']) await desk.create(name);
      expect(await desk.search('zorbax')).toEqual(['Zorbax Ann', 'Ann Zorbax', 'Xzorbax Ann']);
    });

    it('takes a sign that means more to the database for itself', async () => {
      await desk.create('Wildxcard Under');
      await desk.create('Wild_card Under');
      expect(await desk.search('wild_card')).toEqual(['Wild_card Under']);
    });

    it('looks for one or two letters where words begin', async () => {
      await desk.create('Qzzara Stone');
      await desk.create('Stone Aqzzara');
      expect(await desk.search('qz')).toEqual(['Qzzara Stone']);
      expect((await desk.search('qzz')).sort()).toEqual(['Qzzara Stone', 'Stone Aqzzara']);
    });

    it('finds two signs of a script without spaces anywhere', async () => {
      await desk.create('山田太郎');
      expect(await desk.search('太郎')).toEqual(['山田太郎']);
    });

    it.each([
      ['elodie marchnad', 'Élodie Marchand'],
      ['lodie marchand', 'Élodie Marchand'],
      ['marhcand elodi', 'Élodie Marchand'],
      ['hagstorm', 'Jonas Hagström'],
      ['blasczykovska', 'Łukasz Błaszczykowska'],
      ['okafro samuel', 'Samuel Okafor'],
      ['okafro 0164', 'Samuel Okafor'],
    ])('finds by %s, which has a typing mistake', async (query, name) => {
      expect(await desk.search(query)).toContain(name);
    });

    it('puts what is spelled so before what is not, and lets no other word pass for a mistake', async () => {
      for (const name of ['Querbeth Ann', 'Querbteh Ann']) await desk.create(name);
      expect(await desk.search('querbteh')).toEqual(['Querbteh Ann', 'Querbeth Ann']);
      expect(await desk.search('querxxth')).toEqual(['Querbeth Ann']);
      expect(await desk.search('quxxxxth')).toEqual([]);
    });

    it('says how many fit, and beyond a thousand that there are more', async () => {
      const found = async (query: string) => (await desk.client.post('/api/contacts/search', { query })).body;
      expect(await found('élodie marchand')).toEqual({ contacts: [expect.anything()] });
      await desk.server.db.execute(sql`
        insert into contacts (id, name, kind, fields, version, updated_at, name_folded, search_text)
        select 'many-' || n, 'Zwolf ' || n, 'person', '{}', n::text, now(), 'zwolf ' || n, ' zwolf ' || n || ' '
        from generate_series(1, 999) n`);
      expect(await found('zwolf')).toMatchObject({ total: 999, contacts: { length: 20 } });
      await desk.create('Zwolf Onemore');
      const { more, total, contacts } = await found('zwolf');
      expect({ more, total, shown: contacts.length }).toEqual({ more: true, total: undefined, shown: 20 });
    });

    it('answers at most 20, and nothing to nothing', async () => {
      expect(await desk.search('e')).toHaveLength(20);
      for (const query of ['', '   ', '-', "'", '…', '%', '_', '\\'])
        expect(await desk.search(query)).toEqual([]);
    });

    it('follows a change at once', async () => {
      const number = desk.freshNumber();
      const made = await desk.create('Before Rename');
      await desk.client.patch(
        `/api/contacts/${made.id}`,
        { name: 'Åfter Rename' },
        { 'If-Match': made.version },
      );
      expect(await desk.search('after rename')).toEqual(['Åfter Rename']);
      expect(await desk.search('aftre renmae')).toEqual(['Åfter Rename']);
      expect(await desk.search('before rename')).toEqual([]);
      await desk.assign(made.id, number, 'add');
      expect(await desk.search(number)).toEqual(['Åfter Rename']);
    });
  });

  it('is broken off in time, and holds up nothing else meanwhile', async (context) => {
    // PGlite cannot break a statement off; it has one at a time, and each is of bounded cost.
    if (!desk.isPostgres) return context.skip();
    await desk.server.db.transaction(async (tx) => {
      await tx.execute(sql`lock table contacts in access exclusive mode`);
      // Two run, sixteen wait, and the agent may have no more waiting.
      const searches = Array.from({ length: 24 }, () =>
        desk.client.post('/api/contacts/search', { query: 'held' }),
      );
      const meanwhile = await Promise.all(
        Array.from({ length: 20 }, () => desk.client.get('/api/workspace')),
      );
      expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set([200]));
      const replies = await Promise.all(searches);
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([429, 503]));
      for (const { headers } of replies) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    });
  });

  it('reads a lookup from an index', async () => {
    await desk.server.db.execute(sql`
        insert into contacts (id, name, kind, fields, version, updated_at, name_folded, search_text)
        select 'bulk-' || n, 'Bulk ' || n, 'person', '{}', n::text, now(), 'bulk ' || n, ' bulk ' || n || ' '
        from generate_series(1, 20000) n`);
    await desk.server.db.execute(sql`
        insert into identifiers (contact_id, kind, value, key, scope, shared, position)
        select 'bulk-' || n, 'phone', '+99900' || n, '+99900' || n, '', false, 0 from generate_series(1, 20000) n`);
    await desk.server.db.execute(sql`analyze`);
    const plans: string[] = [];
    const spy = new Proxy(desk.server.db, {
      get(target, name, receiver) {
        if (name !== 'select') return Reflect.get(target, name, receiver);
        return (...columns: Parameters<typeof target.select>) => {
          const from = target.select(...columns);
          plans.push('select');
          return from;
        };
      },
    });
    const found = await findByIdentifier(spy, { kind: 'phone', value: '+9990017' });
    expect(found.map(({ id }) => id)).toEqual(['bulk-17']);
    expect(plans).toEqual(['select']);
    const explained = await desk.server.db.execute(sql`explain
        select * from contacts where contacts.id in (
          select contact_id from identifiers where kind = 'phone' and key in ('+9990017') and scope = '')`);
    const text = JSON.stringify(explained);
    expect(text).toContain('identifiers_');
    expect(text).toMatch(/Index (Only )?Scan/);
    expect(text).not.toContain('Seq Scan');
  });
});
