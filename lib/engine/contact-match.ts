import type { Contact, FieldValue } from '../domain/contact.ts';
import { contactLimits, limitValue } from '../domain/contact-limits.ts';
import { type Identifier, sameIdentifier } from '../domain/identifier.ts';
import { normaliseIdentifier } from '../domain/normalise-identifier.ts';
import { parsePhone } from '../domain/phone.ts';

/** Whether the contact carries this normalised identifier, and whether the CRM spells it just so. */
export function carries(
  contact: Contact,
  identifier: Identifier,
  region: string,
): 'exact' | 'normalised' | false {
  let found: 'exact' | 'normalised' | false = false;
  for (const own of contact.identifiers) {
    if (
      own.kind === identifier.kind &&
      own.value === identifier.value &&
      (own.scope ?? '') === (identifier.scope ?? '')
    )
      return 'exact';
    const host = identifier.kind === 'extension' ? identifier.scope : undefined;
    const normal = normaliseIdentifier(own, host === undefined ? { region } : { region, host });
    if (normal !== null && sameIdentifier(normal, identifier)) found = 'normalised';
  }
  return found;
}

/** The same contact with its phone numbers spelled for eyes: views carry no phone library. */
export function withDisplay(contact: Contact, region: string): Contact {
  const identifiers = contact.identifiers.map((own) => {
    const display = own.kind === 'phone' ? parsePhone(own.value, region)?.display : undefined;
    return display === undefined ? own : { ...own, display };
  });
  return { ...contact, identifiers };
}

/** Field key (or `name`) → the value it had, as much of it as is shown, for everything that differs between two readings of one contact. */
export function changedFields(before: Contact, after: Contact): Record<string, FieldValue> {
  const changed = new Map<string, FieldValue>();
  if (before.name !== after.name) changed.set('name', limitValue(before.name, contactLimits.former));
  for (const key of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) {
    const old = before.fields[key] ?? null;
    if (JSON.stringify(old) !== JSON.stringify(after.fields[key] ?? null))
      changed.set(key, limitValue(old, contactLimits.former));
  }
  return Object.fromEntries(changed);
}
