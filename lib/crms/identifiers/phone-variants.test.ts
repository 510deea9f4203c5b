import { expect, it } from 'vitest';
import { allDigitPatterns, digitPatterns } from './phone-variants.ts';

const phone = (value: string, readings: string[] = []) => ({ kind: 'phone', value, readings }) as const;

it('looks for the digits that people of the country type', () => {
  expect(digitPatterns(phone('+81312345678'))).toEqual([
    '%3%1%2%3%4%5%6%7%8%',
    '%３%１%２%３%４%５%６%７%８%',
  ]);
  expect(digitPatterns(phone('+33199004217'))).toEqual(['%1%9%9%0%0%4%2%1%7%']);
  expect(digitPatterns(phone('+33199004217', ['+201000000123']))).toContain('%١%٠%٠%٠%٠%٠%٠%١%٢%٣%');
});

it('looks for Arabic digits of any number, where one request has room for them', () => {
  expect(allDigitPatterns(phone('+33199004217'))).toEqual(['%1%9%9%0%0%4%2%1%7%', '%١%٩%٩%٠%٠%٤%٢%١%٧%']);
  expect(allDigitPatterns(phone('+201000000123'))).toHaveLength(2);
});
