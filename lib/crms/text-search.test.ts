import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankFound } from '../domain/search/rank-found.ts';
import { crmConnectors } from './connectors.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';
import { type Person, searchedCrms } from './searched-crms-for-tests.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const person = (first: string, last: string, email = '') => ({ first, last, email });
/** Behind a thousand others, so that nobody is found who was not asked for. */
const people: Person[] = [
  ...Array.from({ length: 500 }, (_, index) => person(`Anna ${index}`, 'Müller')),
  ...Array.from({ length: 500 }, (_, index) => person('Mehdi', `Miller ${index}`)),
  person('Mehdi', 'Müller 3729'),
  person('Zoë-Łucja', 'Çelik-Żółć'),
  person('Dirk', 'Müllerschön', 'dirk@example.org'),
  person('Sinéad', 'O’Connor'),
  person('Tomáš', 'Dvořák'),
  person('Muñoz', 'Şimşek'),
].map((one, id) => ({ ...one, id: id + 1 }));
/** By the older API of that CRM alone. */
const searchedElsewhere = ['suitecrm', 'tryton'];

describe.each(Object.entries(searchedCrms))('a search in %s', (id, search) => {
  const connector = crmConnectors.find((one) => one.id === id)!;
  const example = examples[`./${id}/example.ts`]!;
  const opening = example.opening ?? [];

  async function searched(query: string) {
    server.answerWith((request, ...rest) => {
      const first = opening.find((exchange) => matches(request, exchange));
      const { status, body, headers } = first?.response ?? { ...search(request, people), headers: {} };
      reply(status, body, headers)(request, ...rest);
    });
    const settings = connector.settings.parse(example.settings(server.baseUrl));
    const found = await connector.connect({ settings, credential: example.credential }).search(query);
    const asked = server.seen.filter((request) => !opening.some((exchange) => matches(request, exchange)));
    expect(asked.length).toBeLessThanOrEqual(connector.plan.search);
    return { ...found, names: rankFound(query, found.contacts).contacts.map(({ name }) => name) };
  }

  it.each([
    ['Mehdi Müller 3729', 'Mehdi Müller 3729'],
    ['müller 3729', 'Mehdi Müller 3729'],
    ['Müller 3729 Mehdi', 'Mehdi Müller 3729'],
    ['Çelik-Żółć Zoë-Łucja', 'Zoë-Łucja Çelik-Żółć'],
    ['ucja elik', 'Zoë-Łucja Çelik-Żółć'],
    ['llersch', 'Dirk Müllerschön'],
    ["o'connor sinéad", 'Sinéad O’Connor'],
  ])('finds by %j %s first', async (query, name) => {
    expect((await searched(query)).names[0]).toBe(name);
  });

  it.each([
    ['Mullerschon', 'Dirk Müllerschön'],
    ['tomas dvorak', 'Tomáš Dvořák'],
    ['simsek', 'Muñoz Şimşek'],
    ['mehdi muller 3729', 'Mehdi Müller 3729'],
  ])('finds by %j, without accents, %s first', async (query, name) => {
    expect((await searched(query)).names[0]).toBe(name);
  });

  it('finds by an e-mail address, or by a part of it', async () => {
    if (searchedElsewhere.includes(id)) return;
    for (const query of ['dirk@example.org', 'dirk@'])
      expect((await searched(query)).names).toEqual(['Dirk Müllerschön']);
  });

  it('says of a name that many have how many there are, or that there are more', async () => {
    const { contacts, total, more } = await searched('Müller');
    expect(contacts.length).toBeGreaterThanOrEqual(50);
    expect(total ?? more).toBe(total === undefined ? true : 502);
    expect(await searched('Schmidtchen')).toMatchObject({ contacts: [] });
  });

  it('asks nothing for what is no word', async () => {
    expect(await searched(' - ')).toMatchObject({ contacts: [] });
    expect(server.seen.every((request) => opening.some((exchange) => matches(request, exchange)))).toBe(true);
  });
});
