import type { HostInteraction, InteractionState } from '../host/host-event.ts';
import { stateRank } from '../host/state-rank.ts';
import { withoutParty } from './without-party.ts';

/** What is remembered of an interaction that has left the rail, against late and repeated events. */
export interface EndedInteraction {
  /** origin | adapter | host's id. */
  base: string;
  sequence?: number;
  startedAt?: string;
  /** Epoch milliseconds. */
  at: number;
  /** It ended only because its page went away: the host may say that it lives. */
  hostGone?: boolean;
}

/** `older`: a newer word is known. `echo`: repeats one that has ended. `never-live`: an end of what was not seen to live. */
export type HostDropReason = 'older' | 'echo' | 'never-live';

export type HostOutcome =
  | { kind: 'drop'; reason: HostDropReason }
  /** The first word of an interaction, or a new one under an id that the host uses again. */
  | { kind: 'new'; facts: HostInteraction }
  | { kind: 'update'; facts: HostInteraction };

/** Hosts without sequence and times may repeat themselves this long after the end. */
const lateForMs = 30_000;

/** It has not ended. */
export function isLive(state: InteractionState): boolean {
  return stateRank[state] < stateRank.finished;
}

export interface KnownInteraction {
  facts: HostInteraction;
  endedAt?: number;
  /** The event is of another party than these facts. */
  isOther?: boolean;
}

/**
 * Decides what an event means for what is known: hosts repeat, permute and lose them. A `sequence` orders them where the
 * host gives one; else a state never goes back, and a late event may only fill in what was not known (an identifier that
 * arrives late). Facts that a later event leaves out are kept: the party often vanishes from a host on answer. Not so name
 * and ContactID of a party in whose place another one is: they go with it, and a late event gives none to its successor.
 */
export function applyHostInteraction(
  known: KnownInteraction | undefined,
  ended: EndedInteraction | undefined,
  facts: HostInteraction,
  now: number,
): HostOutcome {
  if (known === undefined) {
    if (isLive(facts.state) && !isEcho(ended, facts, now)) return { kind: 'new', facts };
    return { kind: 'drop', reason: ended === undefined ? 'never-live' : 'echo' };
  }
  const before = known.facts;
  const kept = known.isOther ? withoutParty(before) : before;
  if (!isLive(before.state) && isLive(facts.state)) {
    const end: EndedInteraction = { base: '', at: known.endedAt ?? now, ...endOf(before) };
    if (before.endReason === 'host-gone' && !isOlder(before, facts))
      return { kind: 'update', facts: merge(kept, facts) };
    return isEcho(end, facts, now) ? { kind: 'drop', reason: 'echo' } : { kind: 'new', facts };
  }
  if (isOlder(before, facts)) return { kind: 'drop', reason: 'older' };
  if (before.sequence === undefined || facts.sequence === undefined) {
    if (stateRank[facts.state] < stateRank[before.state])
      return {
        kind: 'update',
        facts: merge(known.isOther ? withoutParty(facts) : facts, before, before),
      };
  }
  return { kind: 'update', facts: merge(kept, facts) };
}

/** What to remember of an interaction that leaves the rail. */
export function endOf(facts: HostInteraction): Pick<EndedInteraction, 'sequence' | 'startedAt' | 'hostGone'> {
  return {
    ...(facts.sequence !== undefined && { sequence: facts.sequence }),
    ...(facts.startedAt !== undefined && { startedAt: facts.startedAt }),
    ...(facts.endReason === 'host-gone' && { hostGone: true }),
  };
}

/** A live event that only repeats an interaction known to have ended. */
function isEcho(ended: EndedInteraction | undefined, facts: HostInteraction, now: number): boolean {
  if (ended === undefined) return false;
  if (facts.startedAt !== undefined && ended.startedAt !== undefined) {
    const again = Date.parse(facts.startedAt) === Date.parse(ended.startedAt);
    return again ? ended.hostGone !== true : Date.parse(facts.startedAt) < Date.parse(ended.startedAt);
  }
  if (ended.hostGone) return false;
  if (facts.sequence !== undefined && ended.sequence !== undefined && facts.sequence > ended.sequence)
    return false;
  return now - ended.at < lateForMs;
}

function isOlder(before: HostInteraction, facts: HostInteraction): boolean {
  return before.sequence !== undefined && facts.sequence !== undefined && facts.sequence < before.sequence;
}

/**
 * `over` laid over `under`: what it does not say is kept, except that a word on withholding settles the ClientID. Whether it
 * began before anybody was there, the first word said: a page that was loaded again may have lost it.
 */
function merge(
  under: HostInteraction,
  { joinedLate: _, ...over }: HostInteraction,
  { joinedLate } = under,
): HostInteraction {
  const { endReason, clientId, withheld, joinedLate: __, ...rest } = under;
  return {
    ...rest,
    ...(clientId && over.withheld !== true && { clientId }),
    ...(withheld !== undefined && over.clientId === undefined && { withheld }),
    ...(endReason && !isLive(over.state) && { endReason }),
    ...over,
    direction: over.direction === 'unknown' ? under.direction : over.direction,
    ...(joinedLate && { joinedLate }),
  };
}
