import type { Identifier } from './identifier.ts';
import { nobodyOf } from './nobody.ts';
import { isInternational, parsePhone } from './phone.ts';

export interface NormaliseOptions {
  /** ISO 3166-1 alpha-2 in which national numbers are read. */
  region: string;
  /** Origin of the host, the scope of its extension numbers. */
  host?: string;
}

const fewestPhoneDigits = 7;

/**
 * The one spelling of an identifier in which two are compared (A3): phone numbers as E.164, fewer than 7 digits as
 * `extension` with the host as scope, e-mail addresses trimmed and case-folded, handles without `@` and case-folded,
 * opaque ids as they are. null where there is nothing to look for: it is empty, or stands for nobody (nobody.ts). Idempotent.
 */
export function normaliseIdentifier(identifier: Identifier, options: NormaliseOptions): Identifier | null {
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
  const digits = value
    .replace(/^(?:tel|sips?):/i, '')
    .replace(/[;@].*$/s, '')
    .replace(/\D/g, '');
  if (digits === '') return withScope('username', value.toLowerCase(), host);
  if (digits.length < fewestPhoneDigits) return withScope('extension', digits, host);
  const e164 = parsePhone(value, region)?.e164;
  // A number the metadata cannot place is compared by its digits; dialled with + or 00 they are international.
  return withScope('phone', e164 ?? (isInternational(value) ? `+${digits.replace(/^00/, '')}` : digits));
}

function withScope(kind: Identifier['kind'], value: string, scope?: string): Identifier | null {
  if (value === '') return null;
  return scope === undefined || scope === '' ? { kind, value } : { kind, value, scope };
}
