import { describe, expect, test } from 'vitest';
import { cutText } from './cut-text.ts';
import { takeFrom } from './take-from.ts';

describe('the e-mail address in a text', () => {
  test.each([
    ['Ana Sol <ana@example.com>', 'ana@example.com'],
    ['"Sol, Ana" <ana.sol+desk@mail.example.co.uk>', 'ana.sol+desk@mail.example.co.uk'],
    ['ana@example.com', 'ana@example.com'],
    ['<ana@example.com>', 'ana@example.com'],
    ['From: ana@example.com, to: desk@example.org', 'ana@example.com'],
    ['old@example.org <ana@example.com>', 'ana@example.com'],
    ['Please write to ana@example.com.', 'ana@example.com'],
    ['mailto:ana@example.com?subject=Hello', 'ana@example.com'],
    ['[ana@example.com] (urgent)', 'ana@example.com'],
    ['Ana Söl <änä@exämple.com>', 'änä@exämple.com'],
    ['Ana Sol', ''],
    ['@ana', ''],
    ['ana@localhost', ''],
    ['', ''],
  ])('%s', (text, email) => {
    expect(takeFrom(text, 'email')).toBe(email);
  });

  test('of the longest text is taken in no time', () => {
    const started = performance.now();
    for (const text of ['a@'.repeat(256), 'a.'.repeat(256), `${'a'.repeat(510)}@a`, '<'.repeat(512)])
      takeFrom(text, 'email');
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('the number in a text', () => {
  test.each([
    ['Incoming call from +33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['Ann Roux (020 7946 0123)', '020 7946 0123'],
    ['(020) 7946-0123 calling', '(020) 7946-0123'],
    ['Call 2 of 3: 0612345678', '0612345678'],
    ['Order 123456789012, callback +44 20 7946 0123', '+44 20 7946 0123'],
    ['2026-09-21 14:13 06 12 34 56 78', '06 12 34 56 78'],
    ['21.09.2026 um 14:13: 0301234567', '0301234567'],
    ['06.12.34.56.78', '06.12.34.56.78'],
    ['Extension 204', '204'],
    ['0612345678/0698765432', '0612345678'],
    ['٠٦١٢٣٤٥٦٧٨', '٠٦١٢٣٤٥٦٧٨'],
    ['sip:+33612345678@pbx.example', '+33612345678'],
    ['Line 2', ''],
    ['Ann Roux', ''],
  ])('%s', (text, number) => {
    expect(takeFrom(text, 'number')).toBe(number);
  });
});

describe('the name before either', () => {
  test.each([
    ['Ana Sol <ana@example.com>', 'Ana Sol'],
    ['"Sol, Ana" <ana@example.com>', 'Sol, Ana'],
    ['Ann Roux (+33 6 12 34 56 78)', 'Ann Roux'],
    ['Ann Roux: 0612345678', 'Ann Roux'],
    ['Ann Roux', 'Ann Roux'],
    ['ana@example.com', ''],
    ['+33 6 12 34 56 78', ''],
  ])('%s', (text, name) => {
    expect(takeFrom(text, 'name')).toBe(name);
  });
});

test('a part is cut first, and what was taken is looked up last', () => {
  const text = 'Cc: boss@example.com; From: Ana <ana@example.com>';
  expect(cutText(text, { match: '^Cc: [^;]+', take: 'email' })).toBe('boss@example.com');
  expect(cutText(text, { take: 'email', map: { 'ana@example.com': 'Ana' } })).toBe('Ana');
  expect(cutText('ana%40example.com', { decode: true, take: 'email' })).toBe('ana@example.com');
});
