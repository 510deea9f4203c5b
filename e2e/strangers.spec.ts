import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page, Worker } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { built } from './harness/browser/ringside.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the other extension. */
declare const chrome: ExtensionApi;

const files = globSync('**/*', { cwd: built, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1));

/** In a page: which of these addresses it can fetch, or load as a script, a style, a picture or a frame's document. */
async function loaded(addresses: string[]): Promise<string[]> {
  const comes = (element: HTMLElement) =>
    new Promise<boolean>((resolve) => {
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      document.body.append(element);
    }).finally(() => element.remove());
  const ways: ((address: string) => Promise<unknown>)[] = [
    (address) => fetch(address),
    (address) => fetch(address, { mode: 'no-cors' }),
    async (src) =>
      (await comes(Object.assign(document.createElement('script'), { src }))) || Promise.reject(),
    async (src) => (await comes(Object.assign(document.createElement('img'), { src }))) || Promise.reject(),
    async (href) =>
      (await comes(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))) ||
      Promise.reject(),
    (address) => import(address),
  ];
  const found: string[] = [];
  for (const address of addresses) {
    const tried = await Promise.allSettled(ways.map((way) => way(address)));
    for (const [way, { status }] of tried.entries()) {
      if (status === 'fulfilled') found.push(`${way} ${address}`);
    }
  }
  return found;
}

describe('those who have no business with us', () => {
  let stage: Stage;
  let folder: string;
  let other: Worker;
  let theirs: Page;
  let host: HostPage;
  const ours = () => stage.ringside.url('').split('/')[2] ?? '';
  const addresses = (origin = ours()) => files.map((file) => `chrome-extension://${origin}/${file}`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-stranger-'));
    const manifest = {
      manifest_version: 3,
      ...{ name: 'Stranger', version: '1' },
      permissions: ['tabs', 'scripting', 'storage'],
      host_permissions: ['<all_urls>'],
      background: { service_worker: 'worker.js' },
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'worker.js'), 'self.addEventListener("install", () => self.skipWaiting());');
    await writeFile(join(folder, 'page.html'), '<!doctype html><title>Stranger</title>');
    stage = await setStage({ beside: [folder] });
    await stage.connect();
    const { context } = stage.ringside;
    other = await until('the other extension', () =>
      context.serviceWorkers().find((each) => each.url().endsWith('/worker.js')),
    );
    theirs = await context.newPage();
    await theirs.goto(other.url().replace('worker.js', 'page.html'));
    host = await openHostPage(context, stage.pages);
    await host.interaction(phoneCall('one', '+33199004217'));
    await stage.ringside.card(host.page);
  });

  after(async () => {
    await stage?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('another extension gets no answer, whatever it sends and however it connects', async () => {
    const heard = await other.evaluate(async (id) => {
      const answers: unknown[] = [];
      for (const message of ['ping', { type: 'open' }, { type: 'events', first: 1, batch: [] }]) {
        await chrome.runtime.sendMessage(id, message).then(
          (answer) => answers.push(answer),
          () => {},
        );
      }
      for (const name of ['view', 'host', '']) {
        const port = chrome.runtime.connect(id, { name });
        port.onMessage.addListener((message) => answers.push(message));
        const cut = new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()));
        try {
          port.postMessage({ type: 'open' });
        } catch {
          // Cut already.
        }
        await cut;
      }
      return answers;
    }, ours());
    assert.deepEqual(heard, []);
  });

  test('another extension with every host granted enters no page and no card of ours', async () => {
    const options = await stage.ringside.context.newPage();
    await options.goto(stage.ringside.url('options.html'));
    const entered = await other.evaluate(async (id) => {
      const reached: string[] = [];
      for (const { id: tabId } of await chrome.tabs.query({})) {
        const results = await chrome.scripting
          .executeScript({ target: { tabId: tabId!, allFrames: true }, func: () => location.href })
          .catch(() => []);
        reached.push(...results.map(({ result }) => String(result)));
      }
      return { reached: reached.length, ofOurs: reached.filter((url) => url.includes(id)) };
    }, ours());
    assert.ok(entered.reached > 0, 'it enters no page at all: the test shows nothing');
    assert.deepEqual(entered.ofOurs, []);
    await options.close();
  });

  test('no packed file loads in another extension or a page of the web, at its lasting address', async () => {
    assert.ok(files.length > 15);
    assert.deepEqual(await theirs.evaluate(loaded, addresses()), []);
    assert.deepEqual(await host.page.evaluate(loaded, addresses()), []);
    const known = `${stage.pages.origin()}/host`;
    assert.ok(
      (await host.page.evaluate(loaded, [known])).length > 0,
      'nothing loads: the test shows nothing',
    );
  });

  test('no page of ours stands in a frame, but for the card at its passing address', async () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    const working = pages.filter((file) => !file.startsWith('docs/'));
    assert.deepEqual(working.toSorted(), ['card.html', 'options.html', 'sidepanel.html']);
    const held = (origin: string) => pages.map((file) => `chrome-extension://${origin}/${file}`);
    for (const page of [theirs, host.page]) {
      assert.deepEqual(await framed(page, held(ours())), [], page.url());
    }
    const dynamic = await dynamicOrigin(host.page);
    assert.match(dynamic, /./);
    assert.notEqual(dynamic, ours());
    assert.deepEqual(await framed(host.page, held(dynamic)), ['card.html']);
    assert.deepEqual(
      await host.page.evaluate(
        loaded,
        addresses(dynamic).filter((each) => !/card\.html$/.test(each)),
      ),
      [],
    );
  });

  /** Which of these documents come in a frame of the page. */
  async function framed(page: Page, documents: string[]): Promise<string[]> {
    const { context } = stage.ringside;
    const found: string[] = [];
    for (const address of documents) {
      await quietly(
        context,
        page,
        `new Promise((resolve) => {
          const frame = Object.assign(document.createElement('iframe'), { name: 'probe', src: ${JSON.stringify(address)} });
          frame.onload = frame.onerror = resolve;
          document.body.append(frame);
        })`,
      );
      const frame = page.frames().find((each) => each.name() === 'probe');
      const title = await frame?.title().catch(() => '');
      if (/^chrome-extension:/.test(frame?.url() ?? '') || /ringside/i.test(title ?? '')) {
        found.push(address.split('/').at(-1) ?? '');
      }
      await quietly(context, page, `document.querySelector('[name=probe]').remove()`);
    }
    return found;
  }

  /** As the debugger sees it; the page itself cannot look into the card's shadow root. */
  async function dynamicOrigin(page: Page): Promise<string> {
    const session = await stage.ringside.context.newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    await session.detach();
    // Of the element, since the document in it is reported under the lasting address.
    const source = /"title","Ringside"[^\]]*"src","chrome-extension:\/\/([^/"]+)\/card\.html"/.exec(
      JSON.stringify(root),
    );
    return source?.[1] ?? '';
  }
});
