import { expect, test } from 'vitest';
import { safeRecordUrl } from './record-url.ts';

test.each([
  ['https://crm.example.com/#Contact/view/7', 'https://crm.example.com/#Contact/view/7'],
  ['http://localhost:8069/web#id=7', 'http://localhost:8069/web#id=7'],
  ['http://crm.example.com/7', undefined],
  ['javascript:alert(1)//https://crm.example.com', undefined],
  ['https://agent:word@crm.example.com/7', undefined],
  ['data:text/html,7', undefined],
  ['/contact/7', undefined],
  [`https://crm.example.com/${'7'.repeat(2_048)}`, undefined],
  [null, undefined],
])('of %s a click may open %s', (address, opened) => {
  expect(safeRecordUrl(() => address)).toBe(opened);
});

test('an id that no address can hold has none', () => {
  expect(safeRecordUrl(() => `https://crm.example.com/${encodeURIComponent('\ud800')}`)).toBeUndefined();
});
