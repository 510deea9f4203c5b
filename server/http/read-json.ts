import { Problem } from './problem.ts';

/**
 * The JSON of a request's body. Refuses what PostgreSQL cannot store as text (a NUL, half a character), so that it is
 * a plain 400 and not a failure of the server.
 */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, { detail: 'The body is not JSON.' });
  }
  if (!isStorable(value, 0)) throw new Problem(400, { detail: 'The body holds text that cannot be stored.' });
  return value;
}

const deepest = 32;

function isStorable(value: unknown, depth: number): boolean {
  if (depth > deepest) return false;
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => isStorable(key, depth) && isStorable(item, depth + 1));
}
