import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mistakesAllowed } from '../../lib/domain/search/typing-mistakes.ts';
import { mistypedPatterns } from './mistyped-patterns.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'd');
const mistake = fc.record({
  how: fc.constantFrom('wrong', 'missing', 'many', 'swapped'),
  at: fc.nat(11),
  letter,
});

function make({ how, at, letter: put }: { how: string; at: number; letter: string }, word: string): string {
  const index = at % word.length;
  const [before, here, after] = [word.slice(0, index), word[index] ?? '', word.slice(index + 1)];
  if (how === 'wrong') return before + put + after;
  if (how === 'missing') return before + after;
  if (how === 'many') return before + put + here + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

function fits(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`).test(text);
}

it('has a pattern for every word that the mistakes which are allowed make of another', () => {
  const typed = fc.string({ minLength: 4, maxLength: 12, unit: letter });
  const mistakes = fc.tuple(mistake, mistake);
  fc.assert(
    fc.property(typed, mistakes, (word, two) => {
      const other = two.slice(0, mistakesAllowed(word)).reduce((text, one) => make(one, text), word);
      // One that lies within the whole word is asked for anyhow.
      const asked = [`%${word}%`, ...mistypedPatterns(word)];
      expect(asked.some((pattern) => fits(pattern, other))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it('has few of them, and none for what may have no mistake', () => {
  expect(mistypedPatterns('marchands').length).toBeLessThan(30);
  expect(mistypedPatterns('muller').length).toBeLessThan(30);
  for (const exact of ['ana', '0164', 'ana@example.com', '%_%']) expect(mistypedPatterns(exact)).toEqual([]);
});
