export interface CardFrame {
  /** `url` of our own card page, from the worker; loaded where no card is at hand. */
  show(url: string): void;
  /** The worker heard from the card in the frame. */
  loaded(): void;
  /** Out of sight. `url`: of a card that is kept at hand, so that the next one need not be loaded; without it none is. */
  hide(url?: string): void;
}

export interface CardFrameParts {
  document: Document;
  /** The page does not allow the card, or it did not load in time. It is taken away. */
  onBlocked: () => void;
  /** It stands in the page and our page is in it: what it shows is seen. */
  onSeen: () => void;
}

/** The card answers within this time, or the page does not allow it (its `onload` fires even when it was blocked). */
const loadWithinMs = 1_000;
/** How often a page may take the card away before it counts as blocked. */
const maxReturns = 1;

const size = 'width:340px;height:180px;';
/** `all` takes back what the browser gives to what is in the top layer: margin, padding, border and ground. */
const hostStyle = `all:initial;position:fixed;inset:auto 24px 24px auto;z-index:2147483647;${size}`;
const shownStyle = styleOf(`${hostStyle}display:block;`);
const hiddenStyle = styleOf(`${hostStyle}display:none;`);

/** `color-scheme` as the card's own page has it: where the two differ, browsers paint an opaque ground behind it. */
const frameStyle = `display:block;${size}border:0;color-scheme:light dark`;

/** No style sheet of the page's stands above it. */
function styleOf(style: string): string {
  return style.replaceAll(';', '!important;');
}

/**
 * Shows the card over the page: an element with a closed shadow root and our page in a frame, the same whatever the
 * lookup found, so that the page learns nothing from it (T2). It stands in the top layer where the browser has one. A page
 * that removes it gets it back once; then, and where the frame does not answer, `onBlocked` is called and it is taken away.
 * One that is at hand takes no place and is not drawn; it is made once the page is there and has nothing to do.
 */
export function createCardFrame({ document, onBlocked, onSeen }: CardFrameParts): CardFrame {
  let host: HTMLElement | undefined;
  let isLoaded = false;
  let shown: string | undefined;
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: AbortController | undefined;
  const observer = new MutationObserver(() => {
    if (host?.isConnected !== false) return;
    if (shown !== undefined) onRemoved(shown);
    // At hand it was for nobody to see: the next one is loaded when it is to be shown.
    else takeDown();
  });

  function place(url: string, style: string): void {
    host = createHost(document, url, style);
    document.documentElement.append(host);
    // The element's own level only: a page's busy tree costs nothing.
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  }

  function bringUp(url: string): void {
    if (host === undefined) place(url, shownStyle);
    else host.style.cssText = shownStyle;
    if (host?.popover === 'manual') host.showPopover();
    clearTimeout(timer);
    // By then the page has had its moment to take it away.
    timer = isLoaded ? setTimeout(seen) : setTimeout(block, loadWithinMs);
  }

  function seen(): void {
    if (shown !== undefined && host?.isConnected) onSeen();
  }

  function onRemoved(url: string): void {
    takeDown();
    if (returns++ < maxReturns) bringUp(url);
    else block();
  }

  function block(): void {
    shown = undefined;
    takeDown();
    onBlocked();
  }

  function takeDown(): void {
    observer.disconnect();
    clearTimeout(timer);
    host?.remove();
    host = undefined;
    isLoaded = false;
  }

  /** In the page's own first moments nothing of ours is made. */
  function placeWhenIdle(url: string): void {
    const controller = new AbortController();
    waiting = controller;
    whenIdle(document, controller.signal, () => {
      waiting = undefined;
      if (host === undefined && document.documentElement !== null) place(url, hiddenStyle);
    });
  }

  function stopWaiting(): void {
    waiting?.abort();
    waiting = undefined;
  }

  return {
    show(url) {
      if (document.documentElement === null) return;
      // A new worker asks for what stands there already.
      if (shown !== undefined) return void (isLoaded && seen());
      stopWaiting();
      shown = url;
      returns = 0;
      bringUp(url);
    },
    loaded() {
      isLoaded = true;
      clearTimeout(timer);
      seen();
    },
    hide(url) {
      const wasShown = shown !== undefined;
      shown = undefined;
      stopWaiting();
      if (url === undefined || (wasShown && !isLoaded)) takeDown();
      clearTimeout(timer);
      if (url === undefined) return;
      if (host === undefined) placeWhenIdle(url);
      else {
        if (host.popover === 'manual' && wasShown) host.hidePopover();
        host.style.cssText = hiddenStyle;
      }
    },
  };
}

/** Calls once the page is loaded, in view, and has a moment. */
function whenIdle(document: Document, signal: AbortSignal, step: () => void): void {
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

function createHost(document: Document, url: string, style: string): HTMLElement {
  const host = document.createElement('div');
  host.style.cssText = style;
  const frame = document.createElement('iframe');
  frame.style.cssText = frameStyle;
  frame.title = 'Ringside';
  // Before `src`, else the frame fails on pages with a cross-origin embedder policy. Not known to Firefox and TypeScript.
  Object.assign(frame, { credentialless: true });
  frame.src = url;
  host.attachShadow({ mode: 'closed' }).append(frame);
  // The top layer: no z-index of the page's covers it. Where it is unknown the property is a plain member, without effect.
  if ('showPopover' in host) host.popover = 'manual';
  return host;
}
