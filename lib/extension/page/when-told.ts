/** So long adapters may take to ask a page that has loaded what is live, and to hear and read it. */
const settleMs = 3_000;

export interface WhenTold {
  /** The adapters read the page from now on, or it is back from the back-forward cache. */
  begin(): void;
}

/**
 * Calls `onTold` when a page has had its time to tell all that is live: it has loaded, and some seconds have passed. What
 * it had told in a former life and not again by then is over; what it tells later still counts.
 */
export function whenTold(window: Window, signal: AbortSignal, onTold: () => void): WhenTold {
  const { document } = window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  const settle = () => {
    if (!waits || document.readyState !== 'complete') return;
    waits = false;
    timer = setTimeout(onTold, settleMs);
  };
  window.addEventListener('load', settle, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    begin() {
      clearTimeout(timer);
      waits = !signal.aborted;
      settle();
    },
  };
}
