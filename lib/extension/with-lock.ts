import { within } from '../engine/within.ts';

/** A renewal at the CRM's page has 20 s for its answer; what is around it is storage. */
const longestMs = 25_000;

/**
 * Runs `step` while nobody else runs one under this name, in whichever page or worker. A step that does not end gives the lock
 * back after 25 s, and who waited that long behind others gives up too (`TimeUp`): one that hangs must not stop all for ever.
 */
export function withLock<Value>(name: string, step: () => Promise<Value>): Promise<Value> {
  const waiting = new AbortController();
  const got = navigator.locks.request(name, { signal: waiting.signal }, () => within(longestMs, step()));
  const late = setTimeout(() => waiting.abort(), longestMs);
  return within(2 * longestMs, got).finally(() => clearTimeout(late));
}
