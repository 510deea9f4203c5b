import { expect, it } from 'vitest';
import type { Identifier } from '../contact/identifier.ts';
import { toldIdentifier } from './told-identifier.ts';

const id = (kind: Identifier['kind'], value: string): Identifier => ({ kind, value });

it.each([
  ['other', '5531988880123@s.whatsapp.net', '+5531988880123'],
  ['email', '5531988880123@c.us', '+5531988880123'],
  ['email', '2125550199@txt.carrier.example', '2125550199'],
  ['email', '+12125550199@sms.example', '+12125550199'],
  ['phone', '+12125550199@sms.example', '+12125550199'],
  ['phone', '5531988880123@s.whatsapp.net', '+5531988880123'],
  ['whatsapp', '5531988880123:7@s.whatsapp.net', '+5531988880123'],
  ['username', '+12125550199@sms.example', '+12125550199'],
  ['username', '@whatsapp_5531988880123:example.org', '+5531988880123'],
  ['other', 'tel:+12125550199', '+12125550199'],
  ['other', '+12125550199', '+12125550199'],
] as const)('a number inside a ClientID of kind %s, %s, is that number', (kind, value, number) => {
  expect(toldIdentifier(id(kind, value))).toEqual(id('phone', number));
});

it.each(['phone', 'email', 'username', 'whatsapp'] as const)(
  'what hides its number is no %s, and no number',
  (kind) =>
    expect(toldIdentifier(id(kind, '123456789012345@lid'))).toEqual(id('whatsapp', '123456789012345@lid')),
);

it.each([
  id('email', '+12125550199@mail.example'),
  id('email', 'jane@example.com'),
  id('phone', '+1 212-555-0199 x206'),
  id('phone', '5550123;phone-context=+1212'),
  id('phone', '*8'),
  id('username', '12125550199@jabber.example'),
  id('username', 'alice'),
  id('instagram', '+12125550199'),
  id('telegram', '12125550199'),
  id('extension', '1002'),
  id('other', '12125550199'),
  id('other', '120363043211234567@g.us'),
])('$kind $value is as it was told', (told) => expect(toldIdentifier(told)).toEqual(told));
