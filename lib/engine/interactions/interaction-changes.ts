import { sameIdentifier, sameQuestion } from '../../domain/contact/identifier.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import { endOf, isLive } from '../../domain/interaction/apply-host-interaction.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import { withTimes } from '../../domain/interaction/interaction-times.ts';
import type { AnsweredInteraction } from '../../domain/interaction/live.ts';
import type { TabWord } from '../../domain/interaction/sighting.ts';
import { mergeSightings, type Sighting } from '../../domain/interaction/sighting.ts';
import { withWords } from '../../domain/interaction/tab-words.ts';
import type { LiveStore } from '../live/live-store.ts';
import { anchorOf } from '../live/resolution-parts.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { identified } from '../resolving/identify.ts';
import type { Resolvers } from '../resolving/resolvers.ts';
import type { Fronts } from './fronts.ts';

export interface InteractionChangesParts {
  liveStore: LiveStore;
  fronts: Fronts;
  resolver: Resolvers;
  outbox: Outbox;
  /** Of a host's numbers. */
  region: (origin: string) => string;
  now: () => number;
}

/** A host page that goes away may be back after a reload (D4). */
const goneMs = 60_000;
/** What was never answered, and what is categorised, stays for nobody. */
function leavesByItself({ facts, answeredAt }: AnsweredInteraction): boolean {
  return facts.state === 'closed' || answeredAt === undefined;
}

/** Signalling saw the end; a window contract or a page that has not said so by now has missed it. */
const missedEndMs = 5_000;
const keptFinished = 5;
const signalling = 20;
const ownContract = 30;

/** What becomes of an interaction when its adapters say something new: who it is, where it stands, when it leaves. */
export class InteractionChanges {
  readonly #parts: InteractionChangesParts;

  constructor(parts: InteractionChangesParts) {
    this.#parts = parts;
  }

  /** The interaction as its sightings now say it is. */
  update(known: AnsweredInteraction, sightings: Sighting[]): void {
    const { liveStore, now, region } = this.#parts;
    const { lead, facts, told } = mergeSightings(sightings);
    const { hostGoneUntil, finishAt: _, missedEnd: __, ...rest } = known;
    const by = sightings.find(({ source }) => source.adapter === told.contactId) ?? lead;
    const merged = { ...rest, source: lead.source, facts, told, sightings, contactIdFrom: by.contactIdFrom };
    const { answers } = known;
    const heard = { ...withTimes(identified(merged, region(merged.source.origin)), known, now()), answers };
    if (!isLive(facts.state)) {
      // Nothing is ahead of what is over.
      this.#end(heard);
      // Another sight may be the one that counts at the end, and it may have said another party.
      if (liveStore.get(known.key) !== undefined) this.#turnTo(known, heard);
      return;
    }
    const changed: AnsweredInteraction = {
      ...heard,
      ...(sightings.every(({ gone }) => gone) && { hostGoneUntil: hostGoneUntil ?? now() + goneMs }),
      ...missedEndOf(lead, sightings, now()),
    };
    liveStore.put(changed);
    const answered = known.answeredAt === undefined && facts.state === 'active';
    this.#parts.fronts.follow(changed, { answered });
    this.#turnTo(known, changed);
  }

  /** Looks for whom it names now, where that is not whom it named before; of them nothing stays on screen. */
  #turnTo(known: AnsweredInteraction, changed: AnsweredInteraction): void {
    const { liveStore, resolver } = this.#parts;
    const { facts } = changed;
    const other =
      !sameQuestion(known.identifier, changed.identifier) || known.facts.contactId !== facts.contactId;
    const settled = known.facts.withheld !== facts.withheld && changed.identifier === undefined;
    if (!other && !settled) return;
    // Another person: what was shown goes at once. One who becomes known late: what the agent chose stays.
    const arrived =
      (known.identifier === undefined || sameIdentifier(known.identifier, changed.identifier)) &&
      (known.facts.contactId === undefined || known.facts.contactId === facts.contactId);
    if (!arrived || anchorOf(known) === undefined) {
      resolver.cancel(known.key);
      const { rejected, declined } = arrived ? changed : { rejected: [], declined: [] };
      liveStore.put(resolver.before({ ...changed, rejected, declined }));
    }
    resolver.start(known.key);
  }

  /** The interaction as its tabs now have it. */
  hear(live: AnsweredInteraction, words: (sighting: Sighting) => TabWord[]): void {
    this.update(
      live,
      live.sightings.map((one) => withWords(one, words(one))),
    );
  }

  /** As `update`, but nothing of whom was shown is kept: it is looked for anew. */
  renew(known: AnsweredInteraction, sightings: Sighting[]): void {
    const { liveStore, resolver } = this.#parts;
    this.update(known, sightings);
    resolver.cancel(known.key);
    const left = liveStore.patch(known.key, (live) => resolver.before(live));
    if (left) resolver.start(known.key);
  }

  /** Ends it for every adapter that still calls it live. */
  finish(live: AnsweredInteraction, end: Pick<HostInteraction, 'state' | 'endReason'>): void {
    const sightings = live.sightings.map((one) =>
      isLive(one.facts.state)
        ? {
            ...one,
            facts: { ...one.facts, ...end },
            stateSince: this.#parts.now(),
            endedAt: this.#parts.now(),
          }
        : one,
    );
    this.update(live, sightings);
  }

  /** What was never answered leaves the rail; what was stays, until it is closed or the agent takes it away. */
  #end(live: AnsweredInteraction): void {
    const { liveStore } = this.#parts;
    if (leavesByItself(live) && !this.#parts.outbox.holds(live.key)) {
      this.leave(live);
      return;
    }
    liveStore.put(live);
    this.evictFinished();
    const next = liveStore.state.interactions.find(({ facts }) => facts.state === 'active');
    if (liveStore.state.front === live.key && next) this.#parts.fronts.follow(next);
  }

  /** Out of the rail; late words of it are known for echoes. */
  leave(live: AnsweredInteraction): void {
    const { liveStore, now, resolver } = this.#parts;
    resolver.cancel(live.key);
    const ends = live.sightings.map(({ source, facts, endedAt }) => ({
      base: interactionKey(source, facts.id),
      at: endedAt ?? live.endedAt ?? now(),
      ...endOf(facts),
    }));
    liveStore.remove(live.key, ends);
    this.#parts.outbox.show();
    this.#parts.fronts.left(live.key);
  }

  /** A write for it has ended: what stayed for that alone leaves now. */
  afterWrite(key: string): void {
    const live = this.#parts.liveStore.get(key);
    if (!live || isLive(live.facts.state) || this.#parts.outbox.holds(key)) return;
    if (leavesByItself(live)) this.leave(live);
    else this.evictFinished();
  }

  /** Only the newest finished ones stay, and those with something typed or not saved. */
  evictFinished(): void {
    const { interactions, front } = this.#parts.liveStore.state;
    const finished = interactions.filter(({ facts }) => !isLive(facts.state));
    const unread = finished.filter(
      ({ key, drafts }) =>
        key !== front && Object.keys(drafts).length === 0 && !this.#parts.outbox.holds(key),
    );
    for (const live of unread.slice(0, Math.max(0, finished.length - keptFinished))) this.leave(live);
  }
}

/** Signalling saw the end of a call that a lesser witness still calls live: it ends so, unless it speaks again. */
function missedEndOf(
  lead: Sighting,
  sightings: Sighting[],
  now: number,
): Pick<AnsweredInteraction, 'finishAt' | 'missedEnd'> {
  const end = sightings.find(({ rank, facts }) => rank === signalling && !isLive(facts.state));
  if (!end || lead === end || lead.rank > ownContract || !isLive(lead.facts.state)) return {};
  if (lead.stateSince > (end.endedAt ?? now)) return {};
  const { state, endReason } = end.facts;
  return {
    finishAt: (end.endedAt ?? now) + missedEndMs,
    missedEnd: { state, ...(endReason && { endReason }) },
  };
}
