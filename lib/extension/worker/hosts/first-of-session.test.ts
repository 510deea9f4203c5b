import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../../browser/storage-api.ts';
import { firstOfSession } from './first-of-session.ts';

// The fake has the same shape; its type comes from another copy of the same declarations.
const api = fakeBrowser as unknown as StorageApi;

beforeEach(() => fakeBrowser.reset());

it('is the first worker of a session, and no later one', async () => {
  expect(await firstOfSession(api)).toBe(true);
  expect(await firstOfSession(api)).toBe(false);
  // What switching the extension off and on does.
  await fakeBrowser.storage.session.clear();
  expect(await firstOfSession(api)).toBe(true);
});

it('counts as the first where nothing can be remembered', async () => {
  const refuse = () => Promise.reject(new Error('no storage'));
  const session = { ...api.storage.session, get: refuse };
  expect(await firstOfSession({ ...api, storage: { ...api.storage, session } })).toBe(true);
});
