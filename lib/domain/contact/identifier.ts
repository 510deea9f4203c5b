import * as z from 'zod/mini';
import { valueLimits } from './value-limits.ts';

/** Kinds of ClientID (A3). `extension` is a short internal number whose scope is its host. */
export const identifierKinds = [
  'phone',
  'email',
  'instagram',
  'facebook',
  'telegram',
  'whatsapp',
  'username',
  'extension',
  'other',
] as const;

/**
 * A typed ClientID: what identifies a customer on a channel. `scope` makes an opaque id unique
 * (a page, a business portfolio, an inbox, or the host of an extension number).
 */
export const identifierSchema = z.object({
  kind: z.enum(identifierKinds),
  value: z.string().check(z.trim(), z.minLength(1), z.maxLength(valueLimits.identifier)),
  scope: z.optional(z.string().check(z.maxLength(512))),
  /** For eyes, such as an international spelling; never compared, never stored. */
  display: z.optional(z.string().check(z.maxLength(512))),
});

export type Identifier = z.infer<typeof identifierSchema>;
export type IdentifierKind = Identifier['kind'];

/** One string for a normalised identifier, fit for a map key or an index; never shown. */
export function identifierKey(identifier: Identifier): string {
  return JSON.stringify([identifier.kind, identifier.value, identifier.scope ?? '']);
}

/** True where both are present and name the same client. Compare normalised identifiers only. */
export function sameIdentifier(a: Identifier | undefined, b: Identifier | undefined): boolean {
  return a !== undefined && b !== undefined && identifierKey(a) === identifierKey(b);
}

/** True also where neither is present. */
export function sameOrNone(a: Identifier | undefined, b: Identifier | undefined): boolean {
  return a === undefined ? b === undefined : sameIdentifier(a, b);
}
