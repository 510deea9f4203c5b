import { expect, test } from 'vitest';
import { readAddresses } from './read-addresses.ts';

const first = (header: string) => readAddresses(header)[0];

test('a quoted name loses its quotes and escapes and keeps its script', () => {
  expect(first('"Zoë \\"Zo\\" Müller, \\\\ 山田" <sip:+4930123456@pbx.example>;tag=1')).toMatchObject({
    displayName: 'Zoë "Zo" Müller, \\ 山田',
    user: '+4930123456',
    host: 'pbx.example',
  });
});

test('a bare name stands before the brackets', () => {
  expect(first('Ann Lee <sips:ann@Example.COM:5061;transport=ws>;tag=a')).toMatchObject({
    displayName: 'Ann Lee',
    user: 'ann',
    host: 'example.com',
  });
});

test('without brackets what follows a semicolon belongs to the header', () => {
  expect(first('sip:1001@pbx.example;tag=77')).toMatchObject({ user: '1001', host: 'pbx.example' });
});

test('a tel address is a number without a host', () => {
  expect(first('<tel:+1-201-555-0123;phone-context=x>')).toMatchObject({ user: '+1-201-555-0123', host: '' });
});

test('user parameters and passwords are left out, escapes are decoded', () => {
  expect(first('<sip:%2B33612345678;npdi:secret@[2001:db8::1]:5060>')).toMatchObject({
    user: '+33612345678',
    host: '[2001:db8::1]',
    dialled: '+33612345678',
  });
});

test('parameters that belong to the number stay with what was dialled', () => {
  expect(first('<sip:5550123;phone-context=+1212:secret@a.example;user=phone>')).toMatchObject({
    user: '5550123',
    dialled: '5550123;phone-context=+1212',
    host: 'a.example',
  });
  expect(first('<tel:+12125550199;ext=206;tgrp=x?a=b>')).toMatchObject({
    user: '+12125550199',
    dialled: '+12125550199;ext=206',
  });
});

test('a broken escape is kept as it is', () => {
  expect(first('<sip:50%ZZ@pbx.example>')?.user).toBe('50%ZZ');
});

test('an asserted identity may be a list, and a comma in a name is none', () => {
  const users = readAddresses('"Roux, Amélie" <sip:amelie@a.example>, <tel:+33612345678>').map(
    ({ user }) => user,
  );
  expect(users).toEqual(['amelie', '+33612345678']);
});

test('what is neither sip nor tel is left out', () => {
  expect(readAddresses('<urn:service:sos>, <mailto:a@b.example>, nonsense, ')).toEqual([]);
});

test('an unclosed quote or bracket ends with the header', () => {
  expect(readAddresses('"never closed <sip:1@a.example>')).toEqual([]);
  expect(first('<sip:1@a.example')).toMatchObject({ user: '1' });
});
