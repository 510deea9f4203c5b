import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../../browser/storage-api.ts';
import { createHostProgress } from './host-progress.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const kept = async () =>
  Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith('progress:')).length;

beforeEach(() => fakeBrowser.reset());

describe('what is remembered of the events of a page', () => {
  it('is of the newest frames, however many a page makes, and over the lives of a worker', async () => {
    for (let life = 0; life < 3; life += 1) {
      const progress = createHostProgress(api);
      for (let n = 0; n < 300; n += 1)
        await progress.save(1, life * 300 + n, { instance: 'a', upTo: n, told: false });
    }
    expect(await kept()).toBe(500);
    const progress = createHostProgress(api);
    expect(await progress.load(1, 899)).toEqual({ instance: 'a', upTo: 299, told: false });
    expect(await progress.load(1, 0)).toBeUndefined();
  });

  it('goes with its tab', async () => {
    const progress = createHostProgress(api);
    await progress.save(1, 0, { instance: 'a', upTo: 1, told: false });
    await progress.save(12, 0, { instance: 'b', upTo: 1, told: false });
    await progress.forget(1);
    expect(await progress.load(1, 0)).toBeUndefined();
    expect(await progress.load(12, 0)).toEqual({ instance: 'b', upTo: 1, told: false });
  });

  it('goes with its tab in a later life of the worker too, and makes room for others', async () => {
    const early = createHostProgress(api);
    for (let n = 0; n < 500; n += 1) await early.save(1, n, { instance: 'a', upTo: n, told: false });
    const progress = createHostProgress(api);
    await progress.forget(1);
    expect(await kept()).toBe(0);
    await progress.save(2, 0, { instance: 'b', upTo: 1, told: false });
    expect(await createHostProgress(api).load(2, 0)).toEqual({ instance: 'b', upTo: 1, told: false });
  });

  it('is found without reading whatever else the browser keeps for us', async () => {
    await createHostProgress(api).save(1, 0, { instance: 'a', upTo: 1, told: false });
    const get = vi.spyOn(api.storage.session, 'get');
    const progress = createHostProgress(api);
    await progress.load(1, 0);
    await progress.forget(1);
    await progress.save(2, 0, { instance: 'b', upTo: 1, told: false });
    expect(get.mock.calls.filter(([keys]) => keys === null || keys === undefined)).toEqual([]);
    get.mockRestore();
  });
});
