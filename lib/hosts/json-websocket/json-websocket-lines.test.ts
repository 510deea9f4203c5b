import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setMediaState } from '../page/media-state.ts';
import { openPage, rulesOf } from '../rules/messages/socket-page-for-tests.ts';

const rules = rulesOf({
  since: '2026-09-01',
  url: '^wss://gateway\\.example/',
  type: 'type',
  id: 'id',
  clientId: 'from',
  channelFrom: 'channel',
  directionFrom: 'direction',
  events: [
    { type: 'ring', state: 'offered' },
    { type: 'answer', state: 'active' },
    { type: 'hold', state: 'held' },
    { type: 'hangup', state: 'finished' },
  ],
});
const call = { id: 'call-1', from: '+33612345678' };

// Before the tap keeps the clock as it was when it came.
vi.hoisted(() => vi.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00Z') }));
beforeEach(() => setMediaState({ open: 0, connected: 0 }));
afterEach(() => {
  vi.clearAllTimers();
  vi.unstubAllGlobals();
});

function open() {
  const page = openPage();
  const { said, stop } = page.listen(rules);
  const socket = page.connect();
  const ends = () =>
    said.filter(({ state }) => state === 'finished').map(({ id, endReason }) => [id, endReason]);
  return { ...page, said, stop, socket, ends };
}

test('what is on hold when it is first heard of began before, and no time of it is claimed', () => {
  const { said, socket } = open();
  socket.receive({ type: 'hold', ...call });
  socket.receive({ type: 'answer', ...call });
  socket.receive({ type: 'ring', ...call, id: 'call-2' });
  socket.receive({ type: 'hold', ...call, id: 'call-2' });
  expect(
    said.map(({ state, joinedLate, startedAt, answeredAt }) => [
      state,
      joinedLate,
      !!startedAt,
      !!answeredAt,
    ]),
  ).toEqual([
    ['held', true, false, false],
    ['active', true, false, false],
    ['offered', undefined, true, false],
    ['held', undefined, true, true],
  ]);
});

test.each([
  ['a call that rings is missed after 32 seconds', { type: 'ring', ...call }, 32, 'missed'],
  ['one that we make has failed', { type: 'ring', ...call, direction: 'outbound' }, 32, 'failed'],
  ['one that was answered has failed after two minutes', { type: 'answer', ...call }, 120, 'failed'],
  [
    'a chat has lost its host after two minutes',
    { type: 'answer', ...call, channel: 'chat' },
    120,
    'host-gone',
  ],
])('where the socket is closed for good, %s', (_, event, seconds, reason) => {
  const { socket, said, ends } = open();
  socket.receive(event);
  socket.close();
  vi.advanceTimersByTime(seconds * 1_000 - 1);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(ends()).toEqual([['calls:call-1', reason]]);
  expect(said[1]?.endedAt).toBe(new Date().toISOString());
});

test('a new socket to the same place, whatever its query, keeps a call that was answered, until it closes too', () => {
  const { socket, connect, said, ends } = open();
  socket.receive({ type: 'answer', ...call });
  socket.close();
  const next = connect('wss://gateway.example/ws?retry=1');
  next.send({ type: 'login' });
  vi.advanceTimersByTime(600_000);
  expect(said).toHaveLength(1);
  next.close();
  vi.advanceTimersByTime(119_999);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(ends()).toEqual([['calls:call-1', 'failed']]);
});

test('a call that is told of again on whatever socket goes on, and ends by its own word', () => {
  const { socket, connect, ends } = open();
  socket.receive({ type: 'ring', ...call });
  socket.close();
  const other = connect('wss://gateway.example/other');
  other.receive({ type: 'ring', ...call });
  vi.advanceTimersByTime(600_000);
  expect(ends()).toEqual([]);
  other.receive({ type: 'hangup', ...call });
  expect(ends()).toEqual([['calls:call-1', 'missed']]);
});

test('a socket to somewhere else comes in nobody’s place', () => {
  const { socket, connect, ends } = open();
  socket.receive({ type: 'answer', ...call });
  connect('wss://gateway.example/metrics').send({ type: 'metric' });
  socket.close();
  vi.advanceTimersByTime(120_000);
  expect(ends()).toEqual([['calls:call-1', 'failed']]);
});

test('while media flow the call goes on; when they stop it is over', () => {
  const { socket, connect, ends } = open();
  socket.receive({ type: 'answer', ...call });
  setMediaState({ open: 1, connected: 1 });
  socket.close();
  connect().send({ type: 'login' });
  vi.advanceTimersByTime(600_000);
  expect(ends()).toEqual([]);
  setMediaState({ open: 0, connected: 0 });
  vi.advanceTimersByTime(5_000);
  expect(ends()).toEqual([['calls:call-1', 'completed']]);
});

test('media of a call before say nothing of this one', () => {
  const { socket, ends } = open();
  setMediaState({ open: 1, connected: 1 });
  setMediaState({ open: 0, connected: 0 });
  vi.advanceTimersByTime(1_000);
  socket.receive({ type: 'answer', ...call });
  socket.close();
  vi.advanceTimersByTime(119_999);
  expect(ends()).toEqual([]);
});

test('a socket that closed while nobody listened, or before anybody did, is known to the next isolated half', async () => {
  const { socket, stop, listen } = open();
  socket.receive({ type: 'answer', ...call });
  stop.abort();
  socket.close();
  const second = listen(rules);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(second.said.map(({ state }) => state)).toEqual(['active', 'finished']);

  const other = openPage();
  const early = other.connect();
  early.receive({ type: 'ring', ...call });
  early.close();
  const { said } = other.listen(rules);
  vi.advanceTimersByTime(32_000);
  expect(said.map(({ state }) => state)).toEqual(['offered', 'finished']);
});

test('a page that forges lines breaks nothing', () => {
  const { page, socket, ends } = open();
  socket.receive({ type: 'ring', ...call });
  for (const message of [
    { open: false },
    { open: false, socket: '1', place: 1, at: 1 },
    { open: true, socket: 1e9, place: -1, at: null },
    { open: false, socket: 77, place: 9, at: 9e99 },
  ])
    page.dispatchEvent(
      new CustomEvent('ringside:tap', { detail: JSON.stringify({ tap: 'json-websocket', message }) }),
    );
  vi.advanceTimersByTime(600_000);
  expect(ends()).toEqual([]);
});
