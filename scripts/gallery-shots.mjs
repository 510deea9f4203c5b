// Draws every state of the view in headless Chromium, at 280, 380 and 520 px, light, dark, right-to-left and in forced
// colours, into .output/gallery-shots, and runs axe-core on each: exits 1 with what it found. `node
// scripts/gallery-shots.mjs [part of a state's name] [--languages[=de,ar]]`; with the latter in other languages than English.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { fits, jumps, nameIsInSight, whyIsWhole } from './gallery-measures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const configFile = `${root}components/gallery/vite.config.ts`;
const out = `${root}.output/gallery-shots`;
const given = process.argv.slice(2);
const wanted = given.find((one) => !one.startsWith('--')) ?? '';
const flag = given.find((one) => one.startsWith('--languages'));
const languages = flag ? (flag.split('=')[1]?.split(',') ?? ['ar', 'de', 'es', 'fr', 'pt']) : undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inEnglish = [
  { width: 380, theme: 'light', dir: 'ltr' },
  { width: 380, theme: 'dark', dir: 'ltr' },
  { width: 280, theme: 'light', dir: 'ltr' },
  { width: 520, theme: 'light', dir: 'ltr' },
  { width: 380, theme: 'light', dir: 'rtl' },
  // 380 px at 200 %.
  { width: 190, theme: 'light', dir: 'ltr' },
  { width: 380, theme: 'light', dir: 'ltr', forced: true },
];
const looks = languages
  ? languages.flatMap((language) =>
      [280, 380, 520].map((width) => ({
        width,
        theme: 'light',
        dir: language === 'ar' ? 'rtl' : 'ltr',
        language,
      })),
    )
  : inEnglish;
/** As long as the name of any CRM there is a connector for. */
const longName = 'Companion CRM';
const drawn = '.panel, .card, .pill, .options .setform';

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
    for (const { width, theme, dir, forced, language = 'en-GB' } of looks) {
      // The card has one size.
      if (name.startsWith('14-') && width !== 380) continue;
      const look = forced ? 'forced' : languages ? language : dir === 'rtl' ? 'rtl' : theme;
      const file = `${name}-${width}-${look}`;
      await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: forced ? 'active' : 'none' });
      await page.setViewportSize({ width, height: 400 });
      await page.goto(
        `${address}?state=${name}&theme=${theme}&dir=${dir}&language=${language}&crm=${longName}`,
      );
      await page.locator(drawn).first().waitFor();
      for (const measure of [jumps, whyIsWhole, nameIsInSight, fits])
        complain(`${file}, ${longName}`, await measure(page, width));
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`${address}?state=${name}&theme=${theme}&dir=${dir}&language=${language}`);
      await page.locator(drawn).first().waitFor();
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
