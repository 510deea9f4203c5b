/**
 * The main job, once, without a display and without a hand on the page: a call rings in the demo desk and the contact is
 * painted. Leaves pictures in `.output/check`.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../prepare/ensure-browser.mjs';
import { onStop } from '../process/processes.mjs';
import { PlainError, root } from '../process/project.mjs';
import { until } from '../process/until.ts';
import { openDemoBrowser } from './demo-browser.mjs';
import { startDemoServices } from './demo-services.mjs';

const caller = { number: '+33199004217', name: 'Élodie Marchand', campaign: 'Field service' };
const pictures = join(root, '.output', 'check');
const wholeMs = 240_000;

/** Answers the exit code. */
export async function check() {
  const browser = await ensureBrowser();
  if (!browser.path) throw new PlainError(`The check could not be done. ${browser.missing}`);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new PlainError(`The check failed: not done in ${wholeMs / 1_000} s.`)),
      wholeMs,
    );
  });
  try {
    await Promise.race([ringOnce(browser.path), late]);
    console.log('\nCheck passed.');
    return 0;
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(`The check failed: ${error.message}`);
  } finally {
    clearTimeout(timer);
  }
}

async function ringOnce(path) {
  await mkdir(pictures, { recursive: true });
  const data = await mkdtemp(join(tmpdir(), 'ringside-check-'));
  onStop(() => rm(data, { recursive: true, force: true, maxRetries: 5 }));
  const services = await startDemoServices({ data });
  const demo = await openDemoBrowser({ ...services, path, headless: true });
  onStop(() => demo.close());

  const page = demo.context.pages()[0] ?? (await demo.context.newPage());
  const ring = new URLSearchParams({
    ...{ ring: caller.number, campaign: caller.campaign },
    ...{ after: '500', widget: 'closed' },
  });
  await page.goto(`${services.desk}/?${ring}`);
  const started = Date.now();

  const card = await until('the card in the desk', () => cardOf(page), { within: 30_000, every: 100 });
  const shown = await until(
    `${caller.name} in the card`,
    async () => {
      const text = await readQuietly(demo.context, card);
      if (text.includes(caller.name)) return text;
      throw new Error(`it shows: ${text.replaceAll(/\s+/g, ' ')}`);
    },
    { within: 30_000, every: 50 },
  );
  const seconds = ((Date.now() - started - 500) / 1_000).toFixed(1);
  console.log(`\nThe card, ${seconds} s after the ring and with no hand on the page, shows:`);
  console.log(indent(shown));
  await page.screenshot({ path: join(pictures, 'desk-with-card.png') });

  await card.getByRole('button', { name: /open/i }).first().click();
  const panel = await openPanel(demo.profile);
  await panel.getByRole('region', { name: 'Contact', exact: true }).getByText(caller.name).first().waitFor();
  await panel.screenshot({ path: join(pictures, 'side-panel.png') });
  console.log('\nThe side panel, opened by a click on the card, shows:');
  // biome-ignore lint/performance/useDomNodeTextContent: what counts is the text as it is painted
  console.log(indent(await panel.getByRole('region', { name: 'Contact', exact: true }).innerText()));
  console.log(
    `\nPictures: ${join(pictures, 'desk-with-card.png')}\n          ${join(pictures, 'side-panel.png')}`,
  );
}

function cardOf(page) {
  return page.frames().find((frame) => /^chrome-extension:.*\/card\.html/.test(frame.url()));
}

/** Playwright's own `evaluate` counts as a user gesture; a ringing call has none. */
async function readQuietly(context, frame) {
  const session = await context.newCDPSession(frame);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.body.innerText',
      userGesture: false,
      returnByValue: true,
    });
    return String(result.value ?? '');
  } finally {
    await session.detach().catch(() => {});
  }
}

/** The browser shows its side panel only to a connection that was made after it opened. */
async function openPanel(profile) {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const connections = [];
  onStop(async () => {
    for (const connection of connections) await connection.close();
  });
  return until(
    'the side panel to open',
    async () => {
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = connection.contexts().flatMap((context) => context.pages());
      const panel = pages.find((page) => /^chrome-extension:.*\/sidepanel\.html/.test(page.url()));
      if (panel) connections.push(connection);
      else await connection.close();
      return panel;
    },
    { within: 20_000, every: 250 },
  );
}

function indent(text) {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `  ${line.trim()}`)
    .join('\n');
}
