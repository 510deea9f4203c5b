import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { speakPseudo } from '../../components/testing/pseudo-language.ts';
import { speak } from '../../components/words/language/language.ts';
import { mountHomePage } from './home-page.ts';
import { languagesOf } from './page-html.ts';
import { mountSignInPage } from './sign-in-page.ts';

const app = new Hono();
mountHomePage(app, { demo: true });
mountSignInPage(app, { demo: true });
const read = async (path: string, language: string) => {
  const page = await app.request(path, { headers: { Accept: 'text/html', 'Accept-Language': language } });
  return { html: await page.text(), vary: page.headers.get('Vary') };
};
/** Names, flags and paths; nobody translates them. */
const foreign = /<(code|i)>.*?<\/\1>|<title>.*?<\/title>|Ringside/gs;
const texts = (html: string): string[] =>
  [...html.replace(foreign, '').matchAll(/>([^<]*\p{L}[^<]*)<|\sdata-[\w-]+="([^"]*\s[^"]*)"/gu)].map(
    ([, text, data]) => text ?? data ?? '',
  );

it.each(['/', '/sign-in'])('%s is written in the language that the browser asks for', async (path) => {
  const english = await read(path, 'fi, en;q=0.5');
  expect(english.html).toContain('<html lang="en"');
  expect(english.html).not.toMatch(/\{\{|⟦/);
  expect(english.vary).toContain('Accept-Language');
  speakPseudo();
  // Whoever reads elsewhere in this process, each request has its own language.
  speak(['en']);
  const { html } = await read(path, 'fi, en-XA;q=0.8, en;q=0.5');
  expect(html).toContain('<html lang="en-XA"');
  let unmarked = html;
  // A button's name stands in a sentence, in marks of its own.
  while (unmarked.includes('⟦')) unmarked = unmarked.replace(/⟦[^⟦⟧]*⟧/gs, '');
  expect(texts(html).length).toBeGreaterThan(5);
  expect(texts(unmarked)).toEqual([]);
});

it('reads the languages of a request best first, and none of what is none', () => {
  expect(languagesOf('de;q=0.3, pt-BR, *;q=0.1, en;q=0.7, ro;q=0')).toEqual(['pt-BR', 'en', 'de']);
  expect(languagesOf(undefined)).toEqual([]);
  expect(languagesOf('"><script>')).toHaveLength(1);
});
