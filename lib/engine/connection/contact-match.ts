import type { Contact, ContactIdentifier, FieldValue } from '../../domain/contact/contact.ts';
import { contactLimits, limitValue } from '../../domain/contact/contact-limits.ts';
import { countryOfFields } from '../../domain/contact/country-of-fields.ts';
import { type Identifier, isAnswer } from '../../domain/contact/identifier.ts';
import { readIdentifier } from '../../domain/contact/normalise-identifier.ts';
import type { MatchReason } from '../../domain/interaction/live.ts';
import { isInternational, parsePhone } from '../../domain/numbers/phone.ts';
import { readNumber } from '../../domain/numbers/read-number.ts';

/**
 * How a contact carries an identifier: spelled just so in the CRM, in another spelling, or only if its number is one of the
 * workspace's region, since neither the number nor the contact says of which country it is.
 */
export type Carrying = 'exact' | 'normalised' | 'assumed';

/** Whether the contact carries this normalised identifier, by the surest of its own; false where by none. */
export function carries(contact: Contact, identifier: Identifier, region: string): Carrying | false {
  const country = countryOfFields(contact.fields);
  const found = contact.identifiers.map((own) => carrying(own, identifier, { region, country }));
  return (['exact', 'normalised', 'assumed'] as const).find((how) => found.includes(how)) ?? false;
}

function carrying(
  own: ContactIdentifier,
  identifier: Identifier,
  { region, country }: { region: string; country: string | undefined },
): Carrying | false {
  if (isAnswer(own, identifier)) {
    return own.country === undefined ? 'exact' : own.country === 'record' ? 'normalised' : 'assumed';
  }
  const host = identifier.kind === 'extension' ? identifier.scope : undefined;
  const normal = readIdentifier(own, { region: country ?? region, ...(host !== undefined && { host }) });
  if (normal === null || !isAnswer(normal, identifier)) return false;
  const guessed = own.kind === 'phone' && country === undefined && !isInternational(own.value);
  return guessed ? 'assumed' : 'normalised';
}

/** How a host's text was read to find this contact; undefined where it stood there plainly, or could be nothing else. */
export function readAsOf(
  contact: Contact,
  text: string,
  region: string,
): { readAs: NonNullable<MatchReason['readAs']>; identifier: Identifier } | undefined {
  const readings = readNumber(text, region);
  const found = readings.find(({ phone }) => carries(contact, { kind: 'phone', value: phone.e164 }, region));
  if (!found || found.as === 'told' || (found.as === 'national' && readings.length === 1)) return undefined;
  const { e164: value, display } = found.phone;
  return { readAs: { how: found.as, number: display }, identifier: { kind: 'phone', value, display } };
}

/** The same contact with its phone numbers spelled for eyes: views carry no phone library. */
export function withDisplay(contact: Contact, region: string): Contact {
  const country = countryOfFields(contact.fields) ?? region;
  const identifiers = contact.identifiers.map((own) => {
    const display = own.kind === 'phone' ? parsePhone(own.value, country)?.display : undefined;
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
