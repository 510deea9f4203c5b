import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { directionOf, languages } from '../../lib/domain/text/languages.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';
import { pageWords } from './companion/page-words.ts';
import { widgetWords } from './companion/widget-words.ts';
import { type Catalogue, language, speak } from './language/language.ts';
import { noticeWords } from './notice-words.ts';
import { optionsWords } from './options-words.ts';
import { sharedWords } from './shared-words.ts';
import { viewWords } from './view-words.ts';

const catalogues: Record<string, Catalogue<object>> = {
  ...{ viewWords, sharedWords, optionsWords, widgetWords, noticeWords, pageWords },
};
const rightToLeft: string[] = ['ar'];
const others = languages.filter((one) => one !== 'en');
const folders = Object.keys(import.meta.glob('./*/view.ts')).map((file) => file.split('/')[1]);
const ofBrowser = Object.keys(import.meta.glob('../../public/_locales/*/messages.json')).map((file) =>
  file.split('/').at(-2),
);

afterEach(async () => {
  cleanup();
  await speak([]);
});

/** Each message with its name, such as `view.steps.title`. */
function messages(value: unknown, name: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([key, one]) => messages(one, `${name}.${key}`));
}

/** What a message says of parts that can be told apart; undefined where it takes no such parts. */
function said(message: unknown): string | undefined {
  if (typeof message !== 'function') return String(message);
  const parts = Array.from({ length: message.length }, (_, index) => `⟪${index}⟫`);
  try {
    return [message(...parts)].flat(3).join('');
  } catch {
    return undefined;
  }
}

/** Parts that stand in a text, and numbers: made of a part, they are none. */
function partsIn(text: string): string[] {
  return [...new Set(text.match(/⟪\d⟫|NaN/g) ?? [])].sort();
}

describe('the languages', () => {
  it('are those that can be chosen, each with words of everything and of the browser’s own lists', () => {
    expect(folders.sort()).toEqual([...languages].sort());
    expect(ofBrowser.sort()).toEqual([...languages].sort());
  });

  it.each(others)('%s says all that English says, of the same parts', async (tag) => {
    await speak([tag]);
    expect(language()).toBe(tag);
    for (const [part, catalogue] of Object.entries(catalogues)) {
      const { words } = catalogue.of([tag]);
      const own = new Map(messages(words, part));
      const lacking = messages(catalogue.english, part).filter(([name, english]) => {
        const [before, now] = [said(english), said(own.get(name))];
        if (now === 'undefined' || (before !== '' && now === '')) return true;
        // Of a code that is none it knows no word.
        if (before === undefined || now === undefined || now.includes('undefined')) return false;
        return partsIn(before).some((one) => !partsIn(now).includes(one));
      });
      expect(lacking.map(([name]) => name)).toEqual([]);
    }
  });

  it.each(others)('%s leaves no sentence in English', async (tag) => {
    await speak([tag]);
    const left = Object.entries(catalogues).flatMap(([part, catalogue]) => {
      const own = new Map(messages(catalogue.of([tag]).words, part));
      return messages(catalogue.english, part).filter(
        ([name, english]) =>
          typeof english === 'string' && /[a-z]{3,} [a-z]{3,}/i.test(english) && own.get(name) === english,
      );
    });
    expect(left.map(([name, text]) => `${name}: ${text}`)).toEqual([]);
  });

  it.each(others)('%s draws every state of the view', async (tag) => {
    await speak([tag]);
    for (const [name, state] of Object.entries(states)) {
      const { container } = showView(state);
      expect(container.textContent, name).not.toMatch(/undefined|NaN|\[object/);
      cleanup();
    }
  });

  it.each(languages)('%s can be read in its direction', (tag) => {
    expect(directionOf(tag)).toBe(rightToLeft.includes(tag) ? 'rtl' : 'ltr');
  });
});
