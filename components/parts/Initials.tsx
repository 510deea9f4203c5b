import type { Contact } from '../../lib/domain/contact/contact.ts';
import { contactName, hue, initials } from '../words/contact-words.ts';

/** Two letters on the contact's own hue; decoration beside the name. Sharper corners: a company. */
export function Initials({
  contact,
  medium,
  small,
}: {
  contact: Contact;
  medium?: boolean;
  small?: boolean;
}) {
  const classes = ['who', medium && 'md', small && 'xs', contact.kind === 'company' && 'org']
    .filter(Boolean)
    .join(' ');
  return (
    <span class={classes} style={{ '--h': String(hue(contact.id)) }} aria-hidden="true">
      {initials(contactName(contact))}
    </span>
  );
}
