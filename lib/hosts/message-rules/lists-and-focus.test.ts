import { expect, test } from 'vitest';
import { openMessagePage as start } from './message-page-for-tests.ts';

const networks = [
  {
    name: 'Sales',
    channels: [
      { id: 11, kind: 'query' },
      { id: 12, kind: 'channel' },
    ],
  },
  { name: 'Support', channels: [{ id: 21, kind: 'query' }] },
];
const listed = {
  each: 'data.networks[].channels[]',
  type: 'kind',
  id: 'id',
  campaign: '..name',
  queue: '...shift',
  events: [{ type: 'query', state: 'active' }],
};

test('a list of lists is read entry by entry, with what stands around each list', () => {
  const { told, post } = start(listed);
  post({ shift: 'late', data: { networks } });
  expect(told()).toEqual(['active chats:11 Sales late', 'active chats:21 Support late']);
});

test.each([
  ['data.networks[].channels', { data: { networks } }],
  ['[].channels[]', networks],
  ['data[].networks[].channels[]', { data: [{ networks }] }],
  ['data.networks[].channels[]', JSON.stringify({ data: { networks: JSON.stringify(networks) } })],
])('%s', (each, message) => {
  const { told, post } = start({ ...listed, each, queue: undefined });
  post(message);
  expect(told()).toEqual(['active chats:11 Sales', 'active chats:21 Support']);
});

test('the type of the message may stand around the list', () => {
  const { told, post } = start({
    each: 'items',
    type: '..event',
    id: 'id',
    events: [{ type: 'opened', state: 'active' }],
  });
  post({ event: 'opened', items: [{ id: 'a' }, { id: 'b' }] });
  post({ event: 'deleted', items: [{ id: 'c' }] });
  expect(told()).toEqual(['active chats:a', 'active chats:b']);
});

test('what is around the message is nothing', () => {
  const { told, post } = start({ ...listed, campaign: '....name' });
  post({ data: { networks } });
  expect(told()).toEqual(['active chats:11', 'active chats:21']);
});

test('of lists without end the first entries are read', () => {
  const { told, post } = start(listed);
  const channels = Array.from({ length: 500 }, (_, id) => ({ id, kind: 'query' }));
  post({ data: { networks: Array.from({ length: 500 }, () => ({ name: 'Sales', channels })) } });
  expect(told()).toHaveLength(200);
});

const focused = {
  type: 'type',
  id: 'id',
  events: [
    { type: 'opened', state: 'active' },
    { type: 'selected', focus: true },
    { type: 'closed', state: 'finished' },
  ],
};

test('an event with focus says which one the agent looks at, known or not yet', () => {
  const { told, post } = start(focused);
  for (const id of ['a', 'b']) post({ type: 'opened', id });
  post({ type: 'selected', id: 'b' });
  post({ type: 'selected', id: 'a' });
  post({ type: 'selected', id: 'later' });
  post({ type: 'selected' });
  expect(told().filter((line) => line.startsWith('focus'))).toEqual([
    'focus chats:b',
    'focus chats:a',
    'focus chats:later',
    'focus null',
  ]);
  expect(told().at(-1)).toBe('focus null');
});

test('an event may change an interaction and have the agent’s eyes at once', () => {
  const { told, post } = start({
    ...focused,
    id: undefined,
    events: [{ type: 'opened', state: 'active', focus: true }],
  });
  post({ type: 'opened' });
  expect(told().map((line) => line.split(':')[0])).toEqual(['active chats', 'focus chats']);
  const [active = '', focus = ''] = told();
  expect(focus.slice('focus '.length)).toBe(active.slice('active '.length));
});
