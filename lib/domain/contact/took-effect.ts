import type { Contact, ContactChange, FieldValue } from './contact.ts';
import { isCut } from './contact-limits.ts';
import { sameIdentifier } from './identifier.ts';

/** True where the contact is as the change would have it: nothing needs to be written, or what was written is there. */
export function tookEffect(contact: Contact, { name, identifiers, fields }: ContactChange): boolean {
  return (
    (name === undefined || sameText(contact.name, name)) &&
    (identifiers === undefined || sameIdentifiers(contact.identifiers, identifiers)) &&
    Object.entries(fields ?? {}).every(([key, value]) => sameValue(contact.fields[key], value))
  );
}

/**
 * What of a change does not stand in the contact as it was meant, after a CRM took it: `name`, keys of fields, and `id-phone`
 * and its like where an identifier is missing. CRMs leave out quotes, cut texts short, and have fields that only look free.
 * What is not whole here says nothing.
 */
export function differencesOf(
  contact: Contact,
  { name, identifiers = [], fields = {} }: ContactChange,
): string[] {
  const kinds = identifiers
    .filter((one) => !contact.identifiers.some((own) => sameIdentifier(own, one)))
    .map(({ kind }) => `id-${kind}`);
  return [
    ...(name === undefined || isCut(contact, 'name') || tookEffect(contact, { name }) ? [] : ['name']),
    ...(isCut(contact, 'identifiers') ? [] : new Set(kinds)),
    ...Object.entries(fields)
      .filter(([key, value]) => !isCut(contact, { field: key }) && !sameValue(contact.fields[key], value))
      .map(([key]) => key),
  ];
}

export function sameIdentifiers(a: Contact['identifiers'], b: Contact['identifiers']): boolean {
  const within = (list: Contact['identifiers'], others: Contact['identifiers']) =>
    list.every((one) => others.some((other) => sameIdentifier(one, other)));
  return within(a, b) && within(b, a);
}

/** CRMs trim texts, number what looks like a number, and have several ways to say that nothing is there. */
function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  // A number that was emptied is 0 to some.
  if (a === 0 && isEmpty(b)) return true;
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) === isEmpty(b);
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  return sameText(String(a), String(b)) || sameMoment(a, b);
}

function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function sorted(value: FieldValue | undefined): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

function sameMoment(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  const isTime = (value: unknown): value is string =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isTime(a) && isTime(b) && Date.parse(a) === Date.parse(b);
}
