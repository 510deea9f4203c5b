const maxText = 256;

export type Members = Record<string, unknown>;

export function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, or undefined: what a prototype holds is nobody's message. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own members of a member, or none of them. */
export function members(value: unknown, key: string): Members {
  const inner = member(value, key);
  return isRecord(inner) ? inner : {};
}

/** The first of these own members that is a text or a number, trimmed and cut to 256 characters; else an empty one. */
export function textOf(value: unknown, ...keys: string[]): string {
  for (const key of keys) {
    const found = member(value, key);
    // Ids and numbers often come as numbers.
    const text = typeof found === 'number' && Number.isFinite(found) ? String(found) : found;
    if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, maxText);
  }
  return '';
}
