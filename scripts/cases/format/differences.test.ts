import { describe, expect, it } from 'vitest';
import { differences, spell } from './differences.ts';

const spelled = (right: unknown, came: unknown) => differences(right, came).map(spell);

describe('what came', () => {
  it.each([
    ['more members than are named', { a: 1 }, { a: 1, b: 2 }],
    ['nothing where none is right', { a: null }, {}],
    ['null where none is right', { a: null }, { a: null }],
    ['a list in another order', { a: ['x', 'y'] }, { a: ['y', 'x'] }],
    ['a list of tables with more members', { a: [{ k: 1 }] }, { a: [{ k: 1, v: 2 }] }],
    [
      'tables that could each stand for the first',
      { a: [{ k: 1 }, { k: 1, v: 2 }] },
      {
        a: [
          { k: 1, v: 2 },
          { k: 1, v: 3 },
        ],
      },
    ],
  ])('is right with %s', (_, right, came) => expect(spelled(right, came)).toEqual([]));

  it.each([
    ['another value', { a: 1 }, { a: 2 }, 'a came 2 and should have come 1'],
    ['nothing', { a: { b: 1 } }, { a: {} }, 'a.b came nothing and should have come 1'],
    ['something where none is right', { a: null }, { a: '' }, 'a came "" and should have come null'],
    ['a text where a number is right', { a: 1 }, { a: '1' }, 'a came "1" and should have come 1'],
    ['more in a list', { a: ['x'] }, { a: ['x', 'y'] }, 'a came ["x","y"] and should have come ["x"]'],
    [
      'one of a list twice',
      { a: ['x', 'y'] },
      { a: ['x', 'x'] },
      'a came ["x","x"] and should have come ["x","y"]',
    ],
    ['a text where a list is right', { a: [] }, { a: '' }, 'a came "" and should have come []'],
    ['what a prototype has', { toString: 'x' }, {}, 'toString came nothing and should have come "x"'],
  ])('is wrong with %s', (_, right, came, said) => expect(spelled(right, came)).toEqual([said]));
});
