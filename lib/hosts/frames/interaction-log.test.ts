import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { createInteractionLog, type Facts } from './interaction-log.ts';

let time = Date.parse('2026-11-20T10:00:00Z');
let log: ReturnType<typeof createInteractionLog>;
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00Z');
  log = createInteractionLog(() => time);
});

const call = { channel: 'phone', direction: 'inbound' } as const;
const number = { clientId: { kind: 'phone', value: '+33199004217' } } as const;

test('what a later message leaves out is kept, and times are taken once', () => {
  log.tell('1', { ...call, ...number, state: 'offered' });
  time += 4_000;
  log.tell('1', { state: 'active' });
  time += 4_000;
  expect(log.tell('1', { state: 'held' })).toEqual({
    id: '1',
    ...call,
    ...number,
    state: 'held',
    startedAt: '2026-11-20T10:00:00.000Z',
    answeredAt: '2026-11-20T10:00:04.000Z',
  });
});

test('a repeated message tells nothing, and a late one does not take a state back', () => {
  expect(log.tell('1', { ...call, state: 'active' })).toBeDefined();
  expect(log.tell('1', { ...call, state: 'active' })).toBeUndefined();
  expect(log.tell('1', { ...call, ...number, state: 'offered' })).toMatchObject({
    state: 'active',
    ...number,
  });
});

test('nothing is told before channel and direction are known', () => {
  expect(log.tell('1', { state: 'active' })).toBeUndefined();
  expect(log.tell('1', { ...call, state: 'offered' })).toMatchObject({ state: 'active' });
});

test('an end is told once, closed may follow, and an end of what was never told is not', () => {
  log.tell('1', { ...call, state: 'active' });
  expect(log.tell('1', { state: 'finished', endReason: 'failed' })).toMatchObject({ endReason: 'failed' });
  expect(log.tell('1', { state: 'finished' })).toBeUndefined();
  expect(log.tell('1', { state: 'closed' })).toMatchObject({ state: 'closed', endReason: 'failed' });
  expect(log.tell('1', { state: 'closed' })).toBeUndefined();
  expect(log.tell('2', { ...call, state: 'finished' })).toBeUndefined();
});

test('an id that is used again later is a new interaction; late words at once are not', () => {
  log.tell('1', { ...call, state: 'active' });
  log.tell('1', { state: 'finished' });
  expect(log.tell('1', { ...call, state: 'offered' })).toBeUndefined();
  time += 2_001;
  expect(log.tell('1', { ...call, state: 'offered' })).toMatchObject({
    state: 'offered',
    startedAt: '2026-11-20T10:00:02.001Z',
  });
});

test('a number that is shown after all is not withheld', () => {
  log.tell('1', { ...call, withheld: true, state: 'offered' });
  expect(log.tell('1', number)).not.toHaveProperty('withheld');
});

test('another party takes the name of the former one away; another spelling of the same number does not', () => {
  log.tell('1', { ...call, ...number, displayName: 'Jane', state: 'active' });
  const spelled = { clientId: { kind: 'phone', value: '0199004217' } } as const;
  expect(log.tell('1', spelled)).toMatchObject({ displayName: 'Jane' });
  const other = { clientId: { kind: 'phone', value: '+442079460164' } } as const;
  expect(log.tell('1', other)).toMatchObject({ ...other, displayName: '' });
  expect(log.tell('1', { ...number, displayName: 'Zoe' })).toMatchObject({ ...number, displayName: 'Zoe' });
});

test('in any order and however often, a call ends once and nothing lives after its end', () => {
  const seed = Date.now() | 0;
  const said: Facts[] = [
    { ...call, ...number, state: 'offered' },
    { state: 'active' },
    { state: 'held' },
    { state: 'active' },
    { state: 'finished' },
  ];
  const order = fc.array(fc.integer({ min: 0, max: said.length - 1 }), { maxLength: 30 });
  fc.assert(
    fc.property(order, (indexes) => {
      const fresh = createInteractionLog(() => time);
      const told = indexes.map((index) => fresh.tell('1', said[index]!)?.state).filter((state) => state);
      const end = told.indexOf('finished');
      expect(end === -1 || end === told.length - 1).toBe(true);
      if (indexes.includes(4)) expect(fresh.ids()).toEqual([]);
    }),
    { seed, numRuns: 2_000 },
  );
});

test('what is kept is bounded', () => {
  for (let n = 0; n < 1_000; n++) log.tell(String(n), { ...call, state: 'active' });
  expect(log.ids()).toHaveLength(200);
});
