import { type ReadonlySignal, signal } from '@preact/signals';
import { everySecond } from './every-second.ts';

/**
 * The one clock of a view, in epoch milliseconds: moves on once a second, and only while the page is seen. Stops with
 * the signal. A picture or a test passes a clock of its own.
 */
export function createTicker(abort: AbortSignal, clock: () => number = Date.now): ReadonlySignal<number> {
  const now = signal(clock());
  everySecond(abort, () => {
    now.value = clock();
  });
  return now;
}
