import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import {
  loadSettings,
  onSettingsChanged,
  SettingsReadOnlyError,
  saveSettings,
  updateSettings,
} from './settings.ts';

// The fake has the same shape; its type comes from another copy of the same declarations.
const api = fakeBrowser as unknown as StorageApi;
const host = {
  origin: 'https://desk.example.com',
  label: 'Desk',
  trustContactIdHeader: true,
  campaignHeader: 'X-Queue',
  popInternal: true,
};

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the defaults at first, and nothing is written by reading', async () => {
    expect(await loadSettings(api)).toEqual({ settings: defaultSettings, readOnly: false });
    expect(await api.storage.local.get()).toEqual({});
  });

  it('come back as they were saved', async () => {
    const settings: Settings = { ...defaultSettings, hosts: [host], surface: 'badge' };
    await saveSettings(settings, api);
    expect(await loadSettings(api)).toEqual({ settings, readOnly: false });
  });

  it('that are not valid are not saved', async () => {
    await saveSettings({ ...defaultSettings, hosts: [host] }, api);
    await expect(
      saveSettings({ ...defaultSettings, hosts: [{ ...host, origin: 'nowhere' }] }, api),
    ).rejects.toThrow();
    expect((await loadSettings(api)).settings.hosts).toEqual([host]);
  });

  it('of a newer version are read-only and stay as they are', async () => {
    const newer = { version: 3, surface: 'badge', later: { kept: true } };
    await api.storage.local.set({ settings: newer });
    const loaded = await loadSettings(api);
    expect(loaded).toMatchObject({ readOnly: true, settings: { surface: 'badge' } });
    expect(loaded.problem).toMatchObject({ code: 'newer' });
    await expect(saveSettings(defaultSettings, api)).rejects.toBeInstanceOf(SettingsReadOnlyError);
    expect(await api.storage.local.get('settings')).toEqual({ settings: newer });
  });

  it('that are damaged are kept aside, and the defaults hold', async () => {
    await api.storage.local.set({ settings: { version: 1, surface: 'hologram' } });
    const loaded = await loadSettings(api);
    expect(loaded).toMatchObject({ settings: defaultSettings, readOnly: false });
    expect(loaded.problem).toMatchObject({ code: 'damaged', paths: [expect.stringContaining('surface')] });
    await saveSettings({ ...defaultSettings, notifyPerson: true }, api);
    expect(await api.storage.local.get('settings.damaged')).toEqual({
      'settings.damaged': { version: 1, surface: 'hologram' },
    });
    expect(await loadSettings(api)).toEqual({
      settings: { ...defaultSettings, notifyPerson: true },
      readOnly: false,
    });
  });

  it('lose no change when several are made at once', async () => {
    const remember = (key: string) =>
      updateSettings(
        (settings) => ({
          ...settings,
          view: { ...settings.view, remembered: { ...settings.view.remembered, [key]: 'full' } },
        }),
        api,
      );
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(remember));
    expect(Object.keys((await loadSettings(api)).settings.view.remembered)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('tell who listens, until the signal aborts', async () => {
    const listener = vi.fn();
    const controller = new AbortController();
    onSettingsChanged(listener, controller.signal, api);
    await saveSettings({ ...defaultSettings, notifyPerson: true }, api);
    await api.storage.local.set({ something: 'else' });
    expect(listener.mock.calls).toEqual([[{ ...defaultSettings, notifyPerson: true }]]);
    controller.abort();
    await saveSettings(defaultSettings, api);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('that somebody damages tell the defaults', async () => {
    const listener = vi.fn();
    onSettingsChanged(listener, new AbortController().signal, api);
    await api.storage.local.set({ settings: 'nonsense' });
    expect(listener.mock.calls).toEqual([[defaultSettings]]);
  });
});
