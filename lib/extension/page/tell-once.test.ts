import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostEvent } from '../../domain/host/host-event.ts';
import { createTellOnce, type OutgoingEvent } from './tell-once.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const call = (id: string, state = 'offered') =>
  ({ type: 'interaction', interaction: { id, channel: 'phone', direction: 'inbound', state } }) as HostEvent;

function start() {
  const told: OutgoingEvent[] = [];
  const outgoing = createTellOnce(() => told.push(...outgoing.take(1_000)));
  const states = () =>
    told.map(({ event }) => {
      const { type, interaction } = event as { type: string; interaction?: { id: string; state: string } };
      return interaction ? `${interaction.id} ${interaction.state}` : type;
    });
  return { told, outgoing, states };
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

test('the same word twice is told once; a different one and the first again are told', async () => {
  const { outgoing, told } = start();
  for (const interactionId of ['a', 'a', 'b', 'b', 'a']) {
    outgoing.add('x', { type: 'focus', interactionId });
    await settle();
  }
  expect(told.map(({ event }) => (event as { interactionId: string }).interactionId)).toEqual([
    'a',
    'b',
    'a',
  ]);
});

test('two adapters that say the same are two', async () => {
  const { outgoing, told } = start();
  outgoing.add('x', call('a'));
  outgoing.add('y', call('a'));
  await settle();
  expect(told.map(({ adapter }) => adapter)).toEqual(['x', 'y']);
});

test('a newer word takes the place of one that waits', async () => {
  const { outgoing, states } = start();
  outgoing.add('x', call('a'));
  outgoing.add('x', call('b'));
  outgoing.add('x', call('a', 'active'));
  await settle();
  expect(states()).toEqual(['a active', 'b offered']);
});

test('timeline entries never take each other’s place', async () => {
  const { outgoing, told } = start();
  const entry = (id: string): HostEvent => ({
    type: 'event',
    event: { id, interactionId: 'a', type: 'note', at: '2026-11-20T10:00:00Z' },
  });
  outgoing.add('x', entry('1'));
  outgoing.add('x', entry('2'));
  outgoing.add('x', entry('1'));
  await settle();
  expect(told).toHaveLength(2);
});

test('a storm of 10,000 forged interactions is thinned, and a live call still gets through', async () => {
  const { outgoing, states } = start();
  outgoing.add('x', call('real'));
  await settle();
  for (let n = 0; n < 10_000; n++) outgoing.add('x', call(`forged-${n}`));
  outgoing.add('x', call('real', 'active'));
  await settle();
  expect(states().length).toBeLessThanOrEqual(101);
  await settle(10_000);
  expect(states().length).toBeLessThanOrEqual(101 + 257);
  expect(states()).toContain('real active');
});

test('one interaction that changes 10,000 times ends up as it last was', async () => {
  const { outgoing, states } = start();
  for (let n = 0; n < 10_000; n++) {
    outgoing.add('x', call('a', n % 2 === 0 ? 'held' : 'active'));
    if (n % 100 === 0) await settle();
  }
  outgoing.add('x', call('a', 'finished'));
  await settle(3_000);
  expect(states().at(-1)).toBe('a finished');
  expect(states().length).toBeLessThan(300);
});

test('the rate allows 100 at once and 50 a second', async () => {
  const { outgoing, told } = start();
  for (let n = 0; n < 200; n++) outgoing.add('x', call(`${n}`));
  await settle();
  expect(told).toHaveLength(100);
  await settle(1_000);
  expect(told.length).toBeGreaterThanOrEqual(149);
  expect(told.length).toBeLessThanOrEqual(151);
  await settle(1_100);
  expect(told).toHaveLength(200);
});

test('too large, cyclic or hostile events are dropped', async () => {
  const { outgoing, told } = start();
  const cyclic = call('c');
  Object.assign(cyclic, { cyclic });
  outgoing.add('x', cyclic);
  outgoing.add('x', call('x'.repeat(9_000)));
  outgoing.add('x', { type: 'interaction' } as HostEvent);
  outgoing.add('x', { type: 'interaction', interaction: { id: { toString: null } } } as unknown as HostEvent);
  await settle();
  expect(told.length, 'only what is well formed JSON').toBe(2);
});

test('all that is live can be told again; what has ended is not', async () => {
  const { outgoing, told, states } = start();
  outgoing.add('x', { type: 'hello', host: { name: 'Desk', version: '1' }, commands: [] });
  outgoing.add('x', call('a'));
  outgoing.add('x', call('b', 'active'));
  outgoing.add('x', call('a', 'finished'));
  await settle();
  told.length = 0;
  outgoing.again();
  await settle();
  expect(states()).toEqual(['hello', 'b active']);
});

test('what is told is a copy', async () => {
  const { outgoing, told } = start();
  const event = call('a');
  outgoing.add('x', event);
  if (event.type === 'interaction') event.interaction.id = 'changed';
  await settle();
  expect(told[0]?.event).toEqual(call('a'));
});

test('nothing is told after the stop', async () => {
  const { outgoing, told } = start();
  outgoing.add('x', call('a'));
  outgoing.stop();
  outgoing.add('x', call('b'));
  await settle(5_000);
  expect(told).toEqual([]);
});
