import { expect, test } from 'vitest';
import { channels, directions, endReasons, states } from '../../domain/host-event.ts';
import { identifierKinds } from '../../domain/identifier.ts';
import { createEventReader } from './event-reader.ts';

const version = {
  since: '2026-09-01',
  type: 'type',
  id: 'id',
  stateFrom: 'state',
  directionFrom: 'direction',
  endReasonFrom: 'reason',
  channelFrom: 'channel',
  kindFrom: 'kind',
  events: [{ type: 'told' }],
};
const { wanted, read } = createEventReader(version);

function readWords(words: Record<string, string>) {
  const values = wanted.paths.map(([name = '']) => words[name] ?? null);
  return read({ type: 'told', values, sent: false, at: 1 })?.facts;
}

test.each([
  ['state', states],
  ['direction', directions],
  ['endReason', endReasons],
  ['channel', channels],
  ['kind', identifierKinds],
] as const)('every word for the %s is known, and no other says anything', (name, words) => {
  const path = name === 'endReason' ? 'reason' : name;
  for (const word of words) expect(readWords({ [path]: word })).toEqual({ texts: {}, [name]: word });
  expect(readWords({ [path]: 'melted' })).toEqual({ texts: {} });
});

test('every path is asked for once, the names with dots and numbers in them too', () => {
  const { wanted: found } = createEventReader({
    ...version,
    each: '',
    type: ['a\\.b.c', 'list[0][1]'],
    clientId: ['call.from', { path: 'call.from', match: 'x' }],
  });
  expect(found.types).toEqual([
    ['a.b', 'c'],
    ['list', '0', '1'],
  ]);
  expect(found.each).toEqual([]);
  expect(found.paths.filter((keys) => keys.join('.') === 'call.from')).toHaveLength(1);
});
