import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPatternInput, patternProblem } from './host-rules-pattern.ts';

const seed = Date.now() | 0;
let floor: number | undefined;
/** What all others are measured by: about the slowest pattern that is accepted, on its worst input. */
const slowest = '(a{0,63})(a{0,63})b';
/** A pattern that tries every way, as those refused would, comes to thousands of times the slowest. */
const mostTimesTheSlowest = 20;

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
    ['(a+)+$', 'no-nested-repetition'],
    ['(?:a|a)*$', 'no-nested-repetition'],
    ['(?:a{1,9}){2,}b', 'no-nested-repetition'],
    ['((a?)b*)+c', 'no-nested-repetition'],
    ['([ab]?\\wb)+$', 'no-nested-repetition'],
    ['(?:a?.a)*b', 'no-nested-repetition'],
    ['(?:(?:ab)?.){3,}c', 'no-nested-repetition'],
    ['(a)\\1', 'no-back-reference'],
    ['(?<name>a)\\k<name>', 'no-look-around'],
    ['a(?=b)', 'no-look-around'],
    ['(?<!a)b', 'no-look-around'],
    ['.*.*', 'fewer-repetitions'],
    ['a*a{0,512}b', 'fewer-repetitions'],
    ['^.*a.*a.*a.*b', 'fewer-repetitions'],
    [`${'a?'.repeat(25)}b`, 'fewer-repetitions'],
    [`^${'(?:ab)?'.repeat(25)}c`, 'fewer-repetitions'],
    ['(', 'regular-expression'],
    ['a'.repeat(201), 'at-most'],
  ])('%s may not', (pattern, code) => expect(patternProblem(pattern)?.[0]).toBe(code));

  it.each(['(.*)x', '^.*.*x', '(a*)a{0,8}b', '^(?:a*)(?:a*)a?b', '(a{0,63})(a{0,63})b'])(
    '%s, which is allowed, is quick on its worst input',
    (pattern) => {
      expect(patternProblem(pattern)).toBeUndefined();
      expect(timesTheSlowest(pattern, 'a'.repeat(maxPatternInput))).toBeLessThan(mostTimesTheSlowest);
    },
  );

  it('is never slow, whatever is allowed', { timeout: 60_000 }, () => {
    const atom = fc.constantFrom('a', '.', '[ab]', '\\w', '(a)', '(?:ab)', '(a|b)', 'b', '^', '$');
    const times = fc.constantFrom('', '', '*', '+', '?', '?', '*?', '{0,3}', '{2,}');
    const piece = fc.tuple(atom, times).map((parts) => parts.join(''));
    const group = fc
      .array(piece, { maxLength: 3 })
      .chain((inner) => times.map((after) => `(${inner.join('')})${after}`));
    const patterns = fc
      .array(fc.oneof(piece, group), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(patterns, fc.constantFrom('a', 'ab', 'b'), (pattern, letters) => {
        if (patternProblem(pattern) !== undefined) return;
        const text = `${letters.repeat(maxPatternInput)}`.slice(0, maxPatternInput - 1);
        const times = timesTheSlowest(pattern, `${text}!`);
        expect(times, `${pattern}, seed ${seed}`).toBeLessThan(mostTimesTheSlowest);
      }),
      { seed, numRuns: 400 },
    );
  });
});

/** A second and a third trial only where the first was slow: a busy machine may have been the cause. */
function timesTheSlowest(pattern: string, text: string): number {
  floor ??= Math.min(...[1, 2, 3].map(() => timeOf(slowest, 'a'.repeat(maxPatternInput))));
  let times = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < 3 && times >= mostTimesTheSlowest; trial++) {
    times = Math.min(times, timeOf(pattern, text) / floor);
  }
  return times;
}

function timeOf(pattern: string, text: string): number {
  const started = performance.now();
  try {
    runInNewContext("new RegExp(pattern, 'iu').test(text)", { pattern, text }, { timeout: 2_000 });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return performance.now() - started;
}
