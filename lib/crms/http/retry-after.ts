const longestMs = 24 * 3_600_000;

/**
 * What a Retry-After header asks for, in milliseconds from `now` (epoch milliseconds), at most a day: seconds or an HTTP
 * date (RFC 9110, 10.2.3). undefined where there is none or it is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.min(longestMs, Math.ceil(Number(text) * 1_000));
  // Dates only in the forms that name the month: Date.parse would take "-5" or "12" for a year.
  if (!/[A-Za-z]{3}/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(longestMs, Math.max(0, at - now));
}
