import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { createPortPair } from '../messages/fake-port-for-tests.ts';
import { refusePort } from '../messages/refuse-port.ts';
import { dressPage, keepTheme } from '../views/dress-page.ts';
import { holdUpdate } from './hold-update.ts';
import { openPanel, type PanelApi } from './surfaces/open-panel.ts';

const storage = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
});

describe('an update', () => {
  function start(busy: boolean) {
    let available: () => void = () => {};
    const reload = vi.fn();
    const runtime = {
      reload,
      onUpdateAvailable: {
        addListener(listener: () => void) {
          available = listener;
        },
      },
    };
    const world = { busy };
    const release = holdUpdate(() => world.busy, { runtime } as unknown as Pick<typeof browser, 'runtime'>); // Only what is used.
    return { world, release, reload, available: () => available() };
  }

  it('waits until nobody is ringing or talking', () => {
    const { world, release, reload, available } = start(true);
    available();
    release();
    expect(reload).not.toHaveBeenCalled();
    world.busy = false;
    release();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is taken at once when nobody is, and only when there is one', () => {
    const { release, reload, available } = start(false);
    release();
    expect(reload).not.toHaveBeenCalled();
    available();
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe('the panel', () => {
  const windows = { create: vi.fn(async () => ({})) };
  const runtime = { getURL: (path: string) => `ext://ours${path}` };
  const popup = { url: 'ext://ours/sidepanel.html?window=3', type: 'popup', width: 400, height: 720 };
  const open = (sidePanel?: object) => openPanel(3, { windows, runtime, sidePanel } as unknown as PanelApi); // Only what is used.
  beforeEach(() => windows.create.mockClear());

  it('opens beside the page, at once within the click', () => {
    const opened = vi.fn(async () => {});
    void open({ open: opened });
    expect(opened).toHaveBeenCalledWith({ windowId: 3 });
    expect(windows.create).not.toHaveBeenCalled();
  });

  it('opens in a small window where there is no side panel, or it refuses', async () => {
    await open();
    await open({ open: () => Promise.reject(new Error('may only be called in response to a user gesture')) });
    expect(windows.create.mock.calls).toEqual([[popup], [popup]]);
  });
});

describe('a refused port', () => {
  it('of a content script stays, so that it does not come again and again; any other is cut', () => {
    const [host] = createPortPair('host');
    const [other] = createPortPair('view');
    refusePort(host);
    refusePort(other);
    expect([host.connected, other.connected]).toEqual([true, false]);
  });
});

describe('a page of ours', () => {
  it('follows the theme of the settings and the direction of its words', async () => {
    const root = { dir: '', lang: '', dataset: {} as Record<string, string> };
    const stop = new AbortController();
    const api = { storage: fakeBrowser.storage };
    const dress = api as unknown as Parameters<typeof dressPage>[3]; // Only what is used.
    await keepTheme('dark', storage);
    dressPage(root as unknown as HTMLElement, stop.signal, 'ar', dress); // Only what is set.
    await vi.waitFor(() => expect(root.dataset.theme).toBe('dark'));
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
    dressPage(root as unknown as HTMLElement, stop.signal, 'en', dress); // Only what is set.
    expect([root.lang, root.dir]).toEqual(['en', 'ltr']);
    await keepTheme('system', storage);
    await vi.waitFor(() => expect(root.dataset.theme).toBeUndefined());
  });
});
