import { beforeEach, describe, expect, test } from 'vitest';
import { createHubspotCalls } from './hubspot-calls.ts';

let time = Date.parse('2026-11-20T10:00:00Z');
let calls: ReturnType<typeof createHubspotCalls>;
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00Z');
  calls = createHubspotCalls(() => time);
});

const say = (type: string, data?: object) => calls.take({ type, messageId: '1_2', data });
const externalCallId = 'x1';
const rings = () =>
  say('INCOMING_CALL', { externalCallId, fromNumber: '+353860000421', toNumber: '+35315550100' });

test('an incoming call is of who calls, and is answered and ended', () => {
  expect(rings()).toMatchObject([
    { id: 'x1', direction: 'inbound', state: 'offered', clientId: { value: '+353860000421' } },
  ]);
  expect(say('CALL_ANSWERED', { externalCallId })).toMatchObject([{ state: 'active' }]);
  expect(say('CALL_ENDED', { externalCallId })).toMatchObject([
    { state: 'finished', endReason: 'completed' },
  ]);
});

test.each([
  ['inbound', 'COMPLETED', 'completed'],
  ['inbound', 'INTERNAL_COMPLETED', 'completed'],
  ['inbound', 'FAILED', 'failed'],
  ['inbound', 'BUSY', 'rejected'],
  ['inbound', 'REJECTED', 'rejected'],
  ['inbound', 'MISSED', 'missed'],
  ['inbound', 'NO_ANSWER', 'missed'],
  ['inbound', 'CANCELED', 'missed'],
  ['inbound', undefined, 'missed'],
  ['outbound', 'CANCELED', 'cancelled'],
  ['outbound', 'NO_ANSWER', 'failed'],
  ['outbound', undefined, 'cancelled'],
])('an %s call that ends as %s is %s', (direction, callEndStatus, endReason) => {
  if (direction === 'inbound') rings();
  else say('OUTGOING_CALL_STARTED', { externalCallId, toNumber: '+353860000421' });
  expect(say('CALL_ENDED', { externalCallId, callEndStatus })).toMatchObject([{ endReason }]);
  expect(say('CALL_COMPLETED', { externalCallId })).toEqual([]);
});

test('a call whose end was not told ends with its wrap-up', () => {
  rings();
  say('CALL_ANSWERED', { externalCallId });
  expect(say('CALL_COMPLETED', { externalCallId, engagementId: 7 })).toMatchObject([
    { endReason: 'completed' },
  ]);
});

test('answered before it rang it is told when it is known who calls', () => {
  expect(say('CALL_ANSWERED', { externalCallId })).toEqual([]);
  expect(rings()).toMatchObject([{ state: 'active', clientId: { value: '+353860000421' } }]);
});

test.each(['NO_ANSWER', 'BUSY', 'CANCELED'])(
  'an answer that was none is none at the end: %s',
  (callEndStatus) => {
    say('OUTGOING_CALL_STARTED', { externalCallId, toNumber: '+353860000421' });
    say('CALL_ANSWERED', { externalCallId });
    const [ended] = say('CALL_ENDED', { externalCallId, callEndStatus });
    expect(ended).toMatchObject({ state: 'finished' });
    expect(ended).not.toHaveProperty('answeredAt');
  },
);

test.each([
  ['whatsapp:+5531988880123', '+5531988880123'],
  ['tel:+1-212-555-0199;ext=206', '+1-212-555-0199;ext=206'],
  ['sip:+12125550199@pbx.example;user=phone', '+12125550199'],
  ['(212) 555-0199 ext. 206', '(212) 555-0199 ext. 206'],
])('the number in %s is passed on', (fromNumber, value) => {
  expect(say('INCOMING_CALL', { externalCallId, fromNumber })).toMatchObject([
    { clientId: { kind: 'phone', value } },
  ]);
});

test('ended before it rang it is not told', () => {
  say('CALL_ENDED', { externalCallId });
  expect(rings()).toEqual([]);
});

describe('apps that name no call', () => {
  test('have one at a time', () => {
    const [first] = say('OUTGOING_CALL_STARTED', { phoneNumber: '+353860000421', createEngagement: true });
    expect(first).toMatchObject({ direction: 'outbound', clientId: { value: '+353860000421' } });
    expect(say('OUTGOING_CALL_STARTED', { phoneNumber: '+353860000421' })).toEqual([]);
    expect(say('CALL_ANSWERED')).toMatchObject([{ id: first?.id, state: 'active' }]);
    expect(say('CALL_ENDED', { engagementId: 3 })).toMatchObject([{ id: first?.id, state: 'finished' }]);
    expect(say('CALL_COMPLETED', { engagementId: 3 })).toEqual([]);
    expect(say('OUTGOING_CALL_STARTED', { phoneNumber: '+353860000421' })).toMatchObject([
      { state: 'offered', clientId: { value: '+353860000421' } },
    ]);
  });

  test('and a new one ends the one before', () => {
    say('OUTGOING_CALL_STARTED', { phoneNumber: '+353860000421' });
    expect(say('OUTGOING_CALL_STARTED', { phoneNumber: '+353860000422' })).toMatchObject([
      { state: 'finished', clientId: { value: '+353860000421' } },
      { state: 'offered', clientId: { value: '+353860000422' } },
    ]);
  });
});

test('handshake and other messages tell nothing', () => {
  rings();
  for (const type of ['SYNC', 'SYNC_ACK', 'INITIALIZED', 'LOGGED_OUT', 'RESIZE_WIDGET', 'ERROR', 'toString'])
    expect(say(type, { externalCallId })).toEqual([]);
});
