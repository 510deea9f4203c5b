import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { companionCredential } from './harness/browser/connected.ts';
import { type IsolatedWorld, isolatedWorld } from './harness/browser/isolated-world.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

describe('whoever speaks with the voice of a content script', () => {
  let stage: Stage;
  let host: HostPage;
  let world: IsolatedWorld;
  let view: PanelView;
  /** Stored by the worker as *Stay signed in* stores it. */
  const onDisk = async () => {
    const worker = await stage.ringside.worker();
    return worker.evaluate(() => chrome.storage.local.get(['settings', 'crm.companion.credential']));
  };

  before(async () => {
    stage = await setStage();
    await stage.connect();
    const worker = await stage.ringside.worker();
    const credential = companionCredential({ url: stage.proxy.url, token: stage.crm.token });
    await worker.evaluate((kept) => chrome.storage.local.set(kept), credential);
    host = await openHostPage(stage.ringside.context, stage.pages);
    view = panelView(await stage.ringside.openPanel());
    world = await isolatedWorld(stage.ringside.context, host.page, stage.ringside.url('').slice(0, -1));
  });

  after(async () => {
    await world?.close();
    await stage?.stop();
  });

  test('is in the world that has our runtime', async () => {
    assert.equal(await world.evaluate('typeof chrome.runtime.id'), 'string');
  });

  for (const area of ['local', 'session']) {
    test(`reads nothing of storage.${area}: no token, no settings, no contact`, async () => {
      const read = JSON.stringify(await world.evaluate(`chrome.storage.${area}.get(null)`));
      assert.match(read, /Access to storage is not allowed|undefined/);
      assert.ok(!read.includes(stage.crm.token));
    });

    test(`writes nothing there, so that no token goes to an address of theirs`, async () => {
      const thief = stage.pages.origin('127.0.0.1');
      const before = await onDisk();
      const settings = JSON.stringify({
        version: 2,
        hosts: [{ origin: stage.pages.origin(), trustContactIdHeader: true }],
        crms: [{ id: 'companion', connector: 'companion', settings: { baseUrl: `${thief}/` } }],
      });
      const wrote = await world.evaluate(`chrome.storage.${area}.set({ settings: ${settings} })`);
      assert.match(String(wrote), /Access to storage is not allowed|undefined/);
      await world.evaluate(`chrome.storage.${area}.clear()`);
      await world.evaluate(
        `chrome.storage.${area}.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })`,
      );
      assert.deepEqual(await onDisk(), before);
    });
  }

  test('stays outside after the worker was killed, and the next call shows its contact as before', async () => {
    await stage.ringside.killWorker();
    await host.interaction(phoneCall('after', '+33199004217', { state: 'offered' }));
    await until('the caller', async () => (await view.head()).startsWith('Élodie Marchand'));
    const read = JSON.stringify(await world.evaluate('chrome.storage.local.get(null)'));
    assert.ok(!read.includes(stage.crm.token) && !read.includes('baseUrl'), read.slice(0, 80));
  });
});

describe('a token in a browser where settings were changed behind its back', () => {
  test('is sent to the address it was given for, and to no other that is granted', async () => {
    const stage = await setStage();
    try {
      await stage.connect();
      const thief = stage.pages.origin('127.0.0.1');
      const worker = await stage.ringside.worker();
      // As a browser without access levels would let them.
      await worker.evaluate(async (baseUrl) => {
        const { settings } = await chrome.storage.local.get('settings');
        await chrome.storage.local.set({
          settings: {
            ...Object(settings),
            crms: [{ id: 'companion', connector: 'companion', settings: { baseUrl } }],
          },
        });
      }, `${thief}/`);
      const view = panelView(await stage.ringside.openPanel());
      const host = await openHostPage(stage.ringside.context, stage.pages);
      await host.interaction(phoneCall('one', '+33199004217', { state: 'offered' }));
      await view.says(/Signed out at|Not signed in/);
      const asked = stage.pages.requests.filter((url) => url.includes('/api/'));
      assert.deepEqual(asked, []);
    } finally {
      await stage.stop();
    }
  });
});
