import { expect, it } from 'vitest';
import { takeApart } from './take-apart.ts';

it.each([
  ['12125550199*206', '12125550199', '206'],
  ['+1 212-555-0199 x206', '+1 212-555-0199', '206'],
  ['+12125550199 ext. 543', '+12125550199', '543'],
  ['212-555-0199 Ext: 7', '212-555-0199', '7'],
  ['212-555-0199 extension 12', '212-555-0199', '12'],
  ['(212) 555-0199 #206', '(212) 555-0199', '206'],
  ['2125550199p206', '2125550199', '206'],
  ['2125550199,,206#', '2125550199', '206'],
  ['2125550199;206', '2125550199', '206'],
  ['+49 221 4710 DW 12', '+49 221 4710', '12'],
  ['0221 4710-0 Durchwahl 12', '0221 4710-0', '12'],
  ['01 5885 Kl. 12', '01 5885', '12'],
  ['01 44 55 66 77 poste 12', '01 44 55 66 77', '12'],
  ['11 4321-1234 ramal 55', '11 4321-1234', '55'],
  ['8 495 123-45-67 доб. 12', '8 495 123-45-67', '12'],
  ['22 123 45 67 wew. 8', '22 123 45 67', '8'],
  ['03-1234-5678(内線12)', '03-1234-5678', '12'],
  ['tel:+1-212-555-0199;ext=55', '+1-212-555-0199', '55'],
  ['<sip:+12125550199;ext=55@pbx.example;user=phone>', '+12125550199', '55'],
])('takes the extension off %j', (text, number, extension) =>
  expect(takeApart(text)).toEqual({ number, extension }),
);

it.each([
  ['5550123;phone-context=+1212@pbx.example;user=phone', '+12125550123'],
  ['tel:4710123;phone-context=+49221', '+492214710123'],
  ['tel:0221 4710123;phone-context=+49', '+490221 4710123'],
  ['tel:4710123;phone-context=pbx.example', '4710123'],
  ['tel:+12125550199;phone-context=+49', '+12125550199'],
  ['*6712125550199', '12125550199'],
  ['*67 1 212 555 0199', '1 212 555 0199'],
  ['#31#01764069012', '01764069012'],
  ['*31#+4917640690', '+4917640690'],
  ['*31*01764069012', '01764069012'],
  ['5531988880123@s.whatsapp.net', '+5531988880123'],
  ['5531988880123:12@s.whatsapp.net', '+5531988880123'],
  ['5531988880123@c.us', '+5531988880123'],
  ['callto:+12125550199', '+12125550199'],
  ['sip:12125550199@pbx.example', '12125550199'],
  ['030/123456', '030/123456'],
  ['069/56875249', '069/56875249'],
  ['+49 (0)221/4710-123', '+49 (0)221/4710-123'],
  ['*98', '*98'],
  ['#206', '#206'],
  ['2041', '2041'],
  ['Max 12', 'Max 12'],
])('leaves of %j the number %j', (text, number) => expect(takeApart(text)).toEqual({ number }));

it('does not take a second number for an extension', () => {
  expect(takeApart('0655100006;0145670006').extension).toBeUndefined();
  expect(takeApart('06551006, 01456700').extension).toBeUndefined();
});

it('is done with a hostile text at once', () => {
  const started = performance.now();
  for (const piece of [' ,;./-', '1 ', '1x', '*#', '1,', 'ext ', '(1)']) takeApart(piece.repeat(100_000));
  // Not a speed: a pattern that tries every split would take hours.
  expect(performance.now() - started).toBeLessThan(5_000);
});
