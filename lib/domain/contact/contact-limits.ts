import { isSeen } from '../text/is-seen.ts';
import type { Contact, ContactIdentifier, CutContact, FieldValue } from './contact.ts';

/**
 * How much of a contact is kept: in live state, which every view gets at every change, and in the saved copies. Characters,
 * and numbers of things. What is beyond is cut and says so; the CRM keeps the whole.
 */
export const contactLimits = {
  /** Of a whole contact, as JSON. */
  whole: 16_000,
  /** Of all that an agent may choose from, together; each may have this divided by their number. */
  candidates: 32_000,
  /** Of one in the list of whom was spoken with. */
  recent: 2_000,
  /** Of a value before it changed. */
  former: 128,
  name: 256,
  text: 8_000,
  fields: 150,
  identifiers: 60,
  identifier: 256,
  parts: 100,
  part: 512,
  version: 1_024,
  label: 256,
};

/** Stands at the end of a text that was cut, for everybody to see. */
export const cutMark = '… (shortened)';

/** Whether an edit of it would write a cut value back, or over one that is not here. */
export function isCut({ cut, fields }: Contact, what: 'name' | 'identifiers' | { field: string }): boolean {
  if (!cut) return false;
  if (what === 'name' || what === 'identifiers') return cut[what] === true;
  return cut.fields?.includes(what.field) === true || (cut.more === true && !(what.field in fields));
}

/** The contact within the limits, `whole` characters at most. `first`: identifiers that stay before all others. */
export function limitContact(
  contact: Contact,
  {
    whole = contactLimits.whole,
    first = () => false,
  }: { whole?: number; first?: (identifier: ContactIdentifier) => boolean } = {},
): Contact {
  const name = isSeen(contact.name) ? clip(contact.name, contactLimits.name) : '';
  const fit = contact.identifiers.filter((one) => isShort(one));
  const ordered =
    fit.length > contactLimits.identifiers ? fit.toSorted((a, b) => +first(b) - +first(a)) : fit;
  let identifiers = ordered.slice(0, contactLimits.identifiers);
  let fields = Object.entries(contact.fields).slice(0, contactLimits.fields);
  let text = contactLimits.text;
  const made = (): Contact => {
    const cut = cutOf(contact, name, identifiers, Object.fromEntries(fields));
    return {
      ...contact,
      name,
      identifiers,
      fields: Object.fromEntries(fields),
      // A version that was cut fits no contact: nothing is written under it.
      version: contact.version.slice(0, contactLimits.version),
      ...(contact.via && { via: { ...contact.via, name: clip(contact.via.name, contactLimits.name) } }),
      ...(contact.lastInteraction && { lastInteraction: shortLast(contact.lastInteraction) }),
      ...(cut && { cut }),
    };
  };
  fields = fields.map(([key, value]) => [key, limitValue(value, text)]);
  let limited = made();
  // The longest texts go first, then fields from the end, then identifiers: what stands first matters most.
  while (JSON.stringify(limited).length > whole) {
    if (text > contactLimits.former) text = Math.ceil(text / 2);
    else if (fields.length > 0) fields = fields.slice(0, Math.floor(fields.length * 0.75));
    else if (identifiers.length > 1) identifiers = identifiers.slice(0, Math.ceil(identifiers.length / 2));
    else return limited;
    fields = fields.map(([key, value]) => [key, limitValue(value, text)]);
    limited = made();
  }
  return limited;
}

/** Several of whom one may be chosen: the fewer, the more of each. */
export function limitCandidates(contacts: Contact[]): Contact[] {
  const whole = Math.min(contactLimits.whole, contactLimits.candidates / Math.max(1, contacts.length));
  return contacts.map((contact) => limitContact(contact, { whole }));
}

/** A value cut to `text` characters, lists to as many parts as fit. The very same where it is within. */
export function limitValue(value: FieldValue, text: number): FieldValue {
  if (typeof value === 'string') return clip(value, text);
  if (!Array.isArray(value)) return value;
  const parts: string[] = [];
  let room = text;
  for (const part of value.slice(0, contactLimits.parts)) {
    room -= Math.min(part.length, contactLimits.part);
    if (room < 0) break;
    parts.push(clip(part, contactLimits.part));
  }
  const same = parts.length === value.length && parts.every((part, index) => part === value[index]);
  return same ? value : [...parts, cutMark];
}

function cutOf(
  whole: Contact,
  name: string,
  identifiers: ContactIdentifier[],
  fields: Record<string, FieldValue>,
): CutContact | undefined {
  const { cut: before } = whole;
  const keys = Object.keys(fields).filter(
    (key) => fields[key] !== whole.fields[key] || before?.fields?.includes(key),
  );
  const cut: CutContact = {
    ...((name.endsWith(cutMark) || before?.name) && { name: true }),
    ...((identifiers.length < whole.identifiers.length || before?.identifiers) && { identifiers: true }),
    ...(before?.unread && { unread: true }),
    ...(keys.length > 0 && { fields: keys }),
    ...((Object.keys(fields).length < Object.keys(whole.fields).length || before?.more) && { more: true }),
  };
  return Object.keys(cut).length > 0 ? cut : undefined;
}

function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  // No half of a pair.
  return text.slice(0, Math.max(0, most - cutMark.length)).replace(/[\ud800-\udbff]$/, '') + cutMark;
}

function isShort({ value, scope = '' }: ContactIdentifier): boolean {
  return value.length <= contactLimits.identifier && scope.length <= contactLimits.identifier;
}

function shortLast({ channel, at, agent }: NonNullable<Contact['lastInteraction']>) {
  const short = (words: string) => clip(words, contactLimits.label);
  return { channel: short(channel), at, ...(agent !== undefined && { agent: short(agent) }) };
}
