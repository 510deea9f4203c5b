/** Calls at once and once a second, and only while the page is seen. Stops with the signal. */
export function everySecond(abort: AbortSignal, call: () => void): void {
  let interval: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(interval);
    if (document.visibilityState === 'hidden') return;
    call();
    interval = setInterval(call, 1_000);
  };
  follow();
  document.addEventListener('visibilitychange', follow, { signal: abort });
  abort.addEventListener('abort', () => clearInterval(interval));
}
