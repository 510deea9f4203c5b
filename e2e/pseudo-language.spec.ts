import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { startPlainChromium } from './harness/browser/chromium.ts';

/**
 * The view and the options page in a language two fifths longer than English: at 190 px (380 at 200 %), 320 and 520 no
 * message is cut where nobody could read it whole.
 */
const widths = [190, 320, 520];
const configFile = join(import.meta.dirname, '../components/gallery/vite.config.ts');
let server: PreviewServer;
let browser: Browser;
let page: Page;
let address = '';

before(async () => {
  const started = startPlainChromium();
  await build({ configFile });
  server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0, open: false } });
  address = server.resolvedUrls?.local[0] ?? '';
  browser = await started;
  page = await browser.newPage();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('every state can be read whole in a longer language', async () => {
  await page.goto(address);
  const names = await page
    .locator('a[data-state]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-state') ?? ''));
  assert.ok(names.length > 30);
  const wrong: string[] = [];
  for (const name of names) {
    await page.setViewportSize({ width: widths[0] ?? 190, height: 700 });
    await page.goto(`${address}?state=${name}&language=en-XA`);
    await page.locator('.panel, .card, .pill, .setform > div:not([hidden])').first().waitFor();
    // The card has one size.
    for (const width of name.startsWith('14-') ? [340] : widths) {
      await page.setViewportSize({ width, height: 700 });
      for (const one of await clipped(page)) wrong.push(`${name} at ${width} px: ${one}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** Messages of which a part is out of sight, with nothing that says them whole; and a page that is wider than its window. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const sideways = document.documentElement.scrollWidth - innerWidth;
    if (sideways > 0) found.add(`${sideways} px wider than its window`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = element.textContent ?? '';
      if (!text.includes('⟦') || element.closest('[title], .hide, [hidden], [inert], datalist, select'))
        continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const cutAside = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutBelow = hides(overflowY) && element.scrollHeight > element.clientHeight + 4;
      // What spills out of a button is over something else.
      const spills = element.matches('.btn, .go, .chip') && element.scrollWidth > element.clientWidth + 1;
      if (cutAside || cutBelow || spills)
        found.add(`${element.tagName.toLowerCase()}.${element.className} ${text.slice(0, 60)}`);
    }
    return [...found];
  });
}
