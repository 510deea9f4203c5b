import type { Frame, Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../../../scripts/process/until.ts';
import { type Connected, credentialsOf, settingsOf } from '../browser/connected.ts';
import { toolbarBadge, uncaughtErrors } from '../firefox/browser-window.ts';
import { type Firefox, type FirefoxOptions, startFirefox } from '../firefox/firefox.ts';
import { firefoxWhere } from '../firefox/firefox-spot.ts';
import { hostHtml, hostVoice } from '../pages/host-page.ts';
import { panelView } from '../pages/panel-view.ts';
import { startServers } from '../stage.ts';
import type { Card, Desk, DeskHost } from './desk.ts';

/** In functions that run in a page of the extension. */
declare const browser: ExtensionApi;
/** Of Firefox, in pages. */
declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;

export interface FirefoxDesk extends Desk {
  firefox: Firefox;
  /** A page of the extension that nothing is done in but to ask its API. */
  control: Page;
}

export async function startFirefoxDesk(options: FirefoxOptions = {}): Promise<FirefoxDesk> {
  const [servers, firefox] = await Promise.all([startServers(), startFirefox(options)]);
  const control = await firefox.extensionPage('options.html#view');
  return {
    servers,
    firefox,
    control,
    connect: () => connectFirefox(control, servers.connected()),
    async openHost(path) {
      servers.pages.put(path, hostHtml);
      return openFirefoxHost(firefox, `${servers.pages.origin()}${path}`);
    },
    async openPanel() {
      // As the worker opens it for a click on the card.
      await control.evaluate(async () => {
        const { id } = await browser.windows.getCurrent();
        const url = browser.runtime.getURL(`/sidepanel.html?window=${id}`);
        await browser.windows.create({ url, type: 'popup', width: 400, height: 720 });
      });
      return panelView(firefoxWhere(await firefox.opened(firefox.url('sidepanel.html'))));
    },
    openOptions: async (section) => firefoxWhere(await firefox.extensionPage(`options.html#${section}`)),
    badge: () => toolbarBadge(firefox),
    complaints: () => uncaughtErrors(firefox),
    async stop() {
      await firefox.stop();
      await servers.stop();
    },
  };
}

/** Writes settings and credential as the options page does, and waits until the hosts' scripts are registered. */
export async function connectFirefox(control: Page, connected: Connected): Promise<void> {
  await control.evaluate(
    async ({ settings, credential }) => {
      const opened = indexedDB.open('kept');
      await new Promise((resolve, reject) => Object.assign(opened, { onsuccess: resolve, onerror: reject }));
      const transaction = opened.result.transaction('rows', 'readwrite');
      transaction.objectStore('rows').put({ key: 'settings', value: settings });
      await new Promise((resolve) => Object.assign(transaction, { oncomplete: resolve }));
      opened.result.close();
      await browser.storage.session.set({ ...credential, 'kept.changed': { keys: ['settings'], at: 'now' } });
    },
    { settings: settingsOf(connected), credential: credentialsOf(connected) },
  );
  await until('the host scripts to be registered', () =>
    control.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length >= 2),
  );
}

/** Opens a host in a tab, in view. */
export async function openFirefoxHost(firefox: Firefox, address: string): Promise<DeskHost> {
  const page = await firefox.browser.newPage();
  await page.goto(address);
  const { contexts } = (await firefox.bidi.send('browsingContext.getTree', { maxDepth: 0 })) as {
    contexts: { context: string; url: string }[];
  };
  const context = contexts.find(({ url }) => url === address)?.context;
  // Puppeteer's own evaluation counts as a gesture, which no ringing call has.
  const quietly = async (expression: string) => {
    const params = { expression, target: { context }, awaitPromise: true, userActivation: false };
    const { exceptionDetails } = (await firefox.bidi.send('script.evaluate', params)) as {
      exceptionDetails?: { text: string };
    };
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  };
  return { ...hostVoice(quietly), card: cardOf(firefox, page) };
}

function cardOf(firefox: Firefox, page: Page): Card {
  const inSight = async (): Promise<Frame | undefined> => {
    const isShown = (frame: Frame) =>
      frame
        .evaluate((card) => location.href.startsWith(card) && innerWidth > 0, firefox.url('card.html'))
        .catch(() => false);
    for (const frame of page.frames()) if (await isShown(frame)) return frame;
    return undefined;
  };
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen of it
    text: async () => (await (await inSight())?.evaluate(() => document.body.innerText)) ?? '',
    async openPanel() {
      const card = await until('the card in the page', inSight);
      const there = await card.evaluate(() => {
        const all = [...document.querySelectorAll('button')];
        const button = all.find(({ textContent }) => textContent?.trim() === 'Open panel');
        if (button === undefined) throw new Error('The card has no such button');
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: mozInnerScreenX + x + width / 2, y: mozInnerScreenY + y + height / 2 };
      });
      const origin = await page.evaluate(() => ({ x: mozInnerScreenX, y: mozInnerScreenY }));
      // Where a person sees it: the driver cannot press in a frame that a closed shadow root holds.
      await page.mouse.click(there.x - origin.x, there.y - origin.y);
      return panelView(firefoxWhere(await firefox.opened(firefox.url('sidepanel.html'))));
    },
  };
}
