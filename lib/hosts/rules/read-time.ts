const earliest = Date.UTC(2000, 0, 1);

/**
 * A time as hosts write it: ISO 8601 with its zone, or the seconds or milliseconds since 1970. As ISO 8601 in UTC, no later
 * than `now` (epoch milliseconds: a host's clock may be ahead); undefined where it is none, or has no zone.
 */
export function readTime(text: string, now: number): string | undefined {
  const time = toMilliseconds(text.trim());
  if (time === undefined || !(time >= earliest)) return undefined;
  return new Date(Math.min(time, now)).toISOString();
}

function toMilliseconds(text: string): number | undefined {
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1_000;
  if (/^\d{12,13}(?:\.\d{1,9})?$/.test(text)) return Number(text);
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  return zoned ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : undefined;
}
