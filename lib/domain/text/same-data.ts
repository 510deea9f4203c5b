/** Whether two values of plain data (as JSON has them, members may be undefined) say the same. Shared parts cost nothing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  // Checked above: both are objects.
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one).filter((name) => one[name] !== undefined);
  if (names.length !== Object.keys(other).filter((name) => other[name] !== undefined).length) return false;
  return names.every((name) => sameData(one[name], other[name]));
}
