import { expect, test } from 'vitest';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { type Frame, toInteraction } from './rule-facts.ts';

const frame: Frame = { channel: 'phone', direction: 'inbound' };
/** What arrives of a ClientID that a rule has read. */
const arrives = (clientId: string, more: Partial<Frame> = {}) =>
  withoutNobody(toInteraction('1', 'offered', { texts: { clientId } }, { ...frame, ...more }));

test.each([
  ['phone', 'sip:12125550199*206@pbx.example', '12125550199*206'],
  ['phone', 'sip:5550123;phone-context=+1212@pbx.example;user=phone', '5550123;phone-context=+1212'],
  ['phone', 'tel:+12125550199;ext=206', '+12125550199;ext=206'],
  ['phone', '+1 212-555-0199 x206', '+1 212-555-0199 x206'],
  ['phone', '12125550199p206', '12125550199p206'],
  ['phone', 'whatsapp:+5531988880123', '+5531988880123'],
  ['phone', '5531988880123@s.whatsapp.net', '+5531988880123'],
  ['whatsapp', '5531988880123:12@s.whatsapp.net', '+5531988880123'],
  ['chat', '5531988880123@c.us', '+5531988880123'],
  ['sms', '+12125550199@sms.example', '+12125550199'],
  ['chat', '+12125550199@sms.example', '+12125550199'],
] as const)('on %s %s is the number %s', (channel, read, value) => {
  expect(arrives(read, { channel }).clientId).toEqual({ kind: 'phone', value });
  expect(arrives(read, { channel })).not.toHaveProperty('displayName');
});

test('a kind that the rule names holds no less', () => {
  expect(arrives('5531988880123@s.whatsapp.net', { kind: 'phone' }).clientId?.kind).toBe('phone');
  expect(arrives('123456789012345@lid', { kind: 'phone' }).clientId?.kind).toBe('whatsapp');
  expect(arrives('5531988880123', { kind: 'other' }).clientId?.kind).toBe('other');
});

test.each([
  ['phone', 'sip:alice;x=1@pbx.example', { kind: 'username', value: 'alice', scope: 'pbx.example' }],
  ['chat', 'jane@mail.example', { kind: 'email', value: 'jane@mail.example' }],
  ['email', '+12125550199@mail.example', { kind: 'email', value: '+12125550199@mail.example' }],
  ['chat', '4x4', { kind: 'other', value: '4x4' }],
] as const)('on %s %s is no number', (channel, read, clientId) => {
  expect(arrives(read, { channel }).clientId).toEqual(clientId);
});

test('what stands where the number does and is a name stays one', () => {
  for (const name of ['Jane Example', '4x4 Garage', '3 Suisses'])
    expect(arrives(name)).toMatchObject({ displayName: name });
});
