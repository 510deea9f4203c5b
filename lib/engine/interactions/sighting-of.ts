import { sameIdentifier, sameOrNone } from '../../domain/contact/identifier.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import type { Sighting } from '../../domain/interaction/sighting.ts';
import { withWords, wordsAfter } from '../../domain/interaction/tab-words.ts';
import type { HostSettings } from '../../domain/settings.ts';
import type { EngineParts } from '../live/engine-parts.ts';
import { identifierOf } from '../resolving/identify.ts';

export interface Said {
  source: HostSource;
  said: HostInteraction;
  /** The same adapter's word before. */
  before: Sighting | undefined;
  host: HostSettings | undefined;
  adapter: NonNullable<EngineParts['adapter']>;
  region: string;
  /** Names by which the agent goes. */
  own: readonly string[];
  now: number;
}

/** What an adapter says, weighed: who says it, what of it may be trusted (A1), and since when. */
export function sightingOf({ source, said, before, host, adapter, region, own, now }: Said): Sighting {
  const { rank = 0, contactId: contactIdFrom = 'header' } = adapter(source.adapter) ?? {};
  const trusted = contactIdFrom === 'contract' || host?.trustContactIdHeader === true;
  const { contactId, ...rest } = withoutNobody(said, before?.facts.displayName, own);
  const facts: HostInteraction = { ...rest, ...(contactId !== undefined && trusted && { contactId }) };
  const same = before?.facts.state === said.state;
  const endedAt = isLive(said.state) ? undefined : (before?.endedAt ?? now);
  const talks = said.state === 'active' || said.state === 'held';
  const talkingSince = before?.talkingSince ?? (talks ? now : undefined);
  const sighting: Sighting = {
    source,
    facts,
    contactIdFrom,
    rank,
    since: before?.since ?? now,
    stateSince: same ? before.stateSince : now,
    ...(talkingSince !== undefined && { talkingSince }),
    ...(endedAt !== undefined && { endedAt }),
  };
  return withIdentity(withWords(sighting, wordsAfter(before, source, said)), region);
}

/** The sighting with its ClientID read in `region`. */
export function withIdentity({ identifier: _, ...sighting }: Sighting, region: string): Sighting {
  const identifier = identifierOf(sighting.facts, sighting.source.origin, region);
  return identifier ? { ...sighting, identifier } : sighting;
}

/** Whether another person is told of than before: a number in the place of another, or that there is none to be had. */
export function isOtherParty(before: Sighting, seen: Sighting): boolean {
  const { identifier } = before;
  if (identifier === undefined) return false;
  return seen.identifier ? !sameIdentifier(identifier, seen.identifier) : seen.facts.withheld === true;
}

/** The sighting with when, and in whose place, its party was told. */
export function withParty(seen: Sighting, before: Sighting, now: number): Sighting {
  const [then, said] = [before.facts, seen.facts];
  const unchanged =
    sameOrNone(before.identifier, seen.identifier) &&
    then.withheld === said.withheld &&
    then.displayName === said.displayName &&
    then.contactId === said.contactId;
  const partySince = unchanged ? before.partySince : now;
  const { identifier } = before;
  const replaced = identifier !== undefined && !sameIdentifier(identifier, seen.identifier);
  const formerly = replaced ? { identifier, at: now } : before.formerly;
  return { ...seen, ...(partySince !== undefined && { partySince }), ...(formerly && { formerly }) };
}
