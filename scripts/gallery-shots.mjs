// Draws every state of the view in headless Chromium, at 280, 380 and 520 px, light, dark and right-to-left, into
// .output/gallery-shots, and runs axe-core on each: exits 1 with what it found. `node scripts/gallery-shots.mjs [part of
// a state's name]`.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { fits, jumps, nameIsInSight, whyIsWhole } from './gallery-measures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const configFile = `${root}components/gallery/vite.config.ts`;
const out = `${root}.output/gallery-shots`;
const wanted = process.argv[2] ?? '';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = [
  { width: 380, theme: 'light', dir: 'ltr' },
  { width: 380, theme: 'dark', dir: 'ltr' },
  { width: 280, theme: 'light', dir: 'ltr' },
  { width: 520, theme: 'light', dir: 'ltr' },
  { width: 380, theme: 'light', dir: 'rtl' },
  // 380 px at 200 %.
  { width: 190, theme: 'light', dir: 'ltr' },
];
/** As long as the name of any CRM there is a connector for. */
const longName = 'Companion CRM';

mkdirSync(out, { recursive: true });
await build({ configFile });
const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0, open: false } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('gallery-shots: the preview server gave no address.');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: false,
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
let problems = 0;
const complain = (file, wrong) => {
  problems += wrong.length;
  for (const one of wrong) console.error(`${file}: ${one}`);
};
try {
  const context = await browser.newContext({
    deviceScaleFactor: 1.5,
    timezoneId: 'Europe/London',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    problems++;
    console.error(`  error in the page: ${error.message}`);
  });
  await page.goto(address);
  const names = await page
    .locator('a[data-state]')
    .evaluateAll((links) => links.map((link) => link.dataset.state));
  for (const name of names.filter((one) => one.includes(wanted)))
    for (const { width, theme, dir } of looks) {
      // The card has one size.
      if (name.startsWith('14-') && width !== 380) continue;
      const file = `${name}-${width}-${dir === 'rtl' ? 'rtl' : theme}`;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 400 });
      await page.goto(`${address}?state=${name}&theme=${theme}&dir=${dir}&crm=${longName}`);
      await page.locator('.panel, .card, .options .setform').first().waitFor();
      for (const measure of [jumps, whyIsWhole, nameIsInSight, fits])
        complain(`${file}, ${longName}`, await measure(page, width));
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`${address}?state=${name}&theme=${theme}&dir=${dir}`);
      await page.locator('.panel, .card, .options .setform').first().waitFor();
      if (name === '07-search') await page.getByRole('option').first().waitFor();
      // As tall as its content, so that the foot stands at the end of it.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(700, height) });
      complain(file, await jumps(page, width));
      await page.screenshot({ path: `${out}/${file}.png`, fullPage: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      for (const violation of violations) {
        problems++;
        const where = violation.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n    ');
        console.error(`${file}: ${violation.id}, ${violation.help}\n    ${where}`);
      }
      complain(file, await fits(page));
    }
} finally {
  await browser.close();
  await server.close();
}
console.log(problems === 0 ? `Drawn in ${out}; nothing found.` : `${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;
