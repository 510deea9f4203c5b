import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Connection } from '../../../lib/domain/interaction/live.ts';
import type { FoundBy } from '../../../lib/domain/search/found.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { whereFrom } from '../../words/contact-words.ts';
import { fieldText } from '../../words/field-text.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';

/** Where they are from; or by what they were found, where the name alone does not say. */
export function foundLine(
  contact: Contact,
  { why, connection, now }: { why: FoundBy | undefined; connection: Connection | undefined; now: number },
): string {
  const { found: words } = viewWords();
  // What must not be cut stands first.
  const line = [
    why?.mistyped && words.mistyped,
    why?.copy && words.savedCopy,
    (why && explained(contact, why, connection, now)) ?? whereFrom(contact),
  ];
  return line.filter(Boolean).join(' · ');
}

/** undefined where the row says it already. */
function explained(
  contact: Contact,
  why: FoundBy,
  connection: Connection | undefined,
  now: number,
): string | undefined {
  const { found: words } = viewWords();
  switch (why.by) {
    case 'name':
      return undefined;
    case 'identifier':
      return words.by(identifierLabel(why.identifier.kind), identifierText(why.identifier));
    case 'field': {
      const field = connection?.workspace?.fields.find(({ key }) => key === why.key);
      const value = contact.fields[why.key] ?? null;
      const text = field ? fieldText(field, value, now) : safeText(String(value), 256);
      if (!text || whereFrom(contact).includes(text)) return undefined;
      return words.by(field?.label ?? why.key, text);
    }
    case 'elsewhere':
      return connection && words.elsewhere(safeText(connection.crm, 64));
  }
}
