import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { Came } from '../format/check.ts';

/** What a view shows of an interaction, in the words of `right`. `null`: none. */
export function shownOf(live: LiveInteraction): Came {
  const { facts, resolution, identifier } = live;
  const matched = resolution.status === 'matched' ? resolution : undefined;
  const failed = resolution.status === 'failed' ? resolution : undefined;
  const read = matched?.reason.identifier ?? identifier;
  return {
    ...hostFactsOf(live),
    status: resolution.status,
    contact: matched?.contact.name ?? null,
    candidates: resolution.status === 'ambiguous' ? resolution.candidates.map(({ name }) => name) : [],
    number: read?.kind === 'phone' ? read.value : null,
    looksFor: read ? { kind: read.kind, value: read.value, scope: read.scope ?? null } : null,
    country: live.country ?? null,
    by: matched?.reason.by ?? null,
    exact: matched?.reason.exact ?? null,
    assumedCountry: matched?.reason.assumedCountry ?? null,
    mergedFrom: matched?.reason.mergedFrom ?? null,
    unknownContactId: unknownContactIdOf(live),
    from: matched?.freshness.from ?? null,
    changed: Object.keys(matched?.changed ?? {}),
    offers: matched?.assignment?.status ?? null,
    error: failed?.error.code ?? null,
    saved: failed?.stale?.contact.name ?? null,
    state: facts.state,
    endReason: facts.endReason ?? null,
    hostGone: live.hostGoneUntil !== undefined,
  };
}

/** What the host is understood to say of the other side. */
export function hostFactsOf({ facts, identifier }: LiveInteraction): Came {
  return {
    channel: facts.channel,
    direction: facts.direction,
    displayName: facts.displayName || null,
    withheld: facts.withheld === true && identifier === undefined,
    campaign: facts.campaign?.name ?? null,
    contactId: facts.contactId ?? null,
    agent: facts.agent ?? null,
    answered: facts.answeredAt !== undefined,
  };
}

function unknownContactIdOf({ resolution }: LiveInteraction): boolean {
  if (resolution.status === 'matched') return resolution.reason.unknownContactId === true;
  if (resolution.status === 'ambiguous' || resolution.status === 'unmatched')
    return resolution.unknownContactId === true;
  return false;
}
