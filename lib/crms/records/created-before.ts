import type { Contact, NewContact } from '../../domain/contact/contact.ts';
import { tookEffect } from '../../domain/contact/took-effect.ts';
import { carries } from './carries.ts';
import type { RecordDriver } from './record-driver.ts';

/** What an earlier attempt made of the same: the same name, every identifier, every field. */
export async function createdBefore<Raw>(
  driver: RecordDriver<Raw>,
  given: NewContact,
  owners: Contact[],
  earlier: string | undefined,
  signal?: AbortSignal,
): Promise<Contact | null> {
  if (earlier !== undefined) return (await driver.get(earlier, signal))?.contact ?? null;
  for (const owner of owners) {
    if (!tookEffect(owner, { name: given.name })) continue;
    // A list may hold less of a contact than the contact itself.
    const contact = (await driver.get(owner.id, signal))?.contact;
    const { name, fields } = given;
    const carriesAll = contact && given.identifiers.every((one) => carries(contact, one));
    if (carriesAll && tookEffect(contact, { name, fields })) return contact;
  }
  return null;
}
