import { afterEach, describe, expect, it } from 'vitest';
import { clockTime, day, listTime, sentenceTime } from '../format-time.ts';
import { listOf, numberFormat } from './formats.ts';
import { createCatalogue, language, locale, speak } from './language.ts';
import { pluralOf } from './plural.ts';

type Saying = { save: string };
const translations = {
  './ar/one.ts': () => Promise.resolve({ save: 'حفظ' }),
  './de/one.ts': () => Promise.reject<Saying>(new Error('not there')),
};

describe('the language of the reader', () => {
  afterEach(() => speak([]));

  it('is the first there are words in, and English where there is none', () => {
    speak(['pl-PL', 'uk']);
    expect([language(), locale()]).toEqual(['en', 'en-GB']);
    speak(['pl-PL', 'en-US']);
    expect([language(), locale()]).toEqual(['en', 'en-US']);
  });

  it('gives each part its words, and English to a part that has none', () => {
    const one = createCatalogue({ save: 'Save' });
    const other = createCatalogue({ back: 'Back' });
    one.teach('xx', { save: 'Savexx' });
    speak(['xx-YY', 'en']);
    expect([one().save, other().back, locale()]).toEqual(['Savexx', 'Back', 'xx-YY']);
  });

  it('is waited for, and stays what it was where its words cannot be had', async () => {
    const one = createCatalogue(
      { save: 'Save' },
      { ...translations, './fr/one.ts': () => Promise.resolve({ save: 'Enregistrer' }) },
    );
    await speak(['fr-CA', 'en']);
    expect([one().save, language(), locale()]).toEqual(['Enregistrer', 'fr', 'fr-CA']);
    await speak(['de']);
    expect([one().save, language()]).toEqual(['Enregistrer', 'fr']);
  });

  it('is that of whoever asked last', async () => {
    const slow = Promise.withResolvers<{ save: string }>();
    createCatalogue({ save: 'Save' }, { ...translations, './fr/one.ts': () => slow.promise });
    const first = speak(['fr']);
    speak(['en-US']);
    slow.resolve({ save: 'Enregistrer' });
    await first;
    expect([language(), locale()]).toEqual(['en', 'en-US']);
  });

  it('keeps the calendar and the digits of the records in Arabic', async () => {
    await speak(['ar-SA']);
    const at = Date.UTC(1975, 2, 12);
    expect(day(at, at)).toContain('12');
    expect(numberFormat().format(1_250)).toMatch(/^1.250$/);
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
