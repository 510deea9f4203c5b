import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { extensionId as testBuildId } from '../../../lib/extension/browser/extension-id.ts';
import { until } from '../../../scripts/process/until.ts';
import { type ProfiledChromium, startProfiledChromium } from './chromium.ts';
import { type Connected, credentialsOf, settingsOf } from './connected.ts';
import { isInSight, quietly } from './quietly.ts';

/** In functions that run in the worker or in a page of the extension. */
declare const chrome: ExtensionApi & { sidePanel: { open(where: { windowId: number }): Promise<void> } };

/** A Chromium with Ringside in it. */
export interface Ringside {
  context: BrowserContext;
  /** The background worker, started again if it was not running. */
  worker(): Promise<Worker>;
  /** Writes settings and credential as the options page does, and waits until the hosts' scripts are registered. */
  connect(connected: Connected): Promise<void>;
  /** Opens the real side panel by a click in a page of the extension. */
  openPanel(): Promise<Page>;
  /** The side panel that something else opened. */
  panel(): Promise<Page>;
  /** Asks the browser to close it, and waits for nothing: a panel that is just opening tells nobody that it has gone. */
  closePanel(): Promise<void>;
  /** The card's frame in a host page, once it is there. */
  card(page: Page): Promise<Frame>;
  /** The same, undefined where none is in sight; one that is kept at hand is not. */
  cardShown(page: Page): Promise<Frame | undefined>;
  /** The text of the card, read without a gesture. */
  cardText(page: Page): Promise<string>;
  killWorker(): Promise<void>;
  /** An address in the extension. */
  url(path: string): string;
  /** What went wrong in its own pages and its worker: uncaught errors and console errors. */
  complaints: string[];
  stop(): Promise<void>;
}

/** The unpacked test build. */
export const built = join(import.meta.dirname, '../../../.output/chrome-mv3-e2e');

/** Under these flags no policy installs an extension, and no tab is restored. */
const inTheWay = [
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  'about:blank',
];

export interface StartOptions {
  args?: string[];
  headless?: boolean;
  /** An installation by policy instead of the unpacked test build. */
  packed?: { executablePath: string; extensionId: string };
  /** A profile to take up again; it is kept at the end. */
  profile?: string;
  /** Folders of other extensions to load beside the test build. */
  beside?: string[];
  /** Flags that are usual here and stand in the way. */
  without?: string[];
}

export async function startRingside({
  packed,
  beside = [],
  ...options
}: StartOptions = {}): Promise<Ringside> {
  const loaded = [built, ...beside].join(',');
  const unpacked = [`--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`];
  const browser = await startProfiledChromium({
    ...options,
    ...(packed === undefined ? {} : { executablePath: packed.executablePath, without: inTheWay }),
    args: ['--remote-debugging-port=0', ...(packed === undefined ? unpacked : []), ...(options.args ?? [])],
  });
  const { context } = browser;
  const extensionId = packed?.extensionId ?? testBuildId;
  const overCdp = new OverCdp(browser);
  const complaints = listen(context);
  const url = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const isPanel = (page: Page) => page.url().startsWith(url('sidepanel.html'));
  async function cardShown(page: Page): Promise<Frame | undefined> {
    const all = page.frames().filter((frame) => /\/card\.html(\?|#|$)/.test(frame.url()));
    for (const frame of all) if (await isInSight(context, frame).catch(() => false)) return frame;
    return undefined;
  }
  const card = (page: Page) => until('the card in the page', () => cardShown(page));

  async function worker(): Promise<Worker> {
    const running = context.serviceWorkers().find((each) => each.url().startsWith(url('')));
    return running ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  }

  const panel = () => overCdp.page('the side panel', isPanel);

  return {
    context,
    worker,
    url,
    complaints,
    cardShown,
    card,
    panel,
    async connect(connected) {
      const running = await worker();
      await running.evaluate(
        async ({ settings, credential }) => {
          await chrome.storage.local.set({ settings });
          await chrome.storage.session.set(credential);
        },
        { settings: settingsOf(connected), credential: credentialsOf(connected) },
      );
      const names = [...new Set(settingsOf(connected).hosts.map(({ origin }) => new URL(origin).hostname))];
      await until('the host scripts to be registered, and no others', async () => {
        const scripts = await running.evaluate(() => chrome.scripting.getRegisteredContentScripts());
        const covered = scripts.flatMap(({ matches }) => matches ?? []);
        const both = names.every((name) => covered.filter((match) => match.includes(name)).length >= 2);
        return both && covered.every((match) => names.some((name) => match.includes(name)));
      });
    },
    async openPanel() {
      const page = await context.newPage();
      await page.goto(url('options.html'));
      await page.evaluate(async () => {
        const { id } = await chrome.windows.getCurrent();
        const button = document.createElement('button');
        button.id = 'open-the-panel';
        button.textContent = 'Open the panel';
        button.onclick = () => chrome.sidePanel.open({ windowId: id! });
        document.body.prepend(button);
      });
      await page.locator('#open-the-panel').click();
      const opened = await panel();
      await page.close();
      return opened;
    },
    closePanel: () => overCdp.closeTarget(({ url: address }) => address.startsWith(url('sidepanel.html'))),
    async cardText(page) {
      return quietly<string>(context, await card(page), 'document.body.innerText');
    },
    async killWorker() {
      await overCdp.closeTarget(
        (target) => target.type === 'service_worker' && target.url.startsWith(url('')),
      );
    },
    async stop() {
      await overCdp.disconnect();
      await browser.stop();
    },
  };
}

/** Uncaught errors of the extension's own pages and worker; those of the test pages are their own. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const ours = (address: string | undefined) => address?.startsWith('chrome-extension://') ?? false;
  context.on('weberror', (error) => {
    if (ours(error.page()?.url())) complaints.push(String(error.error()));
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && ours(message.location().url)) complaints.push(message.text());
  });
  return complaints;
}

/** A second connection, by the debugging port: Playwright's own does not see the side panel. */
class OverCdp {
  readonly #browser: ProfiledChromium;
  #connections: Browser[] = [];

  constructor(browser: ProfiledChromium) {
    this.#browser = browser;
  }

  async connect(): Promise<Browser> {
    const port = (await readFile(join(this.#browser.profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0];
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    this.#connections.push(connection);
    return connection;
  }

  /** Connects anew until the page is there, since a connection sees only what was open when it was made. */
  page(what: string, isIt: (page: Page) => boolean): Promise<Page> {
    return until(
      what,
      async () => {
        const connection = await this.connect();
        const found = connection
          .contexts()
          .flatMap((context) => context.pages())
          .find(isIt);
        if (found === undefined) await connection.close();
        return found;
      },
      { every: 200 },
    );
  }

  async closeTarget(isIt: (target: { type: string; url: string }) => boolean): Promise<void> {
    const connection = await this.connect();
    const session = await connection.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    for (const target of targetInfos.filter(isIt)) {
      await session.send('Target.closeTarget', { targetId: target.targetId });
    }
    await connection.close();
  }

  async disconnect(): Promise<void> {
    for (const connection of this.#connections.splice(0)) await connection.close().catch(() => {});
  }
}
