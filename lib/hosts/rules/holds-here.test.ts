import { expect, it } from 'vitest';
import { holdsHere } from './holds-here.ts';

const page = new URL('https://phone.example.com/agent?tab=1#calls');
function frameAt(address: string, origin = page.origin) {
  // A Location is a URL as far as a rule looks at it.
  return { location: new URL(address) as unknown as Location, origin, top: null };
}

it.each([
  ['its own address', page.href, page.origin, true],
  ['another host', 'https://mail.example.com/agent', 'https://mail.example.com', false],
  ['about:blank of the page', 'about:blank', page.origin, true],
  ['srcdoc of the page', 'about:srcdoc', page.origin, true],
  ['about:blank of another page', 'about:blank', 'https://mail.example.com', false],
  ['a frame without an origin', 'about:blank', 'null', false],
])('a rule of a host and %s', (_, address, origin, holds) => {
  expect(holdsHere([{ host: 'phone.example.com', frame: 'any' }], frameAt(address, origin))).toBe(holds);
});

it('a rule with a path is for no frame without an address', () => {
  expect(holdsHere([{ host: '*', path: '^/agent', frame: 'any' }], frameAt(page.href))).toBe(true);
  expect(holdsHere([{ host: '*', path: '^/agent', frame: 'any' }], frameAt('about:blank'))).toBe(false);
});
