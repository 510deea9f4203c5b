import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, questionKey } from '../../domain/contact/identifier.ts';
import type { ContactRow, LookupRow } from './cache-database.ts';
import { looseKey } from './loose-key.ts';
import type { RowCipher } from './row-cipher.ts';

/** One that a lookup found, and what it alone knows of them. */
export type FoundContact = Pick<Contact, 'id' | 'via'>;

export function foundContact({ id, via }: Contact): FoundContact {
  return { id, ...(via && { via }) };
}

/** How contacts and lookups become rows and come back. */
export function createCacheRows(cipher: RowCipher) {
  const contactKey = (id: string) => cipher.index('contact', id);
  const lookupKey = (identifier: string) => cipher.index('lookup', identifier);
  const looseIndex = (loose: string) => cipher.index('loose', loose);

  return {
    contactKey,
    lookupKey,
    looseIndex,

    async sealContact(contact: Contact, at: number): Promise<ContactRow> {
      const key = await contactKey(contact.id);
      return { key, at, ...(await cipher.seal(contact, `contact ${key}`)) };
    },

    async openContact(row: ContactRow): Promise<Contact | undefined> {
      const contact = await cipher.open(row, `contact ${row.key}`);
      // Opened under our own key in this place, so it is what sealContact sealed; the key ends with this version's session.
      return contact as Contact | undefined;
    },

    async sealLookup(identifier: Identifier, contacts: Contact[], at: number): Promise<LookupRow> {
      const found = contacts.map(foundContact);
      const [key, loose, refs] = await Promise.all([
        lookupKey(questionKey(identifier)),
        looseIndex(looseKey(identifier.value)),
        Promise.all(found.map(({ id }) => contactKey(id))),
      ]);
      return { key, loose, refs, at, ...(await cipher.seal(found, `lookup ${key}`)) };
    },

    async openLookup(row: LookupRow): Promise<FoundContact[] | undefined> {
      // As in openContact: what opens is what sealLookup sealed.
      return (await cipher.open(row, `lookup ${row.key}`)) as FoundContact[] | undefined;
    },
  };
}
