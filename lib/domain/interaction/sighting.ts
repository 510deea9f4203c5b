import { type Identifier, sameIdentifier } from '../contact/identifier.ts';
import type { HostInteraction } from '../host/host-event.ts';
import type { HostSource } from '../host/host-source.ts';
import { withoutParty } from './without-party.ts';

/** What one adapter says of an interaction; several may see the same one, in one tab or in two. */
export interface Sighting {
  source: HostSource;
  /** The adapter's own words, last accepted; a ContactID that may not be trusted (A1) is left out. */
  facts: HostInteraction;
  contactIdFrom: 'header' | 'contract';
  /** 40 host protocol, 30 a host's own contract, 20 signalling, 10 DOM. */
  rank: number;
  /** The facts' ClientID, normalised. */
  identifier?: Identifier;
  /** When it last said another party, name or ContactID than before; absent where it never did. */
  partySince?: number;
  /** Whom it named before the one that it names now. */
  formerly?: { identifier: Identifier; at: number };
  /** When we heard of it first, and of its state last; epoch milliseconds. */
  since: number;
  stateSince: number;
  /** When its adapter first called it answered; absent while it rings. The same as `since` where nobody saw it ring. */
  talkingSince?: number;
  endedAt?: number;
  /** Its page is gone, in every tab that had it. */
  gone?: boolean;
  /** What each tab said last; absent where only `source` has spoken. */
  tabs?: TabWord[];
}

/**
 * One phone may be open in several tabs, and each shows the same call under the same id: it rings in all of them, is
 * answered or rejected in one, and stops in the others. They are one sight; this is what each of them said of it last.
 */
export interface TabWord {
  source: HostSource;
  /** It has not ended there. */
  live: boolean;
  /** It was answered there. */
  talked: boolean;
  /** Its page is gone. */
  gone?: boolean;
}

/** Shorter ids are counters that any two pages may share. */
const shortestName = 8;
/** Two strategies notice the same ring, or the same answer, within this time. */
const sameMomentMs = 5_000;
/** A page may show the ring of one call this much later than signalling has it. */
const sameRingMs = 30_000;

/** By what two sights are known to be of one interaction, the surest first. */
export const likenesses = ['id', 'name', 'party', 'moment'] as const;
export type Likeness = (typeof likenesses)[number];

/** Ids under which another strategy may know the same exchange. */
export function namesOf({ facts }: Pick<Sighting, 'facts'>): string[] {
  return [facts.id, ...(facts.correlation ?? [])].filter((name) => name.length >= shortestName);
}

/**
 * Whether `seen` is another sight of the interaction that `others` saw, and by what: by a name that is the id of either,
 * by another name that both know, else by tab, party and time. Never where the party is known to be another, and never a
 * second one of an adapter that lists it already: an adapter that sees two calls sees two calls.
 *
 * Some phones send the same "call id" header with each call. So a name that is nobody's id counts only where the times
 * agree, and not at all where it is among the `worn`: those that several interactions carry.
 */
export function likenessOf(
  seen: Sighting,
  others: readonly Sighting[],
  worn: ReadonlySet<string> = new Set(),
): Likeness | undefined {
  if (
    others.some(
      (one) => one.source.adapter === seen.source.adapter && one.source.origin === seen.source.origin,
    )
  ) {
    return undefined;
  }
  if (others.some((one) => one.facts.channel !== seen.facts.channel || !partyFits(one, seen)))
    return undefined;
  const sameTab = others.some((one) => one.source.tabId === seen.source.tabId);
  const sameParty = others.some((one) => sameIdentifier(one.identifier, seen.identifier));
  // A page of another tab could have heard of a name; that it knows the party too makes the two one.
  const near = sameTab || sameParty;
  if (near && others.some((one) => hasIdOf(one, seen) || hasIdOf(seen, one))) return 'id';
  if (others.some((one) => isAnotherTime(one, seen))) return undefined;
  const names = new Set(namesOf(seen).filter((name) => !worn.has(name)));
  if (near && others.some((one) => namesOf(one).some((name) => names.has(name)))) return 'name';
  if (!sameTab || others.some((one) => !directionFits(one, seen))) return undefined;
  if (sameParty) return 'party';
  return others.some((one) => sameMoment(one, seen)) ? 'moment' : undefined;
}

/** `named` knows the other by its own id; rules put their name and a colon before it. */
function hasIdOf(named: Sighting, { facts: { id } }: Sighting): boolean {
  return namesOf(named).some((name) => name === id || id.endsWith(`:${name}`));
}

/** One call does not ring again once it is answered, nor twice; where a page shows it late, it shows it answered. */
function isAnotherTime(a: Sighting, b: Sighting): boolean {
  if (a.facts.channel !== 'phone') return false;
  if (rang(a) && rang(b) && Math.abs(a.since - b.since) > sameRingMs) return true;
  return rangAfterAnswer(a, b) || rangAfterAnswer(b, a);
}

function rangAfterAnswer(ringing: Sighting, { talkingSince }: Sighting): boolean {
  return rang(ringing) && talkingSince !== undefined && ringing.since > talkingSince + sameMomentMs;
}

function rang({ since, talkingSince }: Sighting): boolean {
  return talkingSince === undefined || talkingSince > since;
}

function partyFits(a: Sighting, b: Sighting): boolean {
  return !a.identifier || !b.identifier || sameIdentifier(a.identifier, b.identifier);
}

function directionFits({ facts: a }: Sighting, { facts: b }: Sighting): boolean {
  return a.direction === b.direction || a.direction === 'unknown' || b.direction === 'unknown';
}

function sameMoment(a: Sighting, b: Sighting): boolean {
  if (a.facts.state !== b.facts.state) return false;
  return Math.abs(a.stateSince - b.stateSince) <= sameMomentMs;
}

/** What the others may tell where the leading adapter does not; state, times of state and ids are the leader's alone. */
const shareable = [
  'displayName',
  'contactId',
  'campaign',
  'queue',
  'agent',
  'threadId',
  'startedAt',
  'answeredAt',
  'attributes',
] as const;

/** Of each shared field, the adapter that told it; for diagnostics. */
export type Told = Partial<Record<(typeof shareable)[number] | 'clientId', string>>;

/**
 * All sights of one interaction as one: of each field the word of the highest-ranked that has one; of the party only those
 * of sights that are not behind.
 */
export function mergeSightings(sightings: readonly Sighting[]): {
  lead: Sighting;
  facts: HostInteraction;
  told: Told;
} {
  const ranked = [...sightings].sort((a, b) => b.rank - a.rank || a.since - b.since);
  const lead = ranked.find(({ gone }) => !gone) ?? ranked[0];
  if (!lead) throw new Error('an interaction has at least one sighting');
  const told: Told = {};
  const wordsOf = (one: Sighting): HostInteraction =>
    sightings.some((other) => isBehind(one, other)) ? withoutParty(one.facts) : one.facts;
  const { joinedLate, ...leading } = wordsOf(lead);
  const facts: HostInteraction = { ...leading, direction: directionOf([lead, ...ranked]) };
  // Whoever was there when it began knows its times.
  if (joinedLate && sightings.every((one) => one.facts.joinedLate)) facts.joinedLate = true;
  for (const sight of [lead, ...ranked.filter((one) => one !== lead)]) {
    const { source } = sight;
    const words = wordsOf(sight);
    // Withheld is a word on the ClientID: whoever has either of them settles both.
    if (told.clientId === undefined && (words.clientId || words.withheld !== undefined)) {
      told.clientId = source.adapter;
      if (words.clientId) facts.clientId = words.clientId;
      if (words.withheld !== undefined) facts.withheld = words.withheld;
    }
    for (const field of shareable) {
      // An empty name says that this one knows of none.
      if (words[field] === undefined || words[field] === '' || told[field] !== undefined) continue;
      told[field] = source.adapter;
      Object.assign(facts, { [field]: words[field] });
    }
  }
  return { lead, facts, told };
}

/** `one` still names whom `other` named until another came in their place, or nobody, and has said nothing since. */
function isBehind(one: Sighting, { formerly }: Sighting): boolean {
  if (formerly === undefined || (one.partySince ?? one.since) >= formerly.at) return false;
  return one.identifier === undefined || sameIdentifier(one.identifier, formerly.identifier);
}

/** As the first says that saw who called. */
function directionOf(sightings: readonly Sighting[]): HostInteraction['direction'] {
  return sightings.find(({ facts }) => facts.direction !== 'unknown')?.facts.direction ?? 'unknown';
}
