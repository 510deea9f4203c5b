import type { Bench } from '../../bench.ts';
import { now } from '../../servers/bodies.ts';
import { inTurn } from '../in-turn.ts';
import type { PairRow, Sample, Sampler } from '../row.ts';
import { startFloorServer } from './floor-server.ts';
import { type Planted, plantedServer } from './planted-server.ts';

/** A million is PostgreSQL's alone: to plant them in PGlite takes a quarter of an hour and 10 GB of log. */
const sizes = [
  { contacts: 100_000, word: '100k', database: 'pglite', name: 'PGlite' },
  { contacts: 100_000, word: '100k', database: 'postgres', name: 'PostgreSQL' },
  { contacts: 1_000_000, word: '1m', database: 'postgres', name: 'PostgreSQL' },
] as const;

/** The companion server over HTTP, its database as large as a company's. What searches find is what agents type first. */
export const serverRows: PairRow[] = sizes.flatMap(({ contacts, word, database, name }): PairRow[] => {
  const planted = { database, contacts };
  const about = { kind: 'pair', quick: false, against: 'a map in memory behind HTTP' } as const;
  const of = `${contacts.toLocaleString('en')} contacts, ${name}`;
  const end = `${database}-${word}`;
  return [
    {
      ...{ ...about, id: `lookup-${end}`, title: `lookup of ${of}; a second` },
      samples: { quick: 150, full: 600 },
      prepare: (bench) => asked(bench, planted, 'lookup'),
    },
    {
      ...{ ...about, id: `search-${end}`, title: `search of ${of}; a second` },
      samples: { quick: 60, full: 200 },
      prepare: (bench) => asked(bench, planted, 'search'),
    },
    {
      ...{ ...about, id: `start-${end}`, title: `start of the server, ${of}; bytes of memory` },
      samples: { quick: 3, full: 6 },
      prepare: (bench) => started(bench, planted),
    },
  ];
});

/** Names as they are typed, from the first letters to two words; the last has a mistake in it. */
const queries = ['an', 'mar', 'mari', 'office', 'silva', 'anna s', 'jo mart', 'reception li', 'marai'];
/** So many ask at a time, for so long, to see how many are answered in a second. */
const askers = 6;
const askedMs = 4_000;

async function asked(bench: Bench, planted: Planted, what: 'lookup' | 'search'): Promise<Sampler> {
  const { url, floor, numbers, tokens } = await plantedServer(bench, planted);
  const nextQuery = inTurn(queries);
  const nextNumber = inTurn(numbers);
  const nextToken = inTurn(tokens);
  const question = () =>
    what === 'lookup' ? { identifier: { kind: 'phone', value: nextNumber() } } : { query: nextQuery() };

  async function ask(server: string, token = nextToken()): Promise<Sample> {
    const rang = now();
    const reply = await fetch(`${server}/api/contacts/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(question()),
    });
    const { contacts } = (await reply.json()) as { contacts?: unknown[] };
    if (!reply.ok) throw new Error(`The server answered a ${what} with ${reply.status}`);
    if (what === 'lookup' && contacts?.length !== 1) throw new Error('A number was not found');
    return { rang, ms: now() - rang, requests: 1 };
  }

  for (const _ of queries) await ask(url);
  return {
    ringside: () => ask(url),
    floor: () => ask(floor.url),
    async more() {
      const until = now() + askedMs;
      let answered = 0;
      await Promise.all(
        tokens.slice(0, askers).map(async (token) => {
          for (; now() < until; answered += 1) await ask(url, token);
        }),
      );
      return { value: Math.round((answered * 1_000) / askedMs) };
    },
  };
}

async function started(bench: Bench, planted: Planted): Promise<Sampler> {
  const server = await plantedServer(bench, planted);
  return {
    async ringside() {
      const rang = now();
      return { rang, ms: await server.restart(), requests: 0 };
    },
    async floor() {
      const rang = now();
      const { stop } = await startFloorServer([]);
      const ms = now() - rang;
      await stop();
      return { rang, ms, requests: 0 };
    },
    more: async () => ({ bytes: server.memory() }),
  };
}
