/** A record as it was read, with changes in it: for CRMs that take a whole record and keep nothing that is not in it. */
export function recordWith(record: unknown, changes: Record<string, unknown>): Record<string, unknown> {
  const whole = isObject(record) ? { ...record } : {};
  for (const [key, value] of Object.entries(changes)) {
    const before = Object.hasOwn(whole, key) ? whole[key] : undefined;
    whole[key] = isObject(before) && isObject(value) ? recordWith(before, value) : value;
  }
  return whole;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
