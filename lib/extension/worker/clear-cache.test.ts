import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../browser/storage-api.ts';
import { onCacheClear, requestCacheClear } from './clear-cache.ts';

// The fake has the same shape; its type comes from another copy of the same declarations.
const api = fakeBrowser as unknown as StorageApi;

beforeEach(() => fakeBrowser.reset());

it('a request to delete saved copies reaches the worker, each time, until its signal aborts', async () => {
  const listener = vi.fn();
  const controller = new AbortController();
  onCacheClear(listener, controller.signal, api);
  await requestCacheClear(undefined, api);
  await api.storage.session.set({ credential: 'x' });
  expect(listener).toHaveBeenCalledTimes(1);
  await requestCacheClear(undefined, api);
  expect(listener).toHaveBeenCalledTimes(2);
  controller.abort();
  await requestCacheClear(undefined, api);
  expect(listener).toHaveBeenCalledTimes(2);
});

it('a request names the one connection whose copies it is about, or none', async () => {
  const listener = vi.fn();
  onCacheClear(listener, new AbortController().signal, api);
  await requestCacheClear('companion', api);
  await requestCacheClear(undefined, api);
  // As a script may write it.
  await api.storage.session.set({ 'cache.clear': 17 });
  expect(listener.mock.calls).toEqual([['companion'], [undefined], [undefined]]);
});
