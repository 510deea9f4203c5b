export interface CardFrame {
  /** `url` of our own card page, from the worker. */
  show(url: string): void;
  /** The worker heard from the card in the frame. */
  loaded(): void;
  hide(): void;
}

/** The card answers within this time, or the page does not allow it (its `onload` fires even when it was blocked). */
const loadWithinMs = 1_000;
/** How often a page may take the card away before it counts as blocked. */
const maxReturns = 1;

const size = 'display:block;width:340px;height:180px;';
/** `all` takes back what the browser gives to what is in the top layer: margin, padding, border and ground. */
const hostStyle = `all:initial;position:fixed;inset:auto 24px 24px auto;z-index:2147483647;${size}`;

/** `color-scheme` as the card's own page has it: where the two differ, browsers paint an opaque ground behind it. */
const frameStyle = `${size}border:0;color-scheme:light dark`;

/**
 * Shows the card over the page: an element with a closed shadow root and our page in a frame, the same whatever the
 * lookup found, so that the page learns nothing from it (T2). It stands in the top layer where the browser has one. A page
 * that removes it gets it back once; then, and where the frame does not answer, `onBlocked` is called and it is taken away.
 */
export function createCardFrame(document: Document, onBlocked: () => void): CardFrame {
  let host: HTMLElement | undefined;
  let shown: string | undefined;
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (shown !== undefined && host?.isConnected === false) onRemoved(shown);
  });

  function place(url: string): void {
    host = createHost(document, url);
    document.documentElement.append(host);
    if (host.popover === 'manual') host.showPopover();
    // The element's own level only: a page's busy tree costs nothing.
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    clearTimeout(timer);
    timer = setTimeout(block, loadWithinMs);
  }

  function onRemoved(url: string): void {
    takeDown();
    if (returns++ < maxReturns) place(url);
    else block();
  }

  function block(): void {
    hide();
    onBlocked();
  }

  function takeDown(): void {
    observer.disconnect();
    clearTimeout(timer);
    host?.remove();
    host = undefined;
  }

  function hide(): void {
    shown = undefined;
    takeDown();
  }

  return {
    show(url) {
      if (shown !== undefined || document.documentElement === null) return;
      shown = url;
      returns = 0;
      place(url);
    },
    loaded: () => clearTimeout(timer),
    hide,
  };
}

function createHost(document: Document, url: string): HTMLElement {
  const host = document.createElement('div');
  // No style sheet of the page's stands above it.
  host.style.cssText = hostStyle.replaceAll(';', '!important;');
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
