/** Calls once the page is loaded, in view, and has a moment. */
export function whenIdle(document: Document, signal: AbortSignal, step: () => void): void {
  const view = document.defaultView;
  const next = () => {
    if (signal.aborted || document.readyState !== 'complete' || document.visibilityState !== 'visible')
      return;
    off.abort();
    // Not known to every browser.
    if (view?.requestIdleCallback)
      view.requestIdleCallback(() => signal.aborted || step(), { timeout: 2_000 });
    else setTimeout(() => signal.aborted || step());
  };
  const off = new AbortController();
  signal.addEventListener('abort', () => off.abort(), { once: true });
  document.addEventListener('visibilitychange', next, { signal: off.signal });
  view?.addEventListener('load', next, { signal: off.signal });
  next();
}
