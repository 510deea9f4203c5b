import type { Contact } from '../../domain/contact/contact.ts';
import { contactLimits, limitContact } from '../../domain/contact/contact-limits.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import type { Assignment } from '../../domain/interaction/live.ts';
import type { Desk } from '../live/desk.ts';

/** A contact as it is now, wherever it is on screen. Its own new values are not marked as changed by others. */
export function showWritten({ desk, now }: { desk: Desk; now: () => number }, contact: Contact): void {
  for (const live of desk.state.interactions) {
    const { resolution } = live;
    if (resolution.status === 'matched' && resolution.contact.id === contact.id) {
      const next = { ...resolution, contact, freshness: { from: 'crm' as const, at: now() } };
      desk.patch(live.key, (one) => ({ ...one, resolution: next }));
    }
  }
  const recent = desk.state.recent.map((one) =>
    one.contact.id === contact.id
      ? { ...one, contact: limitContact(contact, { whole: contactLimits.recent }) }
      : one,
  );
  desk.set({ recent });
}

/** How the offer to assign stands, where its contact is still the one on screen. */
export function showAssignment(
  desk: Desk,
  key: string | null,
  contactId: string,
  assignment: Assignment,
): void {
  if (key === null) return;
  desk.patch(key, (live) => {
    const { resolution } = live;
    if (resolution.status !== 'matched' || resolution.contact.id !== contactId) return live;
    return { ...live, resolution: { ...resolution, assignment } };
  });
}

export function identifierOf(desk: Desk, key: string | null): Identifier | undefined {
  return key === null ? undefined : desk.get(key)?.identifier;
}
