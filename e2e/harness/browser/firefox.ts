import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { until } from '../../../scripts/process/until.ts';

const program = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && existsSync(path),
);
const built = join(import.meta.dirname, '../../../.output/firefox-mv3-e2e');
const addOn = 'ringside@ringside.invalid';
const uuid = '6f3b1c52-6d0e-4b7a-9a57-0f6f1d5f2c11';

/** What is missing to run it here, or undefined. */
export function firefoxMissing(): string | undefined {
  return program === undefined ? 'Firefox (apt-get install firefox-esr)' : undefined;
}

export interface Firefox {
  browser: Browser;
  /** Opens a page of the extension in a tab. */
  extensionPage(path: string): Promise<Page>;
  stop(): Promise<void>;
}

/** A headless Firefox with the test build of Ringside in it, under a fixed address. */
export async function startFirefox(): Promise<Firefox> {
  if (program === undefined) throw new Error(`Missing: ${firefoxMissing()}`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addOn]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  try {
    await browser.installExtension(built);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    browser,
    async extensionPage(path) {
      const page = await browser.newPage();
      const address = `moz-extension://${uuid}/${path}`;
      // Navigating to an extension's page never resolves in this protocol.
      page.goto(address).catch(() => {});
      await until(`${path} to load`, () =>
        page.evaluate(() => document.readyState === 'complete' && location.protocol === 'moz-extension:'),
      );
      return page;
    },
    stop: () => browser.close(),
  };
}
