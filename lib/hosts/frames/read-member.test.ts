import { expect, test } from 'vitest';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { toClientId } from './client-id.ts';
import { personName, phoneParty } from './phone-party.ts';
import { member, members, textOf } from './read-member.ts';

test('only own members are read', () => {
  expect(member(Object.create({ type: 'x' }), 'type')).toBeUndefined();
  expect(member(JSON.parse('{"__proto__":{"type":"x"}}'), 'type')).toBeUndefined();
  expect(members({ data: ['a'] }, 'data')).toEqual({});
  expect(textOf('text', 'length')).toBe('');
});

test('a text is the first there is, numbers too, trimmed and cut', () => {
  expect(textOf({ a: ' ', b: 42, c: 'c' }, 'a', 'b', 'c')).toBe('42');
  expect(textOf({ a: Number.NaN, b: {}, c: ` ${'x'.repeat(999)}` }, 'a', 'b', 'c')).toHaveLength(256);
});

test.each([
  ['+33 1 99 00 42 17', { clientId: { kind: 'phone', value: '+33 1 99 00 42 17' } }],
  ['sip:+33199004217@pbx.example;user=phone', { clientId: { kind: 'phone', value: '+33199004217' } }],
  ['sip:12125550199*206@pbx.example', { clientId: { kind: 'phone', value: '12125550199*206' } }],
  ['+1 212-555-0199 x206', { clientId: { kind: 'phone', value: '+1 212-555-0199 x206' } }],
  [
    'sip:5550123;phone-context=+1212@pbx.example;user=phone',
    { clientId: { kind: 'phone', value: '5550123;phone-context=+1212' } },
  ],
  ['tel:+12125550199;ext=206', { clientId: { kind: 'phone', value: '+12125550199;ext=206' } }],
  ['whatsapp:+5531988880123', { clientId: { kind: 'phone', value: '+5531988880123' } }],
  ['12125550199@pbx.example', { clientId: { kind: 'phone', value: '12125550199' } }],
  ['sip:4x4@pbx.example', { clientId: { kind: 'username', value: '4x4' } }],
  ['tel:101', { clientId: { kind: 'phone', value: '101' } }],
  ['sip:ana@pbx.example', { clientId: { kind: 'username', value: 'ana' } }],
  ['Queue 12', { clientId: { kind: 'username', value: 'Queue 12' } }],
  ['Anonymous', { withheld: true }],
  ['Unknown', { withheld: true }],
  ['', {}],
])('the party %s', (address, expected) => expect(phoneParty(address)).toEqual(expected));

const call: HostInteraction = { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' };

test.each([
  ['5531988880123@s.whatsapp.net', { clientId: { kind: 'phone', value: '+5531988880123' } }],
  ['5531988880123@c.us', { clientId: { kind: 'phone', value: '+5531988880123' } }],
  ['whatsapp:5531988880123@s.whatsapp.net', { clientId: { kind: 'phone', value: '+5531988880123' } }],
  ['123456789012345@lid', { clientId: { kind: 'whatsapp', value: '123456789012345@lid' } }],
  ['120363043211234567@g.us', { clientId: { kind: 'whatsapp', value: '120363043211234567@g.us' } }],
])('the party %s is read once it has arrived', (address, expected) => {
  const party = phoneParty(address) as Partial<HostInteraction>;
  expect(withoutNobody({ ...call, ...party })).toEqual({ ...call, ...expected });
});

test.each([
  ['whatsapp', '5531988880123@s.whatsapp.net', '+5531988880123'],
  ['whatsapp', 'whatsapp:+5531988880123', '+5531988880123'],
  ['chat', '+12125550199@sms.example', '+12125550199'],
  ['chat', '12125550199@sms.example', '12125550199'],
  ['sms', '+12125550199@sms.example', '+12125550199'],
  ['other', '@whatsapp_5531988880123:example.org', '+5531988880123'],
] as const)('on %s the ClientID %s is that number', (channel, value, number) => {
  const clientId = toClientId(channel, value);
  expect(withoutNobody({ ...call, channel, ...(clientId && { clientId }) }).clientId).toEqual({
    kind: 'phone',
    value: number,
  });
});

test('an e-mail address stays one, and WhatsApp’s hidden id is none', () => {
  const read = (channel: HostInteraction['channel'], value: string) => {
    const clientId = toClientId(channel, value);
    return withoutNobody({ ...call, channel, ...(clientId && { clientId }) }).clientId?.kind;
  };
  expect(read('email', '+12125550199@mail.example')).toBe('email');
  expect(read('chat', 'jane@mail.example')).toBe('email');
  expect(read('whatsapp', '123456789012345@lid')).toBe('whatsapp');
});

test.each([
  ['Número privado', { withheld: true }],
  ['+1 737 874 2833', { withheld: true }],
  ['-1', { withheld: true }],
  ['null', {}],
])('the party %s is nobody once it has arrived', (address, expected) => {
  // What the contracts tell holds no gaps.
  const party = phoneParty(address) as Partial<HostInteraction>;
  expect(withoutNobody({ ...call, ...party })).toEqual({ ...call, ...expected });
});

test.each([
  ['+1 (650) 555-0123', '+16505550123', undefined],
  ['Anonymous', '', undefined],
  ['Private Banking GmbH', '+16505550123', 'Private Banking GmbH'],
  ['Unknown Pleasures', '+16505550123', 'Unknown Pleasures'],
  ['', '', undefined],
  ['3 Suisses', '3', '3 Suisses'],
  ['Ana', '+16505550123', 'Ana'],
  ['493023125012', '+16505550123', undefined],
  ['1002', '+16505550123', undefined],
  ['user11', 'user11', undefined],
])('the name %s of %s', (name, address, expected) => expect(personName(name, address)).toBe(expected));
