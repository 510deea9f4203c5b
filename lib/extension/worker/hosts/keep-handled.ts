import { log } from '../../browser/log.ts';
import type { HostPage } from './host-page.ts';
import type { HostProgress, Progress } from './host-progress.ts';

/**
 * Remembers how far each frame's events were handled: they count as handled once their effects would survive a kill, and the
 * next ones are taken up without waiting for that.
 */
export interface KeepHandled {
  /** What the former life of a frame there told, or this one over another Port, once nothing of it is on its way any more. */
  load(page: HostPage): Promise<Progress | undefined>;
  /**
   * Remembers how `page` stands, with its events up to this number as soon as `effects` come to their end; one after the other
   * for each frame. Resolves when that is remembered, or cannot be.
   */
  save(page: HostPage, upTo?: number, effects?: Promise<unknown>): Promise<void>;
}

export function createKeepHandled(progress: HostProgress): KeepHandled {
  const chains = new Map<string, Promise<void>>();
  const keyOf = ({ tabId, frameId }: HostPage): string => `${tabId}:${frameId}`;

  async function saveNow(page: HostPage, upTo: number | undefined): Promise<void> {
    page.kept = upTo ?? page.kept;
    const { opened, tabId, frameId, kept, told } = page;
    if (opened) await progress.save(tabId, frameId, { instance: opened.instance, upTo: kept, told });
  }

  return {
    async load(page) {
      await chains.get(keyOf(page));
      return progress.load(page.tabId, page.frameId);
    },
    save(page, upTo, effects) {
      const key = keyOf(page);
      const done = Promise.all([chains.get(key), effects])
        .then(() => saveNow(page, upTo))
        .catch((error) => log('error', 'what a host told is not known to be kept', { error }))
        .finally(() => {
          if (chains.get(key) === done) chains.delete(key);
        });
      chains.set(key, done);
      return done;
    },
  };
}
