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
const mostFrames = 500;
const keyOf = (tabId: number, frameId: number): string => `${prefix}${tabId}:${frameId}`;

export function createHostProgress(api: StorageApi = browser): HostProgress {
  const area = api.storage.session;
  /** Frames with something remembered, the newest last. */
  let known: Promise<Map<string, true>> | undefined;

  async function read(): Promise<Map<string, true>> {
    const keys = Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix));
    return new Map(keys.map((key) => [key, true]));
  }

  /** A page may make frames without end, each under a number of its own. */
  async function makeRoom(key: string): Promise<void> {
    known ??= read().catch(() => new Map());
    const frames = await known;
    const before = [...frames.keys()];
    keepNewest(frames, key, true, mostFrames);
    const gone = before.filter((one) => !frames.has(one));
    if (gone.length > 0) await area.remove(gone);
  }

  return {
    async load(tabId, frameId) {
      const key = keyOf(tabId, frameId);
      // Written by `save` below and by nobody else.
      return (await area.get(key))[key] as Progress | undefined;
    },
    async save(tabId, frameId, progress) {
      const key = keyOf(tabId, frameId);
      await area.set({ [key]: progress });
      await makeRoom(key);
    },
    async forget(tabId) {
      const keys = Object.keys(await area.get(null));
      const gone = keys.filter((key) => key.startsWith(`${prefix}${tabId}:`));
      if (gone.length > 0) await area.remove(gone);
    },
  };
}
