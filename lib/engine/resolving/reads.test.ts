import { describe, expect, it } from 'vitest';
import type { Found } from '../../domain/search/found.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import type { SearchReply } from './reads.ts';

class SearchedCrm extends MemoryCrm {
  found: Found = { contacts: [] };
  override search(): Promise<Found> {
    return Promise.resolve(structuredClone(this.found));
  }
}

async function desk(names: string[], more: Partial<Found> = {}) {
  const crm = new SearchedCrm();
  crm.found = { contacts: names.map((name) => crm.add(name, name)), ...more };
  const one = engineForTests({ crm });
  await one.connect();
  const search = async (query: string): Promise<SearchReply> => {
    const reply = await one.engine.send({ type: 'contact.search', crm: testCrm, query });
    if (!reply.ok) throw new Error('refused');
    return reply;
  };
  const copy = (name: string) =>
    one.stores.cache.putContact({ ...crm.add(name, name), id: ref(name) }, one.clock.now);
  return { one, search, copy };
}

const names = ({ contacts }: SearchReply) => contacts.map(({ name }) => name);

describe('what a search by hand is answered', () => {
  it('is ranked in one place, whatever the CRM’s order, and says why each was found', async () => {
    const { search, one } = await desk(['Johanna Berg', 'Somebody', 'Anna Berg']);
    const reply = await search('anna berg');
    expect(names(reply)).toEqual(['Anna Berg', 'Johanna Berg', 'Somebody']);
    expect(reply.why).toEqual({
      [ref('Anna Berg')]: { by: 'name' },
      [ref('Johanna Berg')]: { by: 'name' },
      [ref('Somebody')]: { by: 'elsewhere' },
    });
    expect(reply).not.toHaveProperty('total');
    expect(reply).not.toHaveProperty('more');
    one.end();
  });

  it.each<[string, number, Partial<Found>, object]>([
    ['as many as the CRM says', 50, { total: 134 }, { total: 134 }],
    ['as many as came, where these are all', 30, {}, { total: 30 }],
    ['that there are more, where the CRM says no more than that', 50, { more: true }, { more: true }],
  ])('holds the best twenty and %s', async (_, count, more, said) => {
    const many = Array.from({ length: count - 1 }, (_none, index) => `Annabel ${index}`);
    const { search, one } = await desk([...many, 'Anna'], more);
    const reply = await search('anna');
    expect(names(reply)).toHaveLength(20);
    expect(names(reply)[0]).toBe('Anna');
    expect(reply).toMatchObject(said);
    one.end();
  });

  it('holds saved copies beside a CRM that finds hardly anybody, and says that they are copies', async () => {
    const { search, copy, one } = await desk(['Marta Muler']);
    await copy('Marta Müller');
    await copy('Marta Muler');
    const reply = await search('marta muler');
    expect(names(reply)).toEqual(['Marta Muler', 'Marta Müller']);
    expect(reply.why?.[ref('Marta Müller')]).toEqual({ by: 'name', mistyped: true, copy: true });
    expect(reply.why?.[ref('Marta Muler')]).toEqual({ by: 'name' });
    expect(reply.cached).toBeUndefined();
    one.end();
  });

  it('holds no copies beside a CRM that has enough, or more than it shows', async () => {
    const enough = ['Eva A', 'Eva B', 'Eva C', 'Eva D', 'Eva E'];
    const { search, copy, one } = await desk(enough);
    await copy('Eva F');
    expect(names(await search('eva'))).toEqual(enough);
    one.end();
    const cut = await desk(['Eva A'], { more: true });
    await cut.copy('Eva F');
    expect(names(await cut.search('eva'))).toEqual(['Eva A']);
    cut.one.end();
  });
});
