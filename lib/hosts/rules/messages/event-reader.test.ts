import { expect, test } from 'vitest';
import { identifierKinds } from '../../../domain/contact/identifier-schema.ts';
import { channels, directions, endReasons, states } from '../../../domain/host/host-event.ts';
import { readValues } from '../read-values.ts';
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
  const values = wanted.paths.map(([name]) => words[String(name)] ?? null);
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
  expect(found.each).toEqual([[]]);
  expect(found.paths.filter((keys) => keys.join('.') === 'call.from')).toHaveLength(1);
});

test('an entry of a list is picked by what one of its members reads, in any letter case', () => {
  const { wanted: found } = createEventReader({
    ...version,
    id: 'headers[name=X-Ids\\[0\\]].value',
    campaign: 'headers[name=X-Campaign].value',
  });
  const read = (message: object) => {
    const all: unknown[] = [];
    readValues(found, { type: 'told', ...message }, (_, values) => all.push(values[1], values[0]));
    return all;
  };
  const campaign = { name: 'x-campaign', value: 'Sales' };
  const headers = [null, 'x', { name: {} }, { value: 'no' }, campaign, { ...campaign, value: 'second' }];
  expect(found.paths[0]?.[1]).toEqual(['name', 'x-ids[0]']);
  expect(read({ headers: [...headers, { name: 'X-Ids[0]', value: 7 }] })).toEqual(['Sales', '7']);
  expect(read({ headers: JSON.stringify(headers) })).toEqual(['Sales', null]);
  expect(read({ headers: [...Array(64).fill({}), campaign] })).toEqual([null, null]);
  for (const none of [{}, campaign, 'x-campaign', null, [], [[campaign]]])
    expect(read({ headers: none })).toEqual([null, null]);
});
