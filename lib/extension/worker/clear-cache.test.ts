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
  await requestCacheClear(api);
  await api.storage.session.set({ credential: 'x' });
  expect(listener).toHaveBeenCalledTimes(1);
  await requestCacheClear(api);
  expect(listener).toHaveBeenCalledTimes(2);
  controller.abort();
  await requestCacheClear(api);
  expect(listener).toHaveBeenCalledTimes(2);
});
