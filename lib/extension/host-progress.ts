import { browser } from './browser.ts';
import type { StorageApi } from './trusted-storage.ts';

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
const keyOf = (tabId: number, frameId: number): string => `${prefix}${tabId}:${frameId}`;

export function createHostProgress(api: StorageApi = browser): HostProgress {
  const area = api.storage.session;
  return {
    async load(tabId, frameId) {
      const key = keyOf(tabId, frameId);
      // Written by `save` below and by nobody else.
      return (await area.get(key))[key] as Progress | undefined;
    },
    async save(tabId, frameId, progress) {
      await area.set({ [keyOf(tabId, frameId)]: progress });
    },
    async forget(tabId) {
      const keys = Object.keys(await area.get(null));
      const gone = keys.filter((key) => key.startsWith(`${prefix}${tabId}:`));
      if (gone.length > 0) await area.remove(gone);
    },
  };
}
