import { keepNewest } from '../../../domain/text/keep-newest.ts';
import { browser } from '../../browser/browser.ts';
import type { StorageApi } from '../../browser/storage-api.ts';

/** How far the events of one life of a content script were handled. */
export interface Progress {
  instance: string;
  upTo: number;
  /** It has told all that was live when it began. */
  told: boolean;
}

/**
 * Remembers, by tab and frame, which events were handled, so that a worker which was killed handles none twice. In
 * memory of the browser only: after a restart of the browser or an update the pages tell everything again.
 */
export interface HostProgress {
  load(tabId: number, frameId: number): Promise<Progress | undefined>;
  save(tabId: number, frameId: number, progress: Progress): Promise<void>;
  /** The tab is closed. */
  forget(tabId: number): Promise<void>;
}

const prefix = 'progress:';
/** The keys there are: the rest of what the browser keeps for us is not read for them. */
const indexKey = 'progress';
const mostFrames = 500;
const keyOf = (tabId: number, frameId: number): string => `${prefix}${tabId}:${frameId}`;

export function createHostProgress(api: StorageApi = browser): HostProgress {
  const area = api.storage.session;
  /** Frames with something remembered, the newest last. */
  let known: Promise<Map<string, true>> | undefined;

  function frames(): Promise<Map<string, true>> {
    known ??= area.get(indexKey).then(
      // Written below and by nobody else.
      ({ [indexKey]: keys = [] }) => new Map((keys as string[]).map((key) => [key, true])),
      () => new Map(),
    );
    return known;
  }

  return {
    async load(tabId, frameId) {
      const key = keyOf(tabId, frameId);
      // Written by `save` below and by nobody else.
      return (await area.get(key))[key] as Progress | undefined;
    },
    async save(tabId, frameId, progress) {
      const key = keyOf(tabId, frameId);
      const all = await frames();
      const before = [...all.keys()];
      // A page may make frames without end, each under a number of its own.
      keepNewest(all, key, true, mostFrames);
      const index = before.includes(key) ? {} : { [indexKey]: [...all.keys()] };
      await area.set({ [key]: progress, ...index });
      const gone = before.filter((one) => !all.has(one));
      if (gone.length > 0) await area.remove(gone);
    },
    async forget(tabId) {
      const all = await frames();
      const gone = [...all.keys()].filter((key) => key.startsWith(`${prefix}${tabId}:`));
      if (gone.length === 0) return;
      for (const key of gone) all.delete(key);
      await area.set({ [indexKey]: [...all.keys()] });
      await area.remove(gone);
    },
  };
}
