import type { Contact } from './contact.ts';

/** The contact alone: by whose number a lookup found it is no part of it. */
export function withoutVia(contact: Contact): Contact {
  if (!contact.via) return contact;
  const { via: _, ...own } = contact;
  return own;
}
