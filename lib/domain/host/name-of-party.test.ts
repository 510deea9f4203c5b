import { describe, expect, it } from 'vitest';
import { nameOfParty } from './name-of-party.ts';

const phone = (value: string) => ({ clientId: { kind: 'phone', value } }) as const;
const jane = phone('+12125550199');

describe('a name names nobody where it is', () => {
  it.each([
    ['the own number', '+12125550199'],
    ['the own number without its plus', '12125550199'],
    ['the own number as it is dialled at home', '(212) 555-0199'],
    ['the own number and an extension', '+1 212-555-0199 x206'],
    ['the called number', '493023125012'],
    ['an extension', '1002'],
    ['the own address', 'sip:+12125550199@pbx.example'],
    ['a number with a word before it', 'Call from 12125550199'],
    ['a word for nobody and the own number', 'Anonymous (+12125550199)'],
    ['a word for nobody and an address', '"Unknown" <sip:unknown@pbx.example>'],
    ['a word for nobody', 'Número desconocido'],
    ['what an exchange calls a call', 'Outbound Call'],
    ['what a name service knows of a mobile', 'WIRELESS CALLER'],
    ['an exchange', 'FreeSWITCH'],
    ['a number in a list of visitors', 'Visitor 48213'],
    ['an id', 'e6cc825d-b76d-497c-bba1-d7edfe47f517'],
    ['signs alone', ' - '],
  ])('%s', (_, name) => expect(nameOfParty(name, jane)).toBeUndefined());

  it.each([
    ['user11', { clientId: { kind: 'username', value: 'user11', scope: 'pbx.example' } }],
    ['User11', { clientId: { kind: 'username', value: 'user11', scope: 'pbx.example' } }],
    ['jane', { clientId: { kind: 'username', value: 'jane@chat.example' } }],
    ['jane.doe', { clientId: { kind: 'instagram', value: 'jane.doe' } }],
    ['Jane@Example.com', { clientId: { kind: 'email', value: 'jane@example.com' } }],
    ['5531988880123', { clientId: { kind: 'phone', value: '+5531988880123' } }],
    ['5531988880123@s.whatsapp.net', { clientId: { kind: 'phone', value: '+5531988880123' } }],
  ] as const)('the ClientID once more: %s', (name, said) => expect(nameOfParty(name, said)).toBeUndefined());

  it('the agent, by whatever name they go', () => {
    expect(nameOfParty('Agent Seven', { ...jane, agent: 'agent seven' })).toBeUndefined();
    expect(nameOfParty('ANA DUARTE', jane, ['Ana Duarte', 'ana@desk.example'])).toBeUndefined();
    expect(nameOfParty('ana@desk.example', jane, ['Ana Duarte', 'ana@desk.example'])).toBeUndefined();
    expect(nameOfParty('Ana Duarte Lima', jane, ['Ana Duarte'])).toBe('Ana Duarte Lima');
  });
});

describe('a name is one', () => {
  it.each([
    'Jane Example',
    '3 Suisses',
    '1&1',
    'Private Banking GmbH',
    'Guest',
    'Caller Ltd',
    'Wireless Caller Solutions',
    '山田',
    'Office 365',
    'Unit 12345678 Inc',
  ])('%s', (name) => expect(nameOfParty(name, jane)).toBe(name));

  it('with a capital where the ClientID has none', () => {
    expect(nameOfParty('Alice', { clientId: { kind: 'username', value: 'alice' } })).toBe('Alice');
  });

  it.each([
    'Jane Example +12125550199',
    'Jane Example (212) 555-0199',
    '12125550199 - Jane Example',
    'Jane Example <sip:+12125550199@pbx.example>',
    'Jane Example [2125550199]',
  ])('without the own number beside it: %s', (name) => expect(nameOfParty(name, jane)).toBe('Jane Example'));

  it('and keeps a number that is not its own', () => {
    expect(nameOfParty('Unit 12345678', jane)).toBe('Unit 12345678');
    expect(nameOfParty('Zoë <3', jane)).toBe('Zoë <3');
  });
});
