import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, hostSettingsSchema, type Settings } from '../../domain/settings.ts';
import type { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { createPortPair } from '../messages/fake-port-for-tests.ts';
import { refusePort } from '../messages/refuse-port.ts';
import { dressPage, followLanguage, keepHostLanguage, keepLook } from '../views/dress-page.ts';
import { holdUpdate } from './hold-update.ts';
import { openPanel, type PanelApi } from './surfaces/open-panel.ts';

const storage = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.

afterEach(() => vi.unstubAllGlobals());
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
  /** Its document, and words of two languages. */
  function start(browsers: readonly string[] = ['en-GB', 'pt-BR']) {
    vi.stubGlobal('navigator', { languages: browsers });
    const root = { dir: '', lang: '', dataset: {} as Record<string, string> };
    const life = new AbortController();
    const asked: string[] = [];
    let spoken = 'en';
    const draw = vi.fn();
    const page = {
      speak: async (wanted: readonly string[]) => {
        asked.push(wanted[0] ?? '');
        spoken = (wanted[0] ?? 'en').split('-')[0] ?? 'en';
      },
      language: () => spoken,
      ...{ draw, signal: life.signal },
    };
    const ready = dressPage(root as unknown as HTMLElement, page, storage); // Only what is set.
    return { root, life, asked, draw, ready };
  }
  const settings = (view: Partial<Settings['view']>, hosts: Settings['hosts'] = [host]): Settings => ({
    ...defaultSettings,
    hosts,
    view: { ...defaultSettings.view, ...view },
  });
  const host = hostSettingsSchema.parse({ origin: 'https://desk.example.com' });

  it('follows the theme of the settings, and what may be announced', async () => {
    await keepLook(settings({ theme: 'dark', discreet: true }), storage);
    const { root, ready } = start();
    await ready;
    expect(root.dataset).toEqual({ theme: 'dark', discreet: 'true' });
    await keepLook(settings({ theme: 'system' }), storage);
    await vi.waitFor(() => expect(root.dataset).toEqual({ discreet: 'false' }));
  });

  it('is drawn once its words are there, and anew in another language, in the direction of that', async () => {
    const { root, draw, ready } = start();
    expect(draw).not.toHaveBeenCalled();
    await ready;
    expect([draw.mock.calls.length, root.lang, root.dir]).toEqual([1, 'en', 'ltr']);
    await keepLook(settings({ theme: 'dark' }), storage);
    await vi.waitFor(() => expect(root.dataset.theme).toBe('dark'));
    expect(draw).toHaveBeenCalledOnce();
    await keepLook(settings({ language: 'pt' }), storage);
    await vi.waitFor(() => expect(draw).toHaveBeenCalledTimes(2));
    expect([root.lang, root.dir]).toEqual(['pt', 'ltr']);
  });

  it('speaks what was chosen, else what the host speaks, else what the browser does', async () => {
    const { asked, ready } = start();
    await ready;
    await keepHostLanguage('es', storage);
    await vi.waitFor(() => expect(asked.at(-1)).toBe('es'));
    await keepLook(settings({ language: 'pt' }), storage);
    // The browser's own kind of it.
    await vi.waitFor(() => expect(asked.at(-1)).toBe('pt-BR'));
    await keepLook(settings({}), storage);
    await vi.waitFor(() => expect(asked.at(-1)).toBe('es'));
    await keepLook(settings({}, []), storage);
    await vi.waitFor(() => expect(asked.at(-1)).toBe('en-GB'));
  });

  it('has a worker that speaks as it does', async () => {
    vi.stubGlobal('navigator', { languages: ['fr'] });
    const asked: string[] = [];
    followLanguage(async (wanted) => void asked.push(wanted[0] ?? ''), storage);
    await vi.waitFor(() => expect(asked).toEqual(['fr']));
    await keepHostLanguage('pt', storage);
    await vi.waitFor(() => expect(asked).toEqual(['fr', 'pt']));
  });
});
