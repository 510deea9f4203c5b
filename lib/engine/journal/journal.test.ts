import { expect, it } from 'vitest';
import { deskOrigin, engineForTests } from '../engine-for-tests.ts';
import { Journal, type JournalEvent } from './journal.ts';

const source = { origin: deskOrigin, adapter: 'host-protocol', tabId: 1, frameId: 0 };
const happened = (id: string, interactionId = 'call') =>
  ({
    type: 'event',
    event: { id, interactionId, type: 'menu.chosen', at: '2026-11-30T10:00:00.000Z' },
  }) as const;

it('keeps what a host tells of an interaction, in order and once, apart from other hosts and calls', () => {
  const journal = new Journal();
  for (const [at, id] of ['a', 'b', 'a'].entries()) journal.append({ at, source, event: happened(id) });
  journal.append({ at: 4, source, event: happened('a', 'another') });
  journal.append({ at: 5, source: { ...source, origin: 'https://other.example' }, event: happened('a') });
  expect(journal.of(source, 'call').map(({ at }) => at)).toEqual([0, 1]);
  expect(journal.of(source, 'another').map(({ at }) => at)).toEqual([4]);
});

it('knows the last that each page said of itself', () => {
  const journal = new Journal();
  const hello = (version: string) =>
    ({
      type: 'hello' as const,
      host: { name: 'LiveStore', version },
      commands: ['close'],
    }) satisfies JournalEvent;
  journal.append({ at: 1, source, event: hello('1') });
  journal.append({ at: 2, source: { ...source, tabId: 2 }, event: hello('2') });
  journal.append({ at: 3, source, event: hello('3') });
  expect(journal.helloOf(source)?.at).toBe(3);
  expect(journal.helloOf({ ...source, frameId: 7 })).toBeUndefined();
});

it('stays small whatever a page tells, and loses nothing of another host', () => {
  const journal = new Journal();
  const other = { ...source, origin: 'https://other.example' };
  journal.append({ at: 0, source: other, event: happened('first') });
  for (let at = 0; at < 300; at += 1) journal.append({ at, source, event: happened(`${at}`) });
  expect(journal.of(source, 'call')).toHaveLength(200);
  expect(journal.of(source, 'call')[0]?.at).toBe(100);
  expect(journal.of(other, 'call')).toHaveLength(1);
});

it('hears of the engine what hosts say of themselves and of what happened', async () => {
  const desk = engineForTests();
  await desk.connect('ana');
  await desk.engine.host(source, { type: 'hello', host: { name: 'LiveStore', version: '1' }, commands: [] });
  await desk.engine.host(source, happened('a'));
  expect(desk.engine.journal.of(source, 'call')).toHaveLength(1);
  expect(desk.engine.journal.helloOf(source)?.event).toMatchObject({ host: { name: 'LiveStore' } });
});
