/** A step under a lock takes milliseconds, or a request's time. */
const longestWaitMs = 30_000;

/** The lock was not to be had: a page of ours hangs while it holds it. */
export class LockBusy extends Error {
  override readonly name = 'LockBusy';
}

/**
 * Runs a step while no other page of ours, nor the worker, runs one of this name. A page that hangs in its own step stops
 * nobody for good: whoever waits longer than `waitMs` gets `LockBusy`, and its step is not run.
 */
export async function withLock<T>(name: string, step: () => Promise<T>, waitMs = longestWaitMs): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new LockBusy(`the lock ${name} is held`)), waitMs);
  return navigator.locks.request(name, { signal: late.signal }, () => {
    clearTimeout(timer);
    return step();
  });
}
