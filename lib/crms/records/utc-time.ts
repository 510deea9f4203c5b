import * as z from 'zod/mini';

const timeSchema = z.iso.datetime({ offset: true });
const latestSeconds = 253_402_300_799;

/** `2026-11-29 09:30:00`, which is UTC without saying so, in ISO 8601; undefined for any other text, and for a day that is none. */
export function utcTime(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(text);
  return match ? isoTime(`${match[1]}T${match[2]}Z`) : undefined;
}

/** Seconds since 1970 in ISO 8601; undefined for what is no moment of the years that people write. */
export function timeOfSeconds(seconds: number): string | undefined {
  return Math.abs(seconds) <= latestSeconds ? new Date(seconds * 1_000).toISOString() : undefined;
}

/** The very text where it is a moment in ISO 8601, with its zone. */
export function isoTime(text: string): string | undefined {
  return z.safeParse(timeSchema, text).data;
}
