import { locale } from './language.ts';

/** Making one costs more than using it a thousand times. */
const kept = new Map<string, unknown>();

function keptFormat<Format>(kind: string, options: object, make: () => Format): Format {
  const key = JSON.stringify([locale(), kind, options]);
  // Under a kind stands nothing but its own.
  const known = kept.get(key) as Format | undefined;
  if (known) return known;
  const format = make();
  kept.set(key, format);
  return format;
}

/** A date or time as this reader writes it. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keptFormat('date', options, () => new Intl.DateTimeFormat(locale(), options));
}

/** A number as this reader writes it. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return keptFormat('number', options, () => new Intl.NumberFormat(locale(), options));
}

/** `yesterday`, `today`: a day by how far it is from now. */
export function dayAway(days: number): string {
  const format = keptFormat(
    'relative',
    {},
    () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'long' }),
  );
  return format.format(days, 'day');
}

/** `A, B and C`, or with `or` before the last. */
export function listOf(
  parts: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return keptFormat('list', { type }, () => new Intl.ListFormat(locale(), { type })).format(parts);
}
