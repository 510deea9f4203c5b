import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings, onSettingsChanged, updateSettings } from '../storage/settings.ts';
import { createKeptArea } from './kept-area.ts';
import type { StorageApi } from './storage-api.ts';
import { protectStorage } from './trusted-storage.ts';

const plain = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const open = (): StorageApi => ({ storage: createKeptArea(plain) });

beforeEach(() => {
  fakeBrowser.reset();
  // Dexie says that a database is deleted which is open still.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => Dexie.delete('kept'));

describe('storage that the browser can close', () => {
  it('is closed to content scripts, what is kept on disk too', async () => {
    const session = { setAccessLevel: vi.fn(async () => {}) };
    const local = { setAccessLevel: vi.fn(async () => {}) };
    await protectStorage({ storage: { session, local } });
    expect(session.setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    expect(local.setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('says so where the browser refuses', async () => {
    const local = { setAccessLevel: () => Promise.reject(new Error('no')) };
    await expect(protectStorage({ storage: { session: {}, local } })).rejects.toThrow('no');
  });
});

describe('storage in a browser that cannot close its own', () => {
  it('holds settings where no content script looks, and reads them back in a new page', async () => {
    await updateSettings((settings) => ({ ...settings, surface: 'badge' }), open());
    expect(await plain.storage.local.get(null)).toEqual({});
    expect((await loadSettings(open())).settings.surface).toBe('badge');
  });

  it('does not believe what a content script writes into the browser’s own', async () => {
    await updateSettings((settings) => ({ ...settings, surface: 'badge' }), open());
    const forged = { version: 1, surface: 'notification' };
    const listener = vi.fn();
    onSettingsChanged(listener, new AbortController().signal, open());
    await plain.storage.local.set({ settings: forged, credential: { value: 'theirs', for: '' } });
    expect((await loadSettings(open())).settings.surface).toBe('badge');
    expect(await open().storage.local.get('credential')).toEqual({});
    expect(listener).not.toHaveBeenCalled();
  });

  it('takes over the settings of an earlier version once, and no credential', async () => {
    await plain.storage.local.set({ settings: { version: 1, surface: 'badge' }, credential: 'unbound' });
    const [one, other] = await Promise.all([loadSettings(open()), loadSettings(open())]);
    expect([one.settings.surface, other.settings.surface]).toEqual(['badge', 'badge']);
    expect(await plain.storage.local.get(null)).toEqual({});
    expect(await open().storage.local.get(null)).toEqual({
      settings: { version: 1, surface: 'badge' },
    });
    await plain.storage.local.set({ settings: { version: 1, surface: 'notification' } });
    expect((await loadSettings(open())).settings.surface).toBe('badge');
  });

  it('tells the other pages and the worker what changed, until the signal aborts', async () => {
    const [page, worker] = [open(), open()];
    const listener = vi.fn();
    const stop = new AbortController();
    onSettingsChanged(listener, stop.signal, worker);
    await updateSettings((settings) => ({ ...settings, surface: 'badge' }), page);
    await vi.waitFor(() => expect(listener.mock.lastCall?.[0]).toMatchObject({ surface: 'badge' }));
    await page.storage.local.remove('settings');
    await vi.waitFor(() => expect(listener.mock.lastCall?.[0]).toMatchObject({ surface: 'card' }));
    stop.abort();
    const calls = listener.mock.calls.length;
    await updateSettings((settings) => settings, page);
    expect(listener).toHaveBeenCalledTimes(calls);
  });
});
