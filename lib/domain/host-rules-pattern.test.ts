import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPatternInput, patternProblem } from './host-rules-pattern.ts';

const seed = Date.now() | 0;
/** Longest time that one trial of an accepted pattern may take, on the worst input that is known. */
const maxMs = 250;

describe('a pattern in a rule', () => {
  it.each([
    '^sips?:([^@;]+)@(.+)$',
    '[+\\d][\\d ().-]{5,}',
    '^line-(\\d+)-msg$',
    '(?:from|von) (.+)',
    '\\p{L}{1,40}, (\\p{L}{1,40})',
    '^(.+?) <([^>]+)>(?: \\d)?$',
    '[\\]a-z]+',
    '#/call/([\\w-]+)',
  ])('%s may be used', (pattern) => expect(patternProblem(pattern)).toBeUndefined());

  it.each([
    ['(a+)+$', 'repeats or chooses'],
    ['(?:a|a)*$', 'repeats or chooses'],
    ['(?:a{1,9}){2,}b', 'repeats or chooses'],
    ['((a?)b*)+c', 'repeats or chooses'],
    ['(a)\\1', 'references back'],
    ['(?<name>a)\\k<name>', 'named groups'],
    ['a(?=b)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['.*.*', 'fewer repetitions'],
    ['a*a{0,512}b', 'fewer repetitions'],
    ['^.*a.*a.*a.*b', 'fewer repetitions'],
    ['(', 'regular expression'],
    ['a'.repeat(201), '200 characters'],
  ])('%s may not', (pattern, reason) => expect(patternProblem(pattern)).toContain(reason));

  it.each(['(.*)x', '^.*.*x', '(a*)a{0,8}b', '^(?:a*)(?:a*)a?b', '(a{0,63})(a{0,63})b'])(
    '%s, which is allowed, is quick on its worst input',
    (pattern) => {
      expect(patternProblem(pattern)).toBeUndefined();
      expect(timeOf(pattern, 'a'.repeat(maxPatternInput))).toBeLessThan(maxMs);
    },
  );

  it('is never slow, whatever is allowed', { timeout: 60_000 }, () => {
    const atom = fc.constantFrom('a', '.', '[ab]', '\\w', '(a)', '(?:ab)', '(a|b)', 'b', '^', '$');
    const times = fc.constantFrom('', '', '*', '+', '?', '*?', '{0,3}', '{2,}');
    const piece = fc.tuple(atom, times).map((parts) => parts.join(''));
    const group = fc
      .array(piece, { maxLength: 3 })
      .chain((inner) => times.map((after) => `(${inner.join('')})${after}`));
    const patterns = fc
      .array(fc.oneof(piece, group), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(patterns, fc.constantFrom('a', 'ab', 'b'), (pattern, letters) => {
        if (patternProblem(pattern) !== undefined) return;
        const text = `${letters.repeat(maxPatternInput)}`.slice(0, maxPatternInput - 1);
        expect(timeOf(pattern, `${text}!`), `${pattern}, seed ${seed}`).toBeLessThan(maxMs);
      }),
      { seed, numRuns: 400 },
    );
  });
});

function timeOf(pattern: string, text: string): number {
  const expression = new RegExp(pattern, 'iu');
  const started = performance.now();
  expression.test(text);
  return performance.now() - started;
}
