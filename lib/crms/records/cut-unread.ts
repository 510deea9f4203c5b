import type { Contact } from '../../domain/contact/contact.ts';

/**
 * The contact, marked as not whole where one of the record's own places for identifiers holds what is no text: whoever writes
 * its identifiers would take that place for a free one. An empty place is `''`, null or false.
 */
export function cutUnread(
  contact: Contact,
  record: Readonly<Record<string, unknown>>,
  places: Partial<Record<string, string[]>>,
): Contact {
  const all = Object.values(places).flatMap((names) => names ?? []);
  if (all.every((name) => isText(record[name]))) return contact;
  return { ...contact, cut: { ...contact.cut, identifiers: true, unread: true } };
}

function isText(value: unknown): boolean {
  return (
    value === undefined || value === null || value === false || ['string', 'number'].includes(typeof value)
  );
}
