import { isWholeNumber } from '../numbers/is-whole-number.ts';
import { isInternational } from '../numbers/phone.ts';
import { readNumber } from '../numbers/read-number.ts';
import { takeApart } from '../numbers/take-apart.ts';
import type { Identifier } from './identifier.ts';
import { nobodyOf } from './nobody.ts';

export interface NormaliseOptions {
  /** ISO 3166-1 alpha-2 in which national numbers are read. */
  region: string;
  /** Origin of the host, the scope of its extension numbers. */
  host?: string;
}

/** Fewer are no number by themselves, but where the plan has such numbers. */
const fewestPhoneDigits = 7;

/**
 * The one spelling of an identifier that is kept and written (A3): phone numbers as E.164, what is too short for the region's
 * plan as `extension` with the host as scope, e-mail addresses trimmed and case-folded, handles without `@` and case-folded,
 * opaque ids as they are. null where there is nothing to look for: it is empty, or stands for nobody (nobody.ts). Idempotent.
 */
export function normaliseIdentifier(identifier: Identifier, options: NormaliseOptions): Identifier | null {
  const asked = readIdentifier(identifier, options);
  if (asked === null) return null;
  const { readings: _, ...own } = asked;
  return own;
}

/** The same with whatever else the text may be, for what is looked for. */
export function readIdentifier(identifier: Identifier, options: NormaliseOptions): Identifier | null {
  if (nobodyOf(identifier) !== undefined) return null;
  const normal = normalise(identifier, options);
  // What was written around the digits may have hidden what they are.
  return normal === null || nobodyOf(normal) !== undefined ? null : normal;
}

function normalise(identifier: Identifier, options: NormaliseOptions): Identifier | null {
  const value = identifier.value.normalize('NFC').trim();
  if (value === '') return null;
  switch (identifier.kind) {
    case 'phone':
      return normalisePhone(value, options);
    case 'extension':
      return withScope('extension', value, identifier.scope ?? options.host);
    case 'email':
      return withScope(
        'email',
        value
          .replace(/^mailto:/i, '')
          .trim()
          .toLowerCase(),
        identifier.scope,
      );
    case 'instagram':
    case 'facebook':
    case 'telegram':
    case 'username':
      return withScope(identifier.kind, value.replace(/^@+/, '').toLowerCase(), identifier.scope);
    case 'whatsapp':
    case 'other':
      return withScope(identifier.kind, value, identifier.scope);
  }
}

function normalisePhone(value: string, { region, host }: NormaliseOptions): Identifier | null {
  const { number } = takeApart(value);
  const digits = number.replace(/\D/g, '');
  if (digits === '') return withScope('username', value.toLowerCase(), host);
  const [first, ...others] = readNumber(value, region);
  const isShort = digits.length < fewestPhoneDigits;
  if (isShort && !(first && isWholeNumber(first, digits, region)))
    return withScope('extension', digits, host);
  // A number the metadata cannot place is compared by its digits; dialled with + or 00 they are international.
  if (!first) return withScope('phone', isInternational(value) ? `+${digits.replace(/^00/, '')}` : digits);
  const readings = isShort ? [] : others.map(({ phone }) => phone.e164);
  return { kind: 'phone', value: first.phone.e164, ...(readings.length > 0 && { readings }) };
}

function withScope(kind: Identifier['kind'], value: string, scope?: string): Identifier | null {
  if (value === '') return null;
  return scope === undefined || scope === '' ? { kind, value } : { kind, value, scope };
}
