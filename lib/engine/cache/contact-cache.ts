import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import type { Found } from '../../domain/search/found.ts';

/** A contact and when the CRM said so, epoch milliseconds. */
export interface CachedContact {
  contact: Contact;
  at: number;
}

/**
 * Contacts read before, for speed and for when the CRM does not answer. Disposable: a failure inside is a miss, never
 * an error, and damage means an empty cache. Ages are the caller's business; a store only enforces its caps.
 */
export interface ContactCache {
  getContact(id: string): Promise<CachedContact | undefined>;
  /** undefined: not known. No contacts: a remembered miss. Contacts that were forgotten since make it undefined. */
  findByIdentifier(identifier: Identifier): Promise<{ contacts: Contact[]; at: number } | undefined>;
  /** What a lookup answered: the contacts and the identifier's row, all or nothing. */
  putLookup(identifier: Identifier, contacts: Contact[], at: number): Promise<void>;
  /** What a write or a read by id answered. Lookups of the identifiers it has gained or lost are dropped, not guessed. */
  putContact(contact: Contact, at: number): Promise<void>;
  forgetContact(id: string): Promise<void>;
  /** Offline search: accents, case and small typing mistakes aside, every word somewhere in what people search by. At most 20. */
  search(query: string): Promise<Found>;
  /** Drop rows older than `before`. */
  prune(before: number): Promise<void>;
  clear(): Promise<void>;
}
