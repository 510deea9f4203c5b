import { expect, test } from 'vitest';
import { act, arrive } from './interaction.ts';

const at = '2026-11-20T10:00:00.000Z';
const call = arrive(
  {
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+33199004217' },
    campaign: 'Sales',
  },
  'call-1',
  at,
);

test('a call goes from offered over active and held to finished, its sequence growing with every step', () => {
  const answered = act(call, { type: 'answer' }, at);
  const held = act(answered, { type: 'hold' }, at);
  const resumed = act(held, { type: 'resume' }, at);
  const ended = act(resumed, { type: 'end', reason: 'completed' }, at);
  expect([call, answered, held, resumed, ended].map(({ state, sequence }) => [state, sequence])).toEqual([
    ['offered', 1],
    ['active', 2],
    ['held', 3],
    ['active', 4],
    ['finished', 5],
  ]);
  expect(ended).toMatchObject({ answeredAt: at, endedAt: at, endReason: 'completed' });
});

test('an action that makes no sense in the state changes nothing', () => {
  const missed = act(call, { type: 'end', reason: 'missed' }, at);
  expect(act(call, { type: 'hold' }, at)).toBe(call);
  expect(act(missed, { type: 'answer' }, at)).toBe(missed);
  expect(act(missed, { type: 'transfer', campaign: 'Billing' }, at)).toBe(missed);
});

test('a call nobody answered is never closed, since there is nothing to categorise', () => {
  const missed = act(call, { type: 'end', reason: 'missed' }, at);
  expect(act(missed, { type: 'close' }, at).state).toBe('finished');
  const talked = act(act(call, { type: 'answer' }, at), { type: 'end', reason: 'completed' }, at);
  expect(act(talked, { type: 'close' }, at).state).toBe('closed');
});

test('a transfer changes the campaign and nothing else', () => {
  const active = act(call, { type: 'answer' }, at);
  const { campaign, sequence, ...rest } = act(active, { type: 'transfer', campaign: 'Billing' }, at);
  expect(campaign).toEqual({ name: 'Billing' });
  expect(active).toMatchObject(rest);
  expect(sequence).toBe(3);
});

test('an e-mail waits for somebody to take it, it does not ring', () => {
  expect(arrive({ channel: 'email', direction: 'inbound', campaign: 'Sales' }, 'mail-1', at).state).toBe(
    'pending',
  );
});
