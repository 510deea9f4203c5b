// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cardSizes, firstSpot, spotTowards } from '../../domain/card-spot.ts';
import { freeSpot, insetOf, spotOf } from './card-spot.ts';

const view = { width: 1_200, height: 800 };
const size = cardSizes.card;

beforeEach(() => {
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: view.width, configurable: true },
    clientHeight: { value: view.height, configurable: true },
  });
});
afterEach(() => document.body.replaceChildren());

/** An element that stands there. */
function put(html: string, left: number, top: number, width = 120, height = 40): HTMLElement {
  document.body.insertAdjacentHTML('beforeend', html);
  const element = document.body.lastElementChild as HTMLElement; // It was just put there.
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue({ left, top, width, height } as DOMRect); // Only what is used.
  return element;
}

it('stays in its corner, and in the window', () => {
  expect(insetOf({ corner: 'top-left', x: 8, y: 60 }, size)).toBe(
    'max(0px,min(60px,100vh - 180px)) auto auto max(0px,min(8px,100vw - 340px))',
  );
  expect(insetOf(firstSpot, size)).toBe(
    'auto max(0px,min(24px,100vw - 340px)) max(0px,min(24px,100vh - 180px)) auto',
  );
});

it.each([
  [0, 0, { corner: 'top-left', x: 0, y: 0 }],
  [836, 596, { corner: 'bottom-right', x: 24, y: 24 }],
  [100.4, 600, { corner: 'bottom-left', x: 100, y: 20 }],
  [840, 10, { corner: 'top-right', x: 20, y: 10 }],
])('put at %d, %d it belongs to the nearest corner', (left, top, spot) => {
  expect(spotOf({ left, top, ...size }, view)).toEqual(spot);
});

it('goes from corner to corner by sides', () => {
  expect(spotTowards(firstSpot, 'left').corner).toBe('bottom-left');
  expect(spotTowards(firstSpot, 'up').corner).toBe('top-right');
  expect(spotTowards(firstSpot, 'right').corner).toBe('bottom-right');
  expect(spotTowards({ corner: 'top-left', x: 300, y: 200 }, 'down')).toEqual({
    ...{ corner: 'bottom-left', x: 24, y: 24 },
  });
});

it.each([
  ['<button>Answer</button>'],
  ['<button aria-label="Accept call"><svg></svg></button>'],
  ['<div role="button">Décrocher</div>'],
  ['<a href="#" title="Contestar"></a>'],
  ['<button>Annehmen</button>'],
  ['<button>رد</button>'],
])('keeps off what answers a call: %s', (html) => {
  put(html, 900, 700);
  expect(freeSpot(document, firstSpot, size).corner).toBe('top-right');
});

it('stays where what is below it can wait, or where it would cover something everywhere', () => {
  put('<button>Note</button>', 900, 700);
  put('<button></button>', 900, 700, 0, 0);
  put('<p>Answer</p>', 900, 700);
  expect(freeSpot(document, firstSpot, size)).toEqual(firstSpot);
  put('<button>Answer</button>', 0, 0, view.width, view.height);
  expect(freeSpot(document, firstSpot, size)).toEqual(firstSpot);
});

it('keeps off the field that has the focus, and of no other', () => {
  const field = put('<div contenteditable="true" tabindex="0"></div>', 900, 700, 200, 60);
  Object.defineProperty(field, 'isContentEditable', { value: true });
  expect(freeSpot(document, firstSpot, size)).toEqual(firstSpot);
  field.focus();
  expect(freeSpot(document, firstSpot, size).corner).toBe('top-right');
  put('<button>Answer</button>', 900, 30);
  expect(freeSpot(document, firstSpot, size).corner).toBe('bottom-left');
});
