import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';
import { type Bidi, connectBidi, type Session } from './bidi.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

const program = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && existsSync(path),
);
const output = join(import.meta.dirname, '../../../.output');
export const addOn = 'ringside@ringside.invalid';
const uuid = '6f3b1c52-6d0e-4b7a-9a57-0f6f1d5f2c11';

/** What is missing to run it here, or undefined. */
export function firefoxMissing(): string | undefined {
  return program === undefined ? 'Firefox (apt-get install firefox-esr)' : undefined;
}

export interface Firefox {
  browser: Browser;
  bidi: Bidi;
  /** Runs a function in the browser's own window, where `gBrowser`, `Services` and the toolbar are; waits for what it promises. */
  inChrome<Args extends unknown[], T>(run: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** An address in the extension. */
  url(path: string): string;
  /** Opens a page of the extension in a tab. */
  extensionPage(path: string): Promise<Page>;
  /** The tab or window that something else opened, by the beginning of its address. */
  opened(address: string): Promise<Page>;
  stop(): Promise<void>;
}

export interface FirefoxOptions {
  /** `shipped`: what users get, for which nothing is granted and that welcomes them. Else the build for tests. */
  build?: 'tests' | 'shipped';
  prefs?: Record<string, string | number | boolean>;
}

/** A headless Firefox with Ringside in it, under a fixed address. */
export async function startFirefox({ build = 'tests', prefs = {} }: FirefoxOptions = {}): Promise<Firefox> {
  if (program === undefined) throw new Error(`Missing: ${firefoxMissing()}`);
  const profile = await mkdtemp(join(tmpdir(), 'ringside-firefox-'));
  const all = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [addOn]: uuid }),
    ...prefs,
  };
  const lines = Object.entries(all).map((pref) => `user_pref(${pref.map((part) => JSON.stringify(part))});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const remote = ['--marionette', '--remote-debugging-port=0', '--remote-allow-system-access'];
  const child = ownProcess(program, ['--headless', '--no-remote', '--profile', profile, ...remote]);
  const stop = async () => {
    await child.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await until(
      'Firefox to listen',
      async () => Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')),
      { within: 60_000 },
    );
    const marionette = await connectMarionette(port);
    // The shape of its answer is the protocol's.
    const session = (await marionette.send('WebDriver:NewSession', { webSocketUrl: true })) as Session;
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    const bidi = await connectBidi(session);
    const browser = await puppeteer.connect({
      transport: bidi.transport,
      protocol: 'webDriverBiDi',
      defaultViewport: null,
    });
    await browser.installExtension(join(output, build === 'tests' ? 'firefox-mv3-e2e' : 'firefox-mv3'));
    return {
      ...driver(browser, marionette),
      bidi,
      async stop() {
        marionette.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function driver(browser: Browser, marionette: Marionette) {
  const url = (path: string) => `moz-extension://${uuid}/${path}`;
  // Of pages of an extension this protocol never says where they are: they say it themselves.
  const isAt = (page: Page, address: string) =>
    page.evaluate((start) => document.readyState === 'complete' && location.href.startsWith(start), address);
  return {
    browser,
    url,
    async inChrome<Args extends unknown[], T>(run: (...args: Args) => T | Promise<T>, ...args: Args) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => (${run})(...[...arguments].slice(0, -1)))()
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value } = (await marionette.send('WebDriver:ExecuteAsyncScript', {
        script,
        args,
        sandbox: 'system',
      })) as { value: { value: T; error?: string } };
      if (value.error !== undefined) throw new Error(value.error);
      return value.value;
    },
    async extensionPage(path: string) {
      const page = await browser.newPage();
      // Nor does it ever say that one has loaded.
      page.goto(url(path)).catch(() => {});
      await until(`${path} to load`, () => isAt(page, url(path)));
      return page;
    },
    opened: (address: string) =>
      until(`a page at ${address}`, async () => {
        for (const page of await browser.pages())
          if (await isAt(page, address).catch(() => false)) return page;
        return undefined;
      }),
  };
}
