import { describe, expect, test } from 'vitest';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { readAsserted, readCallee, readCaller, readInvited } from './read-party.ts';

const from = '"From Name" <sip:0111111111@pbx.example>;tag=1';
const asserted = '"Asserted" <sip:+33222222222@carrier.example>';
const remote = '"Remote" <sip:0333333333@pbx.example>;party=calling;privacy=off';
const phone = (value: string) => ({ clientId: { kind: 'phone', value } });

describe('the caller is', () => {
  test('the asserted identity first, then the remote party, then From', () => {
    const all = { from, 'p-asserted-identity': asserted, 'remote-party-id': remote };
    expect(readCaller(all)).toEqual({ ...phone('+33222222222'), displayName: 'Asserted' });
    expect(readCaller({ from, 'remote-party-id': remote })).toEqual({
      ...phone('0333333333'),
      displayName: 'Remote',
    });
    expect(readCaller({ from })).toEqual({ ...phone('0111111111'), displayName: 'From Name' });
  });

  test('the number among several asserted identities', () => {
    const both = '<sip:amelie@carrier.example>, <tel:+33222222222>';
    expect(readCaller({ from, 'p-asserted-identity': both })).toMatchObject(phone('+33222222222'));
  });

  test.each([
    [
      'another identity of the caller’s',
      { 'p-asserted-identity': '"Amélie" <sip:amelie@a.example>, <tel:+33222222222>' },
      'Amélie',
    ],
    ['From, where it has the same number', { from: '"Amélie" <sip:0222222222@pbx.example>' }, 'Amélie'],
    ['From, where it has the same user', { from: '"Amélie" <sip:+33222222222@pbx.example>;tag=1' }, 'Amélie'],
    ['nobody, where From has another number', { from }, undefined],
    [
      'nobody, where From is a colleague’s who transfers',
      { from: '"user11" <sip:user11@pbx.example>' },
      undefined,
    ],
    ['nobody, where From is a person of another name', { from: '"Carl" <sip:carl@pbx.example>' }, undefined],
    ['nobody, where the remote party is another', { 'remote-party-id': remote }, undefined],
  ])('named by %s, where the asserted number has no name', (_, headers, name) => {
    const bare = { 'p-asserted-identity': '<sip:+33222222222@carrier.example>' };
    expect(readCaller({ ...bare, ...headers })).toEqual({
      ...phone('+33222222222'),
      ...(name !== undefined && { displayName: name }),
    });
  });

  test.each([
    '"+33222222222" <sip:+33222222222@a.example>',
    '"33222222222" <sip:+33222222222@a.example>',
    '"02 22 22 22 22" <sip:+33222222222@a.example>',
    // The number that was called, and extensions of whoever sent the call on.
    '"493023125012" <sip:+33222222222@a.example>',
    '"1002" <sip:+33222222222@a.example>',
    '"Anonymous" <sip:+33222222222@a.example>',
  ])('without a name that is a number: %s', (caller) => {
    expect(readCaller({ from: caller })).toEqual(phone('+33222222222'));
  });

  test.each([
    ['the one who is called', { to: '"Amélie" <sip:agent7@pbx.example>' }],
    ['the line that is called', { to: '<sip:amélie@pbx.example>' }],
    ['the one who transfers', { 'referred-by': '"Amélie" <sip:2001@pbx.example>' }],
    ['the one who diverts', { diversion: '"Amélie" <sip:2001@pbx.example>;reason=no-answer' }],
  ])('without the name of %s', (_, headers) => {
    const named = { from: '"Amélie" <sip:+33222222222@pbx.example>' };
    expect(readInvited({ ...named, ...headers })).toEqual(phone('+33222222222'));
    expect(readInvited({ ...named, to: '<sip:agent7@pbx.example>' })).toEqual({
      ...phone('+33222222222'),
      displayName: 'Amélie',
    });
  });

  test('nobody where the exchange calls the agent first, and names them on both sides', () => {
    const self = { from: '"1002" <sip:1002@pbx.example>;tag=1', to: '<sip:1002@pbx.example>' };
    expect(readInvited(self)).toEqual({});
    expect(readInvited({ ...self, 'p-asserted-identity': '"Jane" <sip:+33222222222@pbx.example>' })).toEqual({
      ...phone('+33222222222'),
      displayName: 'Jane',
    });
  });

  test.each([
    ['<sip:12125550199*206@pbx.example>', '12125550199*206'],
    ['<sip:12125550199x206@pbx.example>', '12125550199x206'],
    ['<sip:12125550199p206@pbx.example>', '12125550199p206'],
    ['<sip:+12125550199;ext=206@pbx.example>', '+12125550199;ext=206'],
    ['<sip:5550123;phone-context=+1212@pbx.example;user=phone>', '5550123;phone-context=+1212'],
    ['<sip:5550123;npdi;phone-context=%2B1212;rn=+12125550000@pbx.example>', '5550123;phone-context=+1212'],
    ['<tel:5550123;phone-context=pbx.example>', '5550123;phone-context=pbx.example'],
    ['<tel:+1-212-555-0199;ext=206;isub=1>', '+1-212-555-0199;ext=206'],
  ])('with all that belongs to the number: %s', (caller, value) => {
    expect(readCaller({ from: caller })).toEqual(phone(value));
  });

  test('a user of a domain where there is no number', () => {
    expect(readCaller({ from: '<sip:alice@example.com>' })).toEqual({
      clientId: { kind: 'username', value: 'alice', scope: 'example.com' },
    });
  });

  test('nobody where there is no address', () => {
    expect(readCaller({})).toEqual({});
    expect(readCaller({ from: '<sip:pbx.example>' })).toEqual({});
  });
});

describe('the number is withheld, and no name told, with', () => {
  test.each([
    ['an anonymous From', { from: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1' }],
    ['an anonymous user elsewhere', { from: '<sip:Anonymous@carrier.example>' }],
    ['an unknown host', { from: '<sip:unavailable@unknown.invalid>' }],
    ['Privacy: id beside an asserted identity', { from, 'p-asserted-identity': asserted, privacy: 'id' }],
    ['Privacy among others', { from, privacy: 'header;ID;critical' }],
    [
      'an anonymous From beside an asserted identity',
      { from: '<sip:anonymous@anonymous.invalid>', 'p-asserted-identity': asserted },
    ],
    ['a user that the exchange does not know', { from: '"Unknown" <sip:unknown@pbx.example>;tag=t1' }],
    ['the name of the exchange itself', { from: '"asterisk" <sip:asterisk@192.0.2.1>' }],
    [
      'a run of one digit',
      { from: '"Jane" <sip:0000000000@pbx.example>', 'remote-party-id': '<sip:unavailable@x.example>' },
    ],
    ['a private remote party', { from, 'remote-party-id': '<sip:0333333333@pbx.example>;privacy=full' }],
  ])('%s', (_, headers) => expect(readCaller(headers)).toEqual({ withheld: true }));

  test.each([
    '"RESTRICTED" <sip:+17378742833@pbx.example>',
    '"Número oculto" <sip:266696687@pbx.example>',
    '"Unbekannt" <sip:unbekannt@pbx.example>',
    '<sip:9999999999@pbx.example>',
  ])('%s, once it has arrived', (caller) => {
    const call: HostInteraction = { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' };
    expect(withoutNobody({ ...call, ...readCaller({ from: caller }) })).toEqual({ ...call, withheld: true });
  });

  test.each(['Ext. 1002', 'tel:+33222222222', 'Call from 33222222222', 'Outbound Call', 'Unbekannt'])(
    'but a name is none once it has arrived: %s',
    (name) => {
      const call: HostInteraction = { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' };
      const caller = readCaller({ from: `"${name}" <sip:+33222222222@a.example>` });
      expect(withoutNobody({ ...call, ...caller })).toEqual({ ...call, ...phone('+33222222222') });
    },
  );

  test('but not where another header knows what one does not', () => {
    const unknown = '"Unknown" <sip:unknown@pbx.example>';
    expect(readCaller({ from: unknown, 'p-asserted-identity': asserted })).toEqual({
      ...phone('+33222222222'),
      displayName: 'Asserted',
    });
    expect(readCaller({ from, 'p-asserted-identity': unknown })).toEqual({
      ...phone('0111111111'),
      displayName: 'From Name',
    });
  });

  test('in mid-call, unless a header only does not know', () => {
    expect(readAsserted({ 'p-asserted-identity': '<sip:anonymous@anonymous.invalid>' })).toEqual({
      withheld: true,
    });
    expect(readAsserted({ 'p-asserted-identity': '<sip:unknown@pbx.example>' })).toBeNull();
    expect(readAsserted({ 'remote-party-id': '<sip:asterisk@pbx.example>' })).toBeNull();
  });

  test('but a name alone hides nothing, and is none', () => {
    expect(readCaller({ from: '"Anonymous" <sip:0111111111@pbx.example>' })).toEqual(phone('0111111111'));
    expect(readCaller({ from: '"Private Banking GmbH" <sip:0111111111@pbx.example>' }).displayName).toBe(
      'Private Banking GmbH',
    );
  });

  test('but Privacy: none hides nothing', () => {
    expect(readCaller({ from, privacy: 'none' })).toMatchObject(phone('0111111111'));
  });
});

test('the callee is To, and our own privacy does not hide them', () => {
  const headers = { from, to: '"Ana" <sip:+34911111111@pbx.example>', privacy: 'id' };
  expect(readCallee(headers)).toEqual({ ...phone('+34911111111'), displayName: 'Ana' });
});
