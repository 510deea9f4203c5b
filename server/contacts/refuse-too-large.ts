import type { Contact } from '../../lib/domain/contact/contact.ts';
import { Refusal } from './refusal.ts';

type Content = Pick<Contact, 'name' | 'identifiers' | 'fields'>;

/** Bytes of a contact's JSON, so that twenty of them are one answer that a client still reads. */
const largestContact = 65_536;
/** As many as a client takes. */
const mostIdentifiers = 500;

/**
 * Refuses (`too-large`) a contact that takes more than a contact may, naming the part that takes most. One that was
 * larger already may become smaller.
 */
export function refuseTooLarge(after: Content, before?: Content): void {
  const size = sizeOf(after);
  const isLarger = before === undefined || size > sizeOf(before);
  if (after.identifiers.length > mostIdentifiers && isLarger) throw tooLarge('identifiers');
  if (size <= largestContact || !isLarger) return;
  const parts = Object.entries({ ...after.fields, identifiers: after.identifiers });
  const [[largest] = ['identifiers']] = parts.sort(([, a], [, b]) => bytesOf(b) - bytesOf(a));
  throw tooLarge(largest);
}

function tooLarge(field: string): Refusal {
  return new Refusal({ code: 'too-large', field, mostBytes: largestContact, mostIdentifiers });
}

function sizeOf({ name, identifiers, fields }: Content): number {
  return bytesOf({ name, identifiers, fields });
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
