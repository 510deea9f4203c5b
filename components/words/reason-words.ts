import { countryName } from '../../lib/domain/contact/place.ts';
import type { Freshness, MatchReason } from '../../lib/domain/interaction/live.ts';
import { ago, span } from './format-time.ts';
import { locale } from './language/language.ts';
import { sharedWords } from './shared-words.ts';

/** Why this contact is shown (A12). */
export function reasonWords(reason: MatchReason): string {
  const { reasons, identifiers } = sharedWords();
  switch (reason.by) {
    case 'chosen':
      return reasons.chosen;
    case 'created':
      return reasons.created;
    case 'contact-id':
      return reasons.byContactId;
    case 'client-id': {
      const label = identifiers.labels[reason.identifier?.kind ?? 'other'];
      if (reason.readAs) return reasons.matchedReading(label, reason.readAs.number);
      if (reason.assumedCountry === undefined)
        return reason.exact ? reasons.matchedExactly(label) : reasons.matched(label);
      const country = countryName(reason.assumedCountry, locale()) ?? reason.assumedCountry;
      return reasons.matchedAssuming(label, country);
    }
  }
}

/** What else must be said of a reason, in words that follow it. */
export function reasonNotes(reason: MatchReason, crm: string): string[] {
  const { merged, unknownContactId } = sharedWords().reasons;
  return [
    ...(reason.mergedFrom === undefined ? [] : [merged]),
    ...(reason.unknownContactId ? [unknownContactId(crm)] : []),
  ];
}

/** `just now`, `2 min ago`; a copy says that it is one. */
export function freshnessWords(freshness: Freshness, now: number): string {
  const age = ago(freshness.at, now);
  return freshness.from === 'crm' ? age : sharedWords().times.copy(age);
}

/** The title of the why bar over a copy that could not be checked. */
export function staleWords(freshness: Freshness, now: number): string {
  const { copyJustMade, copyOld } = sharedWords().reasons;
  const age = now - freshness.at;
  return age < 60_000 ? copyJustMade : copyOld(span(age));
}
