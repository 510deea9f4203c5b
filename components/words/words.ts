import { countryName } from '../../lib/domain/contact/place.ts';
import type { SafeCrmError } from '../../lib/domain/crm/crm-error.ts';
import type { Freshness, MatchReason } from '../../lib/domain/interaction/live.ts';
import { ago, span } from './format-time.ts';
import { identifierLabel } from './identifier-words.ts';

/** What failed and what happens next, for every way a CRM can fail. Never the CRM's own text, never a customer datum. */
export interface ErrorWords {
  what: string;
  /** What happens next, where nothing is tried again by itself. */
  next: string;
}

const again = 'Try again in a moment.';

export function errorWords(error: SafeCrmError, crm: string): ErrorWords {
  switch (error.code) {
    case 'unreachable':
      return { what: `${crm} does not answer`, next: 'Check the network, then try again.' };
    case 'timeout':
      return { what: `${crm} is too slow to answer`, next: again };
    case 'signed-out':
      return { what: `Signed out of ${crm}`, next: 'Sign in to go on.' };
    case 'not-allowed':
      return { what: `${crm} does not allow this`, next: 'Ask your administrator for the permission.' };
    case 'not-found':
      return { what: `${crm} does not have this contact any more`, next: 'Search for the contact.' };
    case 'conflict':
      return error.stale
        ? { what: 'Somebody else changed this contact', next: 'Look at the newer value first.' }
        : { what: 'Another contact has this already', next: 'Search for that contact, or change it.' };
    case 'invalid':
      return { what: `${crm} does not accept this`, next: 'Change what is marked, then save again.' };
    case 'rate-limited':
      return { what: `${crm} is asked too often`, next: again };
    case 'server-error':
      return { what: `${crm} has a problem of its own`, next: again };
    case 'redirected':
      return {
        what: `${crm} sent us to another page`,
        next: 'Its address may have changed, or you are signed out.',
      };
    case 'bad-reply':
      return { what: `${crm} answered something unreadable`, next: 'Try again, or tell your administrator.' };
    case 'not-supported':
      return notSupportedWords(error.reason, crm);
  }
}

function notSupportedWords(reason: SafeCrmError['reason'], crm: string): ErrorWords {
  switch (reason) {
    case 'no-slot':
      return {
        what: `This contact has no free place in ${crm} for one more`,
        next: 'Remove one of those it has, then try again.',
      };
    case 'cannot-hold':
      return {
        what: `${crm} has no place for this kind of client ID`,
        next: 'Ask your administrator to choose a field for it.',
      };
    case 'read-only':
      return { what: `${crm} lets nobody change this`, next: 'Do it in the CRM itself.' };
    case 'not-taken':
      return { what: `${crm} accepted this and did not save it`, next: 'Look at the contact in the CRM.' };
    case undefined:
      return { what: `${crm} cannot do this`, next: 'Do it in the CRM itself.' };
  }
}

/** Why this contact is shown (A12). */
export function reasonWords(reason: MatchReason): string {
  switch (reason.by) {
    case 'chosen':
      return 'Chosen by you';
    case 'created':
      return 'Created by you';
    case 'contact-id':
      return 'ContactID from the host';
    case 'client-id': {
      const kind = reason.identifier ? identifierLabel(reason.identifier.kind) : 'Client ID';
      if (reason.assumedCountry === undefined) return `${kind} matched${reason.exact ? ' exactly' : ''}`;
      const country = countryName(reason.assumedCountry) ?? reason.assumedCountry;
      return `${kind} matched, country assumed: ${country}`;
    }
  }
}

/** What else must be said of a reason, in words that follow it. */
export function reasonNotes(reason: MatchReason, crm: string): string[] {
  return [
    ...(reason.mergedFrom === undefined ? [] : ['merged into this contact']),
    ...(reason.unknownContactId ? [unknownContactId(crm)] : []),
  ];
}

export function unknownContactId(crm: string): string {
  return `ContactID not in ${crm}`;
}

/** `just now`, `2 min ago`; a copy says that it is one. */
export function freshnessWords(freshness: Freshness, now: number): string {
  return freshness.from === 'crm' ? ago(freshness.at, now) : `copy, ${ago(freshness.at, now)}`;
}

/** The title of the why bar over a copy that could not be checked. */
export function staleWords(freshness: Freshness, now: number): string {
  const age = now - freshness.at;
  return age < 60_000 ? 'Saved copy, just made' : `Saved copy, ${span(age)} old`;
}

/** What a write was, for "Not saved: …". */
export function writeWords(kind: 'create' | 'update' | 'assign' | 'undo', about?: string): string {
  if (kind === 'create') return about ? `New contact ${about}` : 'New contact';
  if (kind === 'update') return about ? `Change of ${about}` : 'Change';
  return kind === 'assign' ? 'Client ID' : 'Undo';
}
