import { afterEach, describe, expect, it } from 'vitest';
import { clockTime, day, listTime, sentenceTime } from '../format-time.ts';
import { listOf, numberFormat } from './formats.ts';
import { createCatalogue, language, locale, speak } from './language.ts';
import { pluralOf } from './plural.ts';

describe('the language of the reader', () => {
  afterEach(() => speak([]));

  it('is the first there are words in, and English where there is none', () => {
    speak(['pt-BR', 'ar']);
    expect([language(), locale()]).toEqual(['en', 'en-GB']);
    speak(['pt-BR', 'en-US']);
    expect([language(), locale()]).toEqual(['en', 'en-US']);
  });

  it('gives each part its words, and English to a part that has none', () => {
    const one = createCatalogue({ save: 'Save' });
    const other = createCatalogue({ back: 'Back' });
    one.teach('xx', { save: 'Savexx' });
    speak(['xx-YY', 'en']);
    expect([one().save, other().back, locale()]).toEqual(['Savexx', 'Back', 'xx-YY']);
  });

  it('writes times, numbers and lists as the reader does', () => {
    const at = Date.UTC(2026, 10, 12, 15, 28);
    const number = 1_250.5;
    const three = ['a', 'b', 'c'];
    const written = () => [clockTime(at), day(at, at), numberFormat().format(number), listOf(three)];
    expect(written()).toEqual([clockTime(at), '12 Nov', '1,250.5', 'a, b and c']);
    expect(clockTime(at)).toMatch(/^\d\d:\d\d$/);
    speak(['en-US']);
    expect(written().slice(1)).toEqual(['Nov 12', '1,250.5', 'a, b, and c']);
    expect(clockTime(at)).toMatch(/^\d\d:\d\d\s[AP]M$/);
    expect(listTime(at - 86_400_000, at)).toBe('Yesterday');
    expect(sentenceTime(at - 86_400_000, at)).toBe('yesterday');
  });

  it('chooses among all the forms that a language has', () => {
    const polish = pluralOf('pl');
    const forms = { one: 'kontakt', few: 'kontakty', many: 'kontaktów', other: 'kontaktu' };
    expect([1, 2, 5, 22].map((count) => polish(count, forms))).toEqual([
      'kontakt',
      'kontakty',
      'kontaktów',
      'kontakty',
    ]);
  });
});
