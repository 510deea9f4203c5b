import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import { isPageGone } from '../../domain/interaction/front.ts';
import type { TabWord } from '../../domain/interaction/sighting.ts';
import { wordsOf } from '../../domain/interaction/tab-words.ts';
import type { HostPlace } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { InteractionChanges } from './interaction-changes.ts';

/** What the coming and going of pages means for what they told. */
export class HostPages {
  readonly #liveStore: LiveStore;
  readonly #changes: InteractionChanges;

  constructor(liveStore: LiveStore, changes: InteractionChanges) {
    this.#liveStore = liveStore;
    this.#changes = changes;
  }

  gone(page: { tabId: number; frameId?: number }): void {
    const isGone = ({ source }: TabWord) =>
      source.tabId === page.tabId && (page.frameId === undefined || source.frameId === page.frameId);
    for (const live of this.#liveStore.state.interactions) {
      if (!isLive(live.facts.state) || !live.sightings.flatMap(wordsOf).some(isGone)) continue;
      this.#changes.hear(live, (one) =>
        wordsOf(one).map((word) => (isGone(word) ? { ...word, gone: true } : word)),
      );
    }
  }

  back(page: { tabId: number; frameId: number }): void {
    const isBack = ({ source, gone }: TabWord) =>
      gone && source.tabId === page.tabId && source.frameId === page.frameId;
    for (const live of this.#liveStore.state.interactions) {
      if (!live.sightings.flatMap(wordsOf).some(isBack)) continue;
      this.#changes.hear(live, (one) =>
        wordsOf(one).map((word) => (isBack(word) ? { ...word, gone: false } : word)),
      );
    }
  }

  /**
   * What former documents of this place told is over, as far as no later one has told it again: theirs has told all that
   * is live, or none will come. What still has a page elsewhere goes on there.
   */
  told({ tabId, frameId, origin }: HostPlace): void {
    const isTold = ({ source, gone }: TabWord) =>
      gone &&
      source.tabId === tabId &&
      (frameId === undefined || source.frameId === frameId) &&
      (origin === undefined || source.origin === origin);
    for (const { key, sightings } of this.#liveStore.state.interactions) {
      if (!sightings.flatMap(wordsOf).some(isTold)) continue;
      const live = this.#liveStore.patch(key, (one) => ({
        ...one,
        sightings: one.sightings.map((sight) => ({
          ...sight,
          tabs: wordsOf(sight).map((word) => (isTold(word) ? { ...word, live: false } : word)),
        })),
      }));
      if (live && isPageGone(live) && !live.sightings.flatMap(wordsOf).some((word) => word.live))
        this.#changes.finish(live, { state: 'finished', endReason: 'host-gone' });
    }
  }
}
