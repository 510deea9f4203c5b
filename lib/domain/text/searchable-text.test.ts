import { expect, it } from 'vitest';
import { growth, linear } from '../contact/growth-for-tests.ts';
import { numberDigits, searchableText } from './searchable-text.ts';

it.each([
  ['Élodie MARCHAND', 'elodie marchand'],
  ['Straße', 'strasse'],
  ['Øystein Łódź Ærø', 'oystein lodz aero'],
  ['Œuvre Đorđe Þór', 'oeuvre dorde thor'],
  ["O'Brien O’Brien", 'obrien obrien'],
  ['Jean-Luc, (Müller)', 'jean luc muller'],
  ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
  ['İstanbul ILICA ısı', 'istanbul ilica isi'],
  ['أحمد', 'احمد'],
  ['בֶּן־דָּוִד', 'בן דוד'],
  ['ana.duarte+x@example.com', 'ana.duarte+x@example.com'],
  ['St. John. _x_', 'st john x'],
  ['٢٠٢٦ ۲۰ २०', '2026 20 20'],
  ['  a \t b\n', 'a b'],
  ['%_\\', ''],
  ['👩‍👧', ''],
])('folds %j to %j, and again to the same', (text, folded) => {
  expect(searchableText(text)).toBe(folded);
  expect(searchableText(folded)).toBe(folded);
});

it.each([
  ['+33 1 99 00 42 17', '33199004217'],
  ['0033 1 99 00 42 17', '33199004217'],
  ['01 99 00 42 17', '199004217'],
  ['+44 (0)20 7946 0123', '442079460123'],
  ['(020) 7946-0123', '207946' + '0123'],
  ['٠٢٠ ٧٩٤٦', '207946'],
  ['12', '12'],
  ['0', ''],
  ['1', ''],
  ['42b', ''],
  ['', ''],
])('reads the digits of %j as %j', (text, digits) => {
  expect(numberDigits(text)).toBe(digits);
});

it('folds a long text in linear time', () => {
  expect(growth((size) => searchableText("a'-. ".repeat(size)), 10_000)).toBeLessThan(linear);
});
