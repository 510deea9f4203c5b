import { CrmError } from '../../domain/crm/crm-error.ts';

type Level = 'info' | 'warn' | 'error';
type Detail = string | number | boolean | Error;

/**
 * The only logger of the extension. `what` is a fixed text; details are counts, codes and origins. Nothing of a customer
 * belongs in it, and what might slip in (a number, an address, a token) is blanked. Errors are told by name or code alone,
 * since their messages may quote data.
 */
export function log(level: Level, what: string, details: Record<string, unknown> = {}): void {
  const safe = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, describe(value)]));
  console[level](`Ringside: ${what}`, JSON.stringify(safe));
}

/** What may be logged of a value. */
export function describe(value: unknown): Detail {
  if (value instanceof CrmError) return `CrmError ${value.safe.code}`;
  if (value instanceof Error) return value.name;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return redact(String(value));
}

/** Blanks e-mail addresses, runs of six digits and more (also with spaces or dashes between), and long opaque words. */
export function redact(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[^\s@"/]+@[^\s@"/]+/g, '[address]')
    .replace(/\+?\d(?:[ ().-]?\d){5,}/g, '[number]')
    .replace(/[A-Za-z0-9_-]{32,}/g, '[opaque]');
}
