import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, linear } from '../contact/growth-for-tests.ts';
import { isWithinMistakes, mistakesAllowed } from './typing-mistakes.ts';

describe('a word with typing mistakes', () => {
  it.each([
    ['muller', 'miller'],
    ['muler', 'muller'],
    ['mulller', 'muller'],
    ['mullre', 'muller'],
    ['jhon', 'john'],
    ['uller', 'muller'],
    ['mulle', 'muller'],
  ])('%s is one away from %s', (word, other) => {
    expect(isWithinMistakes(word, other, 0)).toBe(false);
    expect(isWithinMistakes(word, other, 1)).toBe(true);
    expect(isWithinMistakes(other, word, 1)).toBe(true);
  });

  it.each([
    ['muller', 'mitler'],
    ['mller', 'mullers'],
    ['hojn', 'john'],
    ['muller', ''],
  ])('%s is more than one away from %s', (word, other) => {
    expect(isWithinMistakes(word, other, 1)).toBe(false);
  });

  it('is allowed none in what is short or no word of letters, and two in what is long', () => {
    expect(['ana', '2079460123', 'ana@x.com', 'anna', 'marchand'].map(mistakesAllowed)).toEqual([
      0, 0, 0, 1, 2,
    ]);
    expect(mistakesAllowed('a'.repeat(41))).toBe(0);
  });

  it('is found from both sides, whatever was done to it once', () => {
    const edited = fc
      .tuple(fc.string({ minLength: 2, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd') }), fc.nat())
      .chain(([word, at]) =>
        fc.constantFrom(
          [word, word.slice(0, at % word.length) + word.slice((at % word.length) + 1)],
          [word, `${word.slice(0, at % word.length)}x${word.slice(at % word.length)}`],
          [word, `${word.slice(0, at % word.length)}x${word.slice((at % word.length) + 1)}`],
        ),
      );
    fc.assert(
      fc.property(edited, ([word = '', other = '']) => {
        expect(isWithinMistakes(word, other, 1)).toBe(true);
        expect(isWithinMistakes(other, word, 1)).toBe(true);
      }),
    );
  });

  it('is given up on at once where it is longer than any', () => {
    expect(growth((size) => isWithinMistakes('a'.repeat(size), 'b'.repeat(size), 2), 2_000)).toBeLessThan(
      linear,
    );
  });
});
