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
  /**
   * What the same text may be besides, as phone numbers in E.164, likeliest first: it names no country, or has digits in front
   * that may be one's code. Looked for together with `value`, and never written.
   */
  readings: z.optional(z.array(z.string().check(z.maxLength(24))).check(z.maxLength(4))),
});
