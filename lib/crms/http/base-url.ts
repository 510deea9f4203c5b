import * as z from 'zod/mini';
import { type OriginProblem, safeOrigin } from '../../domain/text/safe-origin.ts';

export type BaseUrlProblem = OriginProblem | 'query';

/**
 * The address under which a CRM's API lives, in one spelling that ends with `/`, or why it will not do: `query` is a
 * question mark or a hash; the others are safeOrigin's (https everywhere, http on this machine only, no user info).
 */
export function parseBaseUrl(
  text: string,
): { ok: true; url: string } | { ok: false; problem: BaseUrlProblem } {
  const address = text.trim();
  // URL repairs much that nobody means: `https:host`, back-slashes, line breaks within. Only the plain form counts.
  if (!/^[a-z][a-z\d+.-]*:\/\/[^\s\\/][^\s\\\p{Cc}]*$/iu.test(address)) {
    return { ok: false, problem: 'not-an-address' };
  }
  const safe = safeOrigin(address);
  if (!safe.ok) return safe;
  if (/[?#]/.test(address)) return { ok: false, problem: 'query' };
  return { ok: true, url: `${safe.origin}${new URL(address).pathname.replace(/\/*$/, '/')}` };
}

/** A base URL in settings. What is wrong with one is told by parseBaseUrl. */
export const baseUrlSchema = z.string().check(
  z.maxLength(2_048),
  z.refine((text) => parseBaseUrl(text).ok),
  z.overwrite((text) => {
    const parsed = parseBaseUrl(text);
    return parsed.ok ? parsed.url : text;
  }),
);
