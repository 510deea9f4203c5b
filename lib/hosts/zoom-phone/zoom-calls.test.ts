import { beforeEach, expect, test } from 'vitest';
import { createZoomCalls } from './zoom-calls.ts';

const time = Date.parse('2026-11-20T10:00:00Z');
let calls: ReturnType<typeof createZoomCalls>;
beforeEach(() => {
  calls = createZoomCalls(() => time);
});

const call = {
  callId: '74',
  direction: 'inbound',
  caller: { name: 'Jonah Adeyemi', phoneNumber: '+442079460311' },
  callee: { name: 'Agent', extensionNumber: '807', phoneNumber: '+442079460800' },
};
const say = (what: string, more: object = {}) =>
  calls.take({ type: `zp-call-${what}-event`, data: { ...call, ...more } });

test('an inbound call rings, is answered, and ends', () => {
  expect(say('ringing')).toMatchObject({
    id: '74',
    direction: 'inbound',
    state: 'offered',
    clientId: { kind: 'phone', value: '+442079460311' },
    displayName: 'Jonah Adeyemi',
  });
  expect(say('connected')).toMatchObject({ state: 'active' });
  expect(say('ended', { result: 'ended' })).toMatchObject({ state: 'finished', endReason: 'completed' });
  expect(say('log-completed')).toBeUndefined();
});

test('of an outbound call the party is who is called, by extension where there is no number', () => {
  const more = { direction: 'outbound', callee: { extensionNumber: 807, name: 'Zoe' } };
  expect(say('ringing', more)).toMatchObject({
    direction: 'outbound',
    clientId: { value: '807' },
    displayName: 'Zoe',
  });
});

test('older payloads name the number otherwise', () => {
  expect(say('ringing', { caller: { number: '+4420', name: '+4420' } })).toMatchObject({
    clientId: { value: '+4420' },
  });
  expect(say('ringing', { callId: '75', caller: { number: '+4420', name: '+4420' } })).not.toHaveProperty(
    'displayName',
  );
});

test.each([
  ['inbound', 'missed', 'missed'],
  ['inbound', 'voicemail', 'missed'],
  ['inbound', 'rejected', 'rejected'],
  ['inbound', 'answered_by_other_member', 'elsewhere'],
  ['inbound', undefined, 'missed'],
  ['outbound', 'canceled', 'cancelled'],
  ['outbound', 'call_failed', 'failed'],
  ['outbound', 'busy', 'rejected'],
])('an %s call that was never answered and ends as %s is %s', (direction, result, endReason) => {
  say('ringing', { direction });
  expect(say('ended', { direction, result })).toMatchObject({ endReason });
});

test.each([
  ['No Answer', 'cancelled'],
  ['Busy', 'rejected'],
  ['Rejected', 'rejected'],
  ['Call Cancel', 'cancelled'],
  ['Call Connected', 'completed'],
])('a call out that was told as connected and ends as %s is %s', (result, endReason) => {
  const out = { direction: 'outbound' };
  say('ringing', out);
  say('connected', out);
  const ended = say('ended', { ...out, result });
  expect(ended).toMatchObject({ state: 'finished', endReason });
  expect(ended && 'answeredAt' in ended).toBe(endReason === 'completed');
});

test('late and repeated words open nothing again', () => {
  say('ringing');
  expect(say('ringing')).toBeUndefined();
  say('ended');
  for (const what of ['ringing', 'connected', 'ended']) expect(say(what)).toBeUndefined();
});

test('a call without id or direction, or another event, says nothing', () => {
  expect(say('ringing', { callId: null })).toBeUndefined();
  expect(say('ringing', { direction: 'up' })).toBeUndefined();
  expect(say('voicemail-received')).toBeUndefined();
});
