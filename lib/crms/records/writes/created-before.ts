import type { Contact, FieldValue, NewContact } from '../../../domain/contact/contact.ts';
import { tookEffect } from '../../../domain/contact/took-effect.ts';
import type { RecordDriver } from '../record-driver.ts';
import { carries } from './carries.ts';

/** A text as short as this was not cut by any CRM. */
const shortestCut = 20;

/** What an earlier attempt made of the same: the same name, every identifier, every field, as far as the CRM takes them. */
export async function createdBefore<Raw>(
  driver: RecordDriver<Raw>,
  given: NewContact,
  owners: Contact[],
  earlier: string | undefined,
  signal?: AbortSignal,
): Promise<Contact | null> {
  if (earlier !== undefined) return (await driver.get(earlier, signal))?.contact ?? null;
  for (const owner of owners) {
    if (!isMadeOf(owner.name, given.name)) continue;
    // A list may hold less of a contact than the contact itself.
    const contact = (await driver.get(owner.id, signal))?.contact;
    if (!contact || !given.identifiers.every((one) => carries(contact, one))) continue;
    const same = Object.entries(given.fields).every(
      ([key, value]) =>
        tookEffect(contact, { fields: { [key]: value } }) || isMadeOf(contact.fields[key], value),
    );
    if (same) return contact;
  }
  return null;
}

/** CRMs leave out quotes and emoji, and cut long texts short: it is the same by its letters and digits, as far as it goes. */
function isMadeOf(found: FieldValue | undefined, given: FieldValue): boolean {
  if (typeof found !== 'string' || typeof given !== 'string') return false;
  const [there, asked] = [found, given].map((text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, ''));
  if (there === undefined || asked === undefined || there === '') return false;
  return there === asked || (there.length >= shortestCut && asked.startsWith(there));
}
