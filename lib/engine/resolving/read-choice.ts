import type { Contact } from '../../domain/contact/contact.ts';
import { sameOrNone } from '../../domain/contact/identifier.ts';
import { withoutVia } from '../../domain/contact/without-via.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmConnection } from '../connection/connection.ts';
import type { CrmStores } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import { candidatesOf } from '../live/resolution-parts.ts';

/**
 * The agent's last choice for an interaction, in any CRM, while it is read: of two clicks the later counts, whichever is
 * read first.
 */
export type Choices = Map<string, object>;

interface ReadChoiceParts extends Pick<CrmConnection, 'lookups' | 'standing'>, Pick<CrmStores, 'cache'> {
  liveStore: LiveStore;
  choices: Choices;
}

/**
 * Reads whom the agent chose, and shows them if that is still meant: for the same caller, by the same agent, and not chosen
 * otherwise since. null: the CRM does not know them. Throws CrmError.
 */
export async function readChoice(
  { liveStore, cache, lookups, standing, choices }: ReadChoiceParts,
  { key, contactId }: { key: string; contactId: string },
  show: (contact: Contact, from: 'cache' | 'crm') => void,
): Promise<Contact | null> {
  const party = standing.now();
  if (!party) throw new CrmError({ code: 'signed-out' });
  const live = liveStore.get(key);
  const choice = {};
  choices.set(key, choice);
  const showMeant: typeof show = (contact, from) => {
    const now = liveStore.get(key);
    const meant = now !== undefined && sameOrNone(now.identifier, live?.identifier);
    if (!standing.still(party)) return;
    if (meant && choices.get(key) === choice) show(contact, from);
  };
  try {
    const candidate = candidatesOf(live?.resolution).find(({ id }) => id === contactId);
    // Of many to choose from less is kept of each than of one.
    const whole = candidate && !candidate.cut ? candidate : (await cache.getContact(contactId))?.contact;
    const held = whole ?? candidate;
    if (held) {
      const known = withoutVia(held);
      showMeant(known, 'cache');
      return known;
    }
    // Lookups go on meanwhile: if this contact cannot be read, what they find is still wanted.
    const contact = await lookups.byId(party.crm, contactId);
    if (contact) showMeant(contact, 'crm');
    return contact;
  } finally {
    if (choices.get(key) === choice) choices.delete(key);
  }
}
