import type { Contact } from '../../lib/domain/contact/contact.ts';
import { countryName, countryZone, localTime } from '../../lib/domain/contact/place.ts';
import { isSeen } from '../../lib/domain/text/is-seen.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { locale } from './language/language.ts';
import { sharedWords } from './shared-words.ts';

/** A text field of a contact, cleaned; undefined where it is empty or no text. */
export function textField(contact: Contact, key: string): string | undefined {
  const value = contact.fields[key];
  return typeof value === 'string' && value.trim() !== '' ? safeText(value.trim(), 256) : undefined;
}

/** The number of one who has no name, or none that can be seen. */
export function contactName(contact: Contact): string {
  if (isSeen(contact.name)) return safeText(contact.name, 256).trim();
  const number = contact.identifiers.find(({ kind }) => kind === 'phone');
  return number ? safeText(number.display ?? number.value, 64) : sharedWords().contacts.noName;
}

/** `Head of facilities, Atelier Vauban`; a company says that it is one. */
export function roleLine(contact: Contact): string {
  const role = textField(contact, 'jobTitle') ?? kindWord(contact);
  return [role, textField(contact, 'company')].filter(Boolean).join(', ');
}

/** What it is, where it is no person. */
export function kindWord({ kind }: Contact): string | undefined {
  return kind === 'company' ? sharedWords().contacts.company : undefined;
}

/** For lists: `Atelier Vauban, Paris`. */
export function whereFrom(contact: Contact): string {
  const company = textField(contact, 'company') ?? kindWord(contact) ?? sharedWords().contacts.noCompany;
  return [company, textField(contact, 'city')].filter(Boolean).join(', ');
}

/** Place and the time there. The time only from the contact's own zone, or where the country has a single one. */
export function place(contact: Contact, now: number): { place?: string; time?: string } {
  const code = textField(contact, 'country')?.toUpperCase();
  const country = code && (countryName(code, locale()) ?? textField(contact, 'country'));
  const zone = textField(contact, 'timeZone') ?? (code && countryZone(code));
  const words = [textField(contact, 'city'), country].filter(Boolean).join(', ');
  const time = zone && localTime(zone, now, locale());
  return { ...(words && { place: words }), ...(time && { time }) };
}

/** Two letters: of the first and the last word, or of the only one. */
export function initials(name: string): string {
  // The Arabic article is no initial.
  const words =
    name.replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, '').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? [];
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string | undefined): string =>
    word?.match(/^.\p{M}*/u)?.[0]?.toLocaleUpperCase() ?? '';
  const both = letter(first) + letter(last);
  // Arabic letters would join into another shape.
  return /\p{Script=Arabic}/u.test(both) ? [letter(first), letter(last)].filter(Boolean).join(' ') : both;
}

/** Hue of the initials, 0 to 359: from the id, so that it never changes. */
export function hue(id: string): number {
  let hash = 2_166_136_261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  // Ids often differ in their last letter alone: let it reach every bit.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) % 360;
}
