import type { Channel } from '../domain/host-event.ts';
import type { HostSource, LiveInteraction } from '../domain/live.ts';
import type { Desk } from './desk.ts';
import type { EngineParts } from './engine-parts.ts';
import { anchorOf } from './resolution-parts.ts';

/** Where two adapters of one tab could see the same call, the higher-ranked owns the channel and the other is mute. */
export class ChannelOwners {
  readonly #desk: Desk;
  readonly #adapter: NonNullable<EngineParts['adapter']>;

  constructor(desk: Desk, adapter: NonNullable<EngineParts['adapter']>) {
    this.#desk = desk;
    this.#adapter = adapter;
  }

  /** Whether a better adapter speaks for this channel; else the channel is this one's from now on. */
  muted(source: HostSource, channel: Channel): boolean {
    const slot = `${source.tabId}|${channel}`;
    const rank = this.#rank(source.adapter);
    const owner = this.#desk.owner(slot);
    if (owner && owner.adapter !== source.adapter && owner.rank > rank) return true;
    if (!owner || owner.rank < rank) {
      this.#desk.setOwner(slot, { adapter: source.adapter, rank, frameId: source.frameId });
    }
    return false;
  }

  /** What lesser adapters of the tab had shown on this channel before. */
  superseded({ source, facts }: LiveInteraction): LiveInteraction[] {
    return this.#desk.state.interactions.filter(
      (one) =>
        one.source.tabId === source.tabId &&
        one.facts.channel === facts.channel &&
        this.#rank(one.source.adapter) < this.#rank(source.adapter),
    );
  }

  #rank(adapter: string): number {
    return this.#adapter(adapter)?.rank ?? 0;
  }
}

/** The same call, now seen by a better adapter: all that the agent did for it goes on. */
export function inherit(live: LiveInteraction, former: LiveInteraction): LiveInteraction {
  const { rejected, declined, mode, writes, resolution } = former;
  const drafts = { ...former.drafts, ...live.drafts };
  return { ...live, rejected, declined, mode, writes, drafts, ...(anchorOf(former) && { resolution }) };
}
