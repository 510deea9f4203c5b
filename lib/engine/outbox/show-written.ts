import type { Contact } from '../../domain/contact/contact.ts';
import { contactLimits, limitContact } from '../../domain/contact/contact-limits.ts';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { type Identifier, readingsOf } from '../../domain/contact/identifier.ts';
import { answerOf, withAnswer } from '../../domain/interaction/join-answers.ts';
import type { Assignment } from '../../domain/interaction/live.ts';
import type { LiveStore } from '../live/live-store.ts';

/** A contact as it is now, wherever it is on screen. Its own new values are not marked as changed by others. */
export function showWritten(
  { liveStore, now }: { liveStore: LiveStore; now: () => number },
  contact: Contact,
): void {
  for (const live of liveStore.state.interactions) {
    const crm = crmOfRef(contact.id);
    const answer = answerOf(live, crm);
    if (answer.status !== 'matched' || answer.contact.id !== contact.id) continue;
    const next = { ...answer, contact, freshness: { from: 'crm' as const, at: now() } };
    liveStore.patch(live.key, (one) => withAnswer(one, crm, next));
  }
  const recent = liveStore.state.recent.map((one) =>
    one.contact.id === contact.id
      ? { ...one, contact: limitContact(contact, { whole: contactLimits.recent }) }
      : one,
  );
  liveStore.set({ recent });
}

/** How the offer to assign stands, where its contact is still the one on screen. */
export function showAssignment(
  liveStore: LiveStore,
  key: string | null,
  contactId: string,
  assignment: Assignment,
): void {
  if (key === null) return;
  liveStore.patch(key, (live) => {
    const crm = crmOfRef(contactId);
    const answer = answerOf(live, crm);
    if (answer.status !== 'matched' || answer.contact.id !== contactId) return live;
    return withAnswer(live, crm, { ...answer, assignment });
  });
}

/** What is given to a contact: of several readings the likeliest, which is the one that was shown. */
export function identifierOf(liveStore: LiveStore, key: string | null): Identifier | undefined {
  const identifier = key === null ? undefined : liveStore.get(key)?.identifier;
  return identifier && readingsOf(identifier)[0];
}
