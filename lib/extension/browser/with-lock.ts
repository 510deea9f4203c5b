import { within } from '../../engine/waiting/within.ts';

/** A renewal at the CRM's page has 20 s for its answer; what is around it is storage. */
const longestMs = 25_000;

/** The lock was not to be had: a page of ours hangs while it holds it. */
export class LockBusy extends Error {
  override readonly name = 'LockBusy';
}

/**
 * Runs `step` while nobody else runs one under this name, in whichever page or worker. A step that does not end gives the lock
 * back after `heldMs` (`TimeUp`), and who waited longer than `waitMs` behind others gets `LockBusy`, its step not run: one
 * that hangs must not stop all for ever.
 */
export function withLock<Value>(
  name: string,
  step: () => Promise<Value>,
  { waitMs = longestMs, heldMs = longestMs } = {},
): Promise<Value> {
  const waiting = new AbortController();
  const late = setTimeout(() => waiting.abort(new LockBusy(`the lock ${name} is held`)), waitMs);
  return navigator.locks.request(name, { signal: waiting.signal }, () => {
    clearTimeout(late);
    return within(heldMs, step());
  });
}
