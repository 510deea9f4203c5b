import type { Contact } from '../../domain/contact/contact.ts';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { answerOf, withAnswer } from '../../domain/interaction/join-answers.ts';
import type {
  AnsweredInteraction,
  Freshness,
  LiveInteraction,
  MatchReason,
  Resolution,
} from '../../domain/interaction/live.ts';

type Matched = Extract<Resolution, { status: 'matched' }>;

export interface Anchor {
  contact: Contact;
  reason: MatchReason;
}

interface Stale extends Anchor {
  freshness: Freshness;
}

/** The contact an agent chose or made by hand, which no lookup overturns. Of an interaction, or of one CRM's answer. */
export function anchorOf({ resolution }: Pick<LiveInteraction, 'resolution'>): Anchor | undefined {
  const shown = staleOf(resolution);
  return shown && (shown.reason.by === 'chosen' || shown.reason.by === 'created') ? shown : undefined;
}

/** Whom the agent may choose from. */
export function candidatesOf(resolution: Resolution | undefined): Contact[] {
  return resolution?.status === 'ambiguous' ? resolution.candidates : [];
}

/** The contact on screen, with what has been marked and asked about it. */
export function shownOf(
  resolution: Resolution,
): Pick<Matched, 'contact' | 'changed' | 'assignment'> | undefined {
  if (resolution.status === 'matched') return resolution;
  const stale = staleOf(resolution);
  return stale && { contact: stale.contact, changed: {} };
}

/** The contact on screen, as the copy that stays there if the CRM fails. */
export function staleOf(resolution: Resolution): Stale | undefined {
  if (resolution.status === 'failed') return resolution.stale;
  if (resolution.status !== 'matched') return undefined;
  const { contact, reason, freshness } = resolution;
  return { contact, reason, freshness };
}

/** Needs nothing more after a worker restart. */
export function isSettled(resolution: Resolution): boolean {
  return (
    resolution.status === 'matched' &&
    !resolution.revalidating &&
    resolution.assignment?.status !== 'checking'
  );
}

/** The agent does not want the identifier assigned to the contact shown: it is not offered again. */
export function declined(live: AnsweredInteraction): AnsweredInteraction {
  if (live.resolution.status !== 'matched') return live;
  const { id } = live.resolution.contact;
  const crm = crmOfRef(id);
  const answer = answerOf(live, crm);
  if (answer.status !== 'matched') return live;
  const { assignment: _, ...resolution } = answer;
  return withAnswer({ ...live, declined: [...live.declined, id] }, crm, resolution);
}
