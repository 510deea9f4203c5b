import { type ReadonlySignal, signal } from '@preact/signals';

/**
 * The one clock of a view, in epoch milliseconds: moves on once a second, and only while the page is seen. Stops with
 * the signal. A picture or a test passes a clock of its own.
 */
export function createTicker(abort: AbortSignal, clock: () => number = Date.now): ReadonlySignal<number> {
  const now = signal(clock());
  let interval: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now.value = clock();
  };
  const follow = () => {
    clearInterval(interval);
    if (document.visibilityState === 'hidden') return;
    tick();
    interval = setInterval(tick, 1_000);
  };
  follow();
  document.addEventListener('visibilitychange', follow, { signal: abort });
  abort.addEventListener('abort', () => clearInterval(interval));
  return now;
}
