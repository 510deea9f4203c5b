import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../browser/storage-api.ts';
import { clearCredential, loadCredential, onCredentialChanged, saveCredential } from './credentials.ts';

// The fake has the same shape; its type comes from another copy of the same declarations.
const api = fakeBrowser as unknown as StorageApi;
const binding = 'the CRM';

beforeEach(() => fakeBrowser.reset());

describe('the credential', () => {
  it('is absent at first', async () => {
    expect(await loadCredential(binding, api)).toBeUndefined();
  });

  it('stays in memory, and never reaches the disk, without Stay signed in', async () => {
    await saveCredential('token-1', { stay: false, binding }, api);
    expect(await loadCredential(binding, api)).toBe('token-1');
    expect(await api.storage.local.get()).toEqual({});
  });

  it('outlives the browser with Stay signed in', async () => {
    await saveCredential('token-1', { stay: true, binding }, api);
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential(binding, api)).toBe('token-1');
  });

  it('leaves the disk when it is saved again without Stay signed in', async () => {
    await saveCredential('token-1', { stay: true, binding }, api);
    await saveCredential('token-2', { stay: false, binding }, api);
    expect(await api.storage.local.get()).toEqual({});
    expect(await loadCredential(binding, api)).toBe('token-2');
  });

  it('is gone from memory and disk after signing out', async () => {
    await saveCredential('token-1', { stay: true, binding }, api);
    await clearCredential(api);
    expect(await loadCredential(binding, api)).toBeUndefined();
    expect(await api.storage.local.get()).toEqual({});
    expect(await api.storage.session.get()).toEqual({});
  });

  it('is none for another CRM, or the same at another address', async () => {
    await saveCredential('token-1', { stay: true, binding }, api);
    expect(await loadCredential('another CRM', api)).toBeUndefined();
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential('another CRM', api)).toBeUndefined();
    expect(await loadCredential(binding, api)).toBe('token-1');
  });

  it('of an earlier Ringside, which was bound to nothing, counts as none', async () => {
    await api.storage.local.set({ credential: 'token-1' });
    expect(await loadCredential(binding, api)).toBeUndefined();
  });

  it.each([17, '', null, { token: 'x' }, { value: '', for: 'the CRM' }, { value: 'token-1' }])(
    'that is not text counts as none: %j',
    async (value) => {
      await api.storage.session.set({ credential: value });
      expect(await loadCredential(binding, api)).toBeUndefined();
    },
  );

  it('tells who listens once a change, until the signal aborts', async () => {
    const listener = vi.fn();
    const controller = new AbortController();
    onCredentialChanged(listener, controller.signal, api);
    await saveCredential('token-1', { stay: true, binding }, api);
    await vi.waitFor(() => expect(listener.mock.calls).toEqual([['token-1']]));
    await clearCredential(api);
    await vi.waitFor(() => expect(listener.mock.lastCall).toEqual([undefined]));
    controller.abort();
    const calls = listener.mock.calls.length;
    await saveCredential('token-2', { stay: false, binding }, api);
    expect(listener).toHaveBeenCalledTimes(calls);
  });
});
