import type { Contact } from '../../lib/domain/contact/contact.ts';

/** Clients read 1 MB (lib/crms/http/http.ts) and take a longer answer for none at all. */
const mostBytes = 900_000;

/** As many of a list, best first, as one answer holds. Cuts only where there are more than a dozen of the largest. */
export function withinReply(contacts: Contact[]): Contact[] {
  let bytes = 0;
  return contacts.filter((contact) => {
    bytes += Buffer.byteLength(JSON.stringify(contact));
    return bytes <= mostBytes;
  });
}
