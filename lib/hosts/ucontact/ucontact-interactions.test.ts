import { beforeEach, describe, expect, test } from 'vitest';
import { hostInteractionSchema } from '../../domain/host/host-event.ts';
import { createUcontactInteractions } from './ucontact-interactions.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
let time = start;
let ucontact: ReturnType<typeof createUcontactInteractions>;
beforeEach(() => {
  time = start;
  ucontact = createUcontactInteractions(() => time);
});

const assigned = (data: Record<string, unknown>) =>
  ucontact.take({ event: 'assignedInteraction', data: { guid: 'g1', ...data } })[0];

describe('an assigned interaction', () => {
  test.each([
    ['telephony', '+59899123456', 'phone', { kind: 'phone', value: '+59899123456' }],
    ['Call', 59899123456, 'phone', { kind: 'phone', value: '59899123456' }],
    ['sms', '099123456', 'sms', { kind: 'phone', value: '099123456' }],
    ['email', 'ana@example.com', 'email', { kind: 'email', value: 'ana@example.com' }],
    ['webchat', 'ana@example.com', 'chat', { kind: 'email', value: 'ana@example.com' }],
    ['webchat', 'visitor-81', 'chat', { kind: 'other', value: 'visitor-81' }],
    ['WhatsApp', '59899123456', 'whatsapp', { kind: 'phone', value: '59899123456' }],
    ['whatsapp', 'UY.8f31aa', 'whatsapp', { kind: 'whatsapp', value: 'UY.8f31aa' }],
    ['facebook', '10215', 'facebook', { kind: 'facebook', value: '10215' }],
    ['instagram', '1784', 'instagram', { kind: 'instagram', value: '1784' }],
    ['telegram', '5512', 'telegram', { kind: 'telegram', value: '5512' }],
    ['carrier pigeon', 'p1', 'other', { kind: 'other', value: 'p1' }],
  ])('of channel %s with %s', (channel, clientId, expected, identifier) => {
    const interaction = assigned({ channel, clientId, campaign: 'Ventas<-' });
    expect(interaction).toMatchObject({ channel: expected, clientId: identifier, state: 'active' });
    expect(hostInteractionSchema.safeParse(interaction).success).toBe(true);
  });

  test('is outbound where the campaign says so, and keeps the raw name', () => {
    expect(assigned({ channel: 'call', campaign: 'Cobros->' })).toMatchObject({
      direction: 'outbound',
      campaign: { id: 'Cobros->', name: 'Cobros->' },
    });
    expect(assigned({ channel: 'call', campaign: 'Soporte<-' })?.direction).toBe('inbound');
    expect(assigned({ channel: 'call', campaign: 'Soporte' })?.direction).toBe('inbound');
  });

  test('keeps when it began when it is assigned again, to another campaign', () => {
    assigned({ channel: 'chat', campaign: 'Ventas' });
    time += 60_000;
    expect(assigned({ channel: 'chat', campaign: 'Soporte' })).toMatchObject({
      startedAt: '2026-11-20T10:00:00.000Z',
      campaign: { name: 'Soporte' },
    });
  });
});

test('a finished interaction is told once, with what was known of it', () => {
  assigned({ channel: 'chat', campaign: 'Ventas', clientId: 'a@b.example' });
  time += 5_000;
  const finished = { event: 'finishedInteraction', data: { guid: 'g1' } };
  expect(ucontact.take(finished)).toMatchObject([
    {
      id: 'g1',
      channel: 'chat',
      state: 'finished',
      endReason: 'completed',
      endedAt: '2026-11-20T10:00:05.000Z',
    },
  ]);
  expect(ucontact.take(finished)).toEqual([]);
});

describe('a disposition', () => {
  const finished = { event: 'finishedInteraction', data: { guid: 'g1' } };
  const sent = { event: 'sentDisposition', data: { guid: 'g1' } };

  test('that is sent after the end closes the interaction', () => {
    assigned({ channel: 'chat', campaign: 'Ventas' });
    ucontact.take(finished);
    expect(ucontact.take(sent)).toMatchObject([{ id: 'g1', state: 'closed', campaign: { name: 'Ventas' } }]);
    expect(ucontact.take(sent)).toEqual([]);
  });

  test('that is sent before the end lets the end close it', () => {
    assigned({ channel: 'chat' });
    expect(ucontact.take(sent)).toEqual([]);
    expect(ucontact.take(finished)).toMatchObject([{ id: 'g1', state: 'closed' }]);
  });

  test('of what was never assigned says nothing', () => {
    expect(ucontact.take(sent)).toEqual([]);
    expect(ucontact.take({ event: 'sentDisposition', data: {} })).toEqual([]);
  });
});

describe('the older portal', () => {
  const action = (name: string, params?: unknown) => ucontact.take({ action: name, params });
  const ringing = { number: '099123456', campaign: 'Soporte<-' };

  test('rings, repeats itself, and finishes', () => {
    const [call] = action('gettingCall', ringing);
    expect(call).toMatchObject({
      channel: 'phone',
      direction: 'inbound',
      state: 'offered',
      clientId: { kind: 'phone', value: '099123456' },
      campaign: { id: 'Soporte<-', name: 'Soporte<-' },
    });
    expect(action('gettingCall', ringing)).toEqual([]);
    expect(action('finishedCall', {})).toMatchObject([{ id: call?.id, state: 'finished' }]);
  });

  test('numbers its calls apart, and a new one ends the one before', () => {
    const [first] = action('gettingCall', ringing);
    const [ended, second] = action('makeCall', { number: 1234, campaign: 'Ventas->' });
    expect(ended).toMatchObject({ id: first?.id, state: 'finished' });
    expect(second).toMatchObject({ direction: 'outbound', clientId: { kind: 'phone', value: '1234' } });
    expect(second?.id).not.toBe(first?.id);
  });

  test('closes a call when its dispositions are sent', () => {
    const [call] = action('gettingCall', ringing);
    action('finishedCall', {});
    expect(action('sentDispositions', {})).toMatchObject([{ id: call?.id, state: 'closed' }]);
    expect(action('sentDispositions', {})).toEqual([]);
  });

  test('has one SMS beside its call', () => {
    const [call] = action('gettingCall', ringing);
    const [sms] = action('makeSms', { number: '099123457', campaign: 'Ventas->' });
    expect(sms).toMatchObject({ channel: 'sms', direction: 'outbound', clientId: { value: '099123457' } });
    expect(action('finishedSms')).toMatchObject([{ id: sms?.id, state: 'finished' }]);
    expect(action('finishedCall')).toMatchObject([{ id: call?.id, state: 'finished' }]);
  });

  test('says nothing of calls with what else it posts', () => {
    for (const name of ['agentLogin', 'sentDispositions', 'finishedSms', 'finishedCall', 'toString'])
      expect(action(name, { number: '1' })).toEqual([]);
    expect(action('gettingCall')).toMatchObject([{ state: 'offered' }]);
  });
});

test('what is known is bounded', () => {
  for (let n = 0; n < 300; n++) assigned({ guid: `g${n}`, channel: 'chat' });
  expect(ucontact.take({ event: 'finishedInteraction', data: { guid: 'g50' } })).toEqual([]);
  expect(ucontact.take({ event: 'finishedInteraction', data: { guid: 'g299' } })).toHaveLength(1);
});
