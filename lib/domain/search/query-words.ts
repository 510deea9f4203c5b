import { numberDigits, searchableText } from '../text/searchable-text.ts';

const mostWords = 8;

/** The words of a query, folded, each once. A number is one word of digits, however it is typed; so is a number among other words. */
export function queryWords(query: string): string[] {
  const number = numberDigits(query);
  if (number !== '') return [number];
  const words = query
    .split(/\s+/)
    .flatMap((word) => numberDigits(word) || searchableText(word).split(' '))
    .map((word) => word.replace(/^\+(?=\d)/, ''));
  return [...new Set(words)].filter(Boolean).slice(0, mostWords);
}

/**
 * The words of a query as they were typed, for a CRM that is asked for each: without punctuation at their ends, compound
 * ones apart but for e-mail addresses, so that nobody is missed who spells them otherwise. Each once.
 */
export function typedWords(query: string): string[] {
  const words = query
    .normalize('NFC')
    .split(/[\s,;]+/)
    .flatMap((word) => (word.includes('@') ? [word] : word.split(/[^\p{L}\p{M}\p{N}@._+'’‘ʼ`´]+/u)))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''));
  return [...new Set(words)].filter(Boolean).slice(0, mostWords);
}
