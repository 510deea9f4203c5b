import { sameIdentifier, sameQuestion } from '../../domain/contact/identifier.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import { applyHostInteraction, isLive } from '../../domain/interaction/apply-host-interaction.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import { timeOf, withTimes } from '../../domain/interaction/interaction-times.ts';
import type { AnsweredInteraction, LiveInteraction } from '../../domain/interaction/live.ts';
import { likenesses, likenessOf, type Sighting } from '../../domain/interaction/sighting.ts';
import { endsThereAlone, wordsAfter, wordsOf } from '../../domain/interaction/tab-words.ts';
import type { Settings } from '../../domain/settings.ts';
import type { EngineParts } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import { anchorOf } from '../live/resolution-parts.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { OwnWork } from '../outbox/own-work.ts';
import { identified } from '../resolving/identify.ts';
import type { Resolvers } from '../resolving/resolvers.ts';
import { Fronts } from './fronts.ts';
import { HostPages } from './host-pages.ts';
import { Inboxes } from './inboxes.ts';
import { InteractionChanges } from './interaction-changes.ts';
import { isOtherParty, sightingOf, withIdentity, withParty } from './sighting-of.ts';
import { isSight, namesOfSeveral, sightIn } from './sights.ts';

export interface InteractionsParts {
  liveStore: LiveStore;
  work: OwnWork;
  outbox: Outbox;
  resolver: Resolvers;
  adapter: NonNullable<EngineParts['adapter']>;
  settings: () => Settings;
  /** Of a host's numbers. */
  region: (origin: string) => string;
  now: () => number;
  dropped: NonNullable<EngineParts['onDropped']>;
}

/** More live interactions of one origin than any agent has are a page that misbehaves. */
const mostOfOneOrigin = 100;

/**
 * What hosts say becomes live interactions here: one for each, whichever adapters see it and in whatever order and
 * however often they say so.
 */
export class Interactions {
  readonly #parts: InteractionsParts;
  readonly #changes: InteractionChanges;
  readonly fronts: Fronts;
  readonly pages: HostPages;
  readonly inboxes: Inboxes;

  constructor(parts: InteractionsParts) {
    this.#parts = parts;
    this.fronts = new Fronts(parts.liveStore, parts.now);
    this.#changes = new InteractionChanges({ ...parts, fronts: this.fronts });
    this.pages = new HostPages(parts.liveStore, this.#changes);
    this.inboxes = new Inboxes(parts.liveStore, parts.settings);
  }

  focus(source: HostSource, id: string | null): void {
    const live = this.fronts.focused(id === null ? undefined : { ...source, id });
    if (live) this.fronts.look(live.key);
  }

  upsert(source: HostSource, said: HostInteraction): void {
    const { liveStore, now, region, settings, dropped } = this.#parts;
    const host = settings().hosts.find(({ origin }) => origin === source.origin);
    if (said.direction === 'internal' && !host?.popInternal) return void dropped(source, 'internal');
    const known = this.#find(source, said.id);
    const before = known && sightIn(known, source, said.id);
    if (known && before && endsThereAlone(before, source, said)) {
      dropped(source, 'echo');
      return void this.#changes.hear(known, (one) =>
        one === before ? wordsAfter(one, source, said) : wordsOf(one),
      );
    }
    const told = {
      source,
      said,
      host,
      adapter: this.#parts.adapter,
      region: region(source.origin),
      own: liveStore.state.connections.flatMap(({ agent }) => agent ?? []),
      now: now(),
    };
    const seen = sightingOf({ ...told, before });
    const base = interactionKey(source, said.id);
    const was = before && { ...before, isOther: isOtherParty(before, seen) };
    const outcome = applyHostInteraction(was, liveStore.ended(base), seen.facts, now());
    if (outcome.kind === 'drop') return void dropped(source, outcome.reason);
    if (said.contactId !== undefined && seen.facts.contactId === undefined)
      dropped(source, 'untrusted-contact-id');
    // When and in which tabs its former life was seen says nothing of an id that is used again.
    const fresh = outcome.kind === 'new' ? sightingOf({ ...told, before: undefined }) : seen;
    const read = withIdentity({ ...fresh, facts: outcome.facts }, region(source.origin));
    const sighting = outcome.kind === 'update' && before ? withParty(read, before, now()) : read;
    if (outcome.kind === 'update' && known) return void this.#see(known, sighting);
    // One with something not saved stays beside its successor.
    if (known && !this.#parts.outbox.holds(known.key)) this.#changes.leave(known);
    const others = liveStore.state.interactions.filter((one) => one.source.origin === source.origin);
    if (others.length >= mostOfOneOrigin) return void dropped(source, 'too-many');
    const same = this.#sameAs(sighting);
    if (same) return void this.#see(same, sighting);
    // A host that uses an id again must not meet the drafts or lookups of its former life.
    return void this.#begin(known ? interactionKey(source, said.id, now()) : base, sighting);
  }

  /** Numbers are read again, now that a workspace's region is known; what turns out to be another's is looked for anew. */
  renormalise(): void {
    const { liveStore, region, resolver } = this.#parts;
    for (const live of liveStore.state.interactions) {
      const there = region(live.source.origin);
      const sightings = live.sightings.map((one) => withIdentity(one, region(one.source.origin)));
      const read = { ...identified({ ...live, sightings }, there), answers: live.answers };
      if (sameQuestion(live.identifier, read.identifier)) continue;
      // Of another reading is another person; whom the agent chose by hand stays.
      const isOther = live.identifier !== undefined && anchorOf(live) === undefined;
      liveStore.put(isOther ? resolver.before(read) : read);
      resolver.start(live.key);
    }
  }

  /** Finishes what a gone host has not said again in time, and what only signalling has seen the end of. */
  tick(): void {
    const { liveStore, now } = this.#parts;
    for (const live of liveStore.state.interactions) {
      if (!isLive(live.facts.state)) continue;
      const due = live.finishAt !== undefined && live.finishAt <= now();
      if (due) this.#changes.finish(live, live.missedEnd ?? { state: 'finished' });
      else if (live.hostGoneUntil !== undefined && live.hostGoneUntil <= now()) {
        this.#changes.finish(live, { state: 'finished', endReason: 'host-gone' });
      }
    }
    this.fronts.tick();
  }

  /** What is not saved is saved or given up first: it comes to the front, where that is offered. */
  dismiss(key: string): void {
    const live = this.#parts.liveStore.get(key);
    if (!live || isLive(live.facts.state)) return;
    if (this.#parts.outbox.holds(key)) this.fronts.show(key);
    else this.#changes.leave(live);
  }

  afterWrite(key: string): void {
    this.#changes.afterWrite(key);
  }

  /** The live interaction, other than `own`, that this is another sight of: the surest one. */
  #sameAs(sighting: Sighting, own?: AnsweredInteraction): AnsweredInteraction | undefined {
    const others = this.#parts.liveStore.state.interactions.filter((one) => one.key !== own?.key);
    const worn = namesOfSeveral(others);
    const same = others.flatMap((live) => {
      const by = isLive(live.facts.state) && likenessOf(sighting, live.sightings, worn);
      return by ? [{ live, likeness: likenesses.indexOf(by) }] : [];
    });
    // Of two calls of one party the one that began in the same moment; either way it is the same person.
    const apart = ({ startedAt }: AnsweredInteraction) => Math.abs(startedAt - sighting.since);
    return same.toSorted((a, b) => a.likeness - b.likeness || apart(a.live) - apart(b.live))[0]?.live;
  }

  #begin(key: string, sighting: Sighting): void {
    const { liveStore, now, region, resolver } = this.#parts;
    const { source, facts } = sighting;
    const bare: LiveInteraction = {
      key,
      source,
      facts,
      sightings: [sighting],
      contactIdFrom: sighting.contactIdFrom,
      resolution: { status: 'idle' },
      drafts: {},
      rejected: [],
      declined: [],
      mode: this.inboxes.modeFor(source),
      writes: [],
      startedAt: timeOf(facts.startedAt) ?? now(),
    };
    const live = { ...withTimes(identified(bare, region(source.origin)), undefined, now()), answers: [] };
    liveStore.put(live);
    this.#parts.outbox.show();
    this.#changes.evictFinished();
    this.fronts.begin(live);
    resolver.start(key);
    this.#parts.work.bring(key);
  }

  /** One adapter's word of an interaction that is known. */
  #see(live: AnsweredInteraction, sighting: Sighting): void {
    const others = live.sightings.filter((one) => !isSight(one, sighting));
    const before = live.sightings.find((one) => isSight(one, sighting));
    if (before && others.length > 0 && this.#isAnother(before, sighting, others)) {
      // Whoever was chosen may have been meant for the other party.
      this.#changes.renew(live, others);
      return void this.#begin(
        interactionKey(sighting.source, sighting.facts.id, this.#parts.now()),
        sighting,
      );
    }
    this.#changes.update(live, [...others, sighting]);
    const known = this.#parts.liveStore.get(live.key);
    if (known && isLive(known.facts.state) && others.length === 0) this.#joinOthers(known, sighting);
  }

  /**
   * It was taken for the same by the moment alone, and now names another party; or two pages in which the same adapter reads
   * had a call of one name and one party, and name two parties now: each speaks for its own.
   */
  #isAnother(before: Sighting, { identifier, source }: Sighting, others: Sighting[]): boolean {
    if (identifier === undefined) return false;
    const told = before.identifier ? others.filter((one) => one.source.adapter === source.adapter) : others;
    return told.some((one) => one.identifier !== undefined && !sameIdentifier(one.identifier, identifier));
  }

  /** Two that were apart turn out to be one, now that the party is known; what the agent did for either goes on. */
  #joinOthers(live: AnsweredInteraction, sighting: Sighting): void {
    const { liveStore, work, outbox } = this.#parts;
    const first = this.#sameAs(sighting, live);
    if (!first) return;
    const worked = anchorOf(first) === undefined && anchorOf(live) !== undefined;
    const { front, pinned } = liveStore.state;
    this.#parts.resolver.cancel(live.key);
    liveStore.remove(live.key);
    liveStore.set({
      ...(front === live.key && { front: first.key }),
      ...(pinned === live.key && { pinned: first.key }),
    });
    const anchor = worked ? anchorOf(live)?.contact.id : undefined;
    const rejected = [...new Set([...first.rejected, ...live.rejected])].filter((id) => id !== anchor);
    liveStore.put({
      ...first,
      drafts: { ...live.drafts, ...first.drafts },
      rejected,
      declined: [...new Set([...first.declined, ...live.declined])],
      ...(worked && { answers: live.answers, resolution: live.resolution }),
    });
    work.move(live.key, first.key);
    outbox.move(live.key, first.key);
    const inherited = liveStore.get(first.key) ?? first;
    const sightings = [...first.sightings, sighting];
    // Whoever is shown may be among those of whom the agent said *Not this person* on the other one.
    const doubted = !worked && rejected.length > first.rejected.length;
    if (doubted) this.#changes.renew(inherited, sightings);
    else this.#changes.update(inherited, sightings);
  }

  #find(source: Pick<HostSource, 'origin' | 'adapter'>, id: string): AnsweredInteraction | undefined {
    return this.#parts.liveStore.state.interactions.findLast((one) => sightIn(one, source, id) !== undefined);
  }
}
