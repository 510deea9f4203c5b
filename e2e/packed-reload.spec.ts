import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { companionCredential } from './harness/browser/connected.ts';
import { type PackedRingside, packRingside } from './harness/browser/packed.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker or a page of ours. */
declare const chrome: ExtensionApi;

const elodie = '+33199004217';

/** An update is a reload of the extension under pages that stay open. */
describe('the extension is reloaded in mid-call', () => {
  let stage: Stage;
  let host: HostPage;
  let packed: PackedRingside;

  before(async () => {
    packed = await packRingside();
    // Chromium takes an unpacked extension of its command line away when it is reloaded.
    stage = await setStage({ packed });
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
  });

  after(async () => {
    await stage?.stop();
    await packed?.stop();
  });

  /** What a person sees in pages of ours: nothing where the page is closed or blank; undefined where it did not say. */
  const seen = async (page: Page | undefined) => {
    const card = await stage.ringside.cardShown(host.page);
    // A frame that dies meanwhile never answers: then it is asked again, and is gone.
    const silent = new Promise<undefined>((resolve) => setTimeout(resolve, 300));
    const texts = await Promise.all(
      [card, page].map((where) =>
        Promise.race([silent, where?.evaluate<string>('document.body.innerText').catch(() => '') ?? '']),
      ),
    );
    return texts.includes(undefined) ? undefined : texts.join(' ');
  };

  test('within two seconds no contact is on the screen, in the panel and on the card', async () => {
    await host.interaction(phoneCall('before', elodie, { state: 'active' }));
    await until('the card', async () =>
      (await stage.ringside.cardText(host.page)).includes('Élodie Marchand'),
    );
    const options = await stage.ringside.context.newPage();
    // A panel in a tab stays where the browser closes the side panel by itself.
    await options.goto(stage.ringside.url('sidepanel.html'));
    await panelView(options).heads('Élodie Marchand');
    const worker = await stage.ringside.worker();
    const closed = new Promise((resolve) => worker.once('close', resolve));
    const at = Date.now();
    await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
    await until('nobody to be shown', async () => (await seen(options))?.includes('Élodie') === false, {
      within: 2_500,
    });
    const took = Date.now() - at;
    console.log(`reload in mid-call: blank after ${took} ms`);
    await closed;
    assert.ok(took < 2_500, `${took} ms`);
  });

  test('and the next call pops in the page that stayed open, once somebody has signed in again', async () => {
    // Playwright does not see the worker of a reloaded extension; its pages do what the worker would.
    const options = await stage.ringside.context.newPage();
    await until('the extension to be back', () => options.goto(stage.ringside.url('options.html')));
    const credential = companionCredential({ url: stage.proxy.url, token: stage.crm.token });
    await options.evaluate((kept) => chrome.storage.session.set(kept), credential);
    const element = () =>
      quietly<boolean>(
        stage.ringside.context,
        host.page,
        `document.querySelector('html > div[popover]') !== null`,
      );
    await until('the call that goes on', async () =>
      (await stage.ringside.cardText(host.page)).includes('Élodie Marchand'),
    );
    assert.ok(await element());
    await host.interaction({
      ...phoneCall('before', elodie),
      state: 'finished',
      endReason: 'completed',
      sequence: 9,
    });
    await host.interaction(phoneCall('after', '+442079460123'));
    await until('the next caller', async () => /contacts/.test(await stage.ringside.cardText(host.page)));
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
