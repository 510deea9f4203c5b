import {
  type CardDrag,
  type CardShape,
  type CardSpot,
  cardSizes,
  firstSpot,
} from '../../domain/card-spot.ts';
import { freeSpot, insetOf, spotOf } from './card-spot.ts';
import { whenIdle } from './when-idle.ts';

export interface CardFrame {
  /** `url` of our own card page, from the worker; loaded where no card is at hand. Shown already, it takes place and size. */
  show(url: string, look: CardLook): void;
  /** The agent drags it. */
  drag(step: CardDrag): void;
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
  /** The agent has dragged it there. */
  onPlaced: (spot: CardSpot) => void;
}

export interface CardLook {
  spot: CardSpot;
  shape: CardShape;
}

/** The card answers within this time, or the page does not allow it (its `onload` fires even when it was blocked). */
const loadWithinMs = 1_000;
/** How often a page may take the card away before it counts as blocked. */
const maxReturns = 1;

/** A page draws its own part of a call in the moments after we heard of it: where it can be answered is looked for again. */
const lookAgainMs = [300, 1_000];

const firstLook: CardLook = { spot: firstSpot, shape: 'card' };

/** `color-scheme` as the card's own page has it: where the two differ, browsers paint an opaque ground behind it. */
const frameStyle = 'display:block;width:100%;height:100%;border:0;color-scheme:light dark';

/**
 * `all` takes back what the browser gives to what is in the top layer: margin, padding, border and ground. No style sheet of the
 * page's stands above it.
 */
function styleOf(display: 'block' | 'none', inset: string, shape: CardShape): string {
  const { width, height } = cardSizes[shape];
  const size = `width:${width}px;height:${height}px`;
  const style = `all:initial;position:fixed;inset:${inset};z-index:2147483647;${size};display:${display};`;
  return style.replaceAll(';', '!important;');
}

/**
 * Shows the card over the page: an element with a closed shadow root and our page in a frame, the same whatever the
 * lookup found, so that the page learns nothing from it (T2). It stands in the top layer where the browser has one. A page
 * that removes it gets it back once; then, and where the frame does not answer, `onBlocked` is called and it is taken away.
 * One that is at hand takes no place and is not drawn; it is made once the page is there and has nothing to do.
 * Where it would cover the field that is typed into, or what answers a call, it stands in another corner as long as it would.
 */
export function createCardFrame({ document, onBlocked, onSeen, onPlaced }: CardFrameParts): CardFrame {
  let host: HTMLElement | undefined;
  let isLoaded = false;
  let shown: string | undefined;
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: AbortController | undefined;
  let look = firstLook;
  /** Where a drag has begun, while it lasts. */
  let grabbed: DOMRect | undefined;
  let watching: AbortController | undefined;
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
    if (host === undefined) place(url, shownStyle());
    else host.style.cssText = shownStyle();
    watch();
    if (host?.popover === 'manual') host.showPopover();
    clearTimeout(timer);
    // By then the page has had its moment to take it away.
    timer = isLoaded ? setTimeout(seen) : setTimeout(block, loadWithinMs);
  }

  function shownStyle(): string {
    const size = cardSizes[look.shape];
    return styleOf('block', insetOf(freeSpot(document, look.spot, size), size), look.shape);
  }

  function stand(): void {
    if (host !== undefined && shown !== undefined && grabbed === undefined) host.style.cssText = shownStyle();
  }

  /** While it is shown: the focus goes on, and the page draws what it draws. */
  function watch(): void {
    watching?.abort();
    watching = new AbortController();
    const { signal } = watching;
    for (const event of ['focusin', 'focusout'])
      document.addEventListener(event, () => queueMicrotask(stand), { signal, capture: true });
    for (const ms of lookAgainMs) {
      const timeout = setTimeout(stand, ms);
      signal.addEventListener('abort', () => clearTimeout(timeout), { once: true });
    }
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
    watching?.abort();
    host?.remove();
    host = undefined;
    grabbed = undefined;
    isLoaded = false;
  }

  /** In the page's own first moments nothing of ours is made. */
  function placeWhenIdle(url: string): void {
    const controller = new AbortController();
    waiting = controller;
    whenIdle(document, controller.signal, () => {
      waiting = undefined;
      if (host === undefined && document.documentElement !== null) place(url, hiddenStyle());
    });
  }

  function stopWaiting(): void {
    waiting?.abort();
    waiting = undefined;
  }

  function hiddenStyle(): string {
    return styleOf('none', insetOf(look.spot, cardSizes.card), 'card');
  }

  return {
    show(url, next) {
      if (document.documentElement === null) return;
      look = next;
      if (shown !== undefined) {
        stand();
        // A new worker asks for what stands there already.
        return void (isLoaded && seen());
      }
      stopWaiting();
      shown = url;
      returns = 0;
      bringUp(url);
    },
    drag({ dx, dy, done }) {
      if (host === undefined || shown === undefined) return;
      grabbed ??= host.getBoundingClientRect();
      const { left, top, width, height } = grabbed;
      const { clientWidth, clientHeight } = document.documentElement;
      const box = {
        left: clamp(left + dx, clientWidth - width),
        top: clamp(top + dy, clientHeight - height),
        ...{ width, height },
      };
      const spot = spotOf(box, { width: clientWidth, height: clientHeight });
      host.style.cssText = styleOf('block', `${box.top}px auto auto ${box.left}px`, look.shape);
      if (!done) return;
      grabbed = undefined;
      look = { ...look, spot };
      stand();
      onPlaced(spot);
    },
    loaded() {
      isLoaded = true;
      clearTimeout(timer);
      seen();
    },
    hide(url) {
      const wasShown = shown !== undefined;
      shown = undefined;
      grabbed = undefined;
      watching?.abort();
      stopWaiting();
      if (url === undefined || (wasShown && !isLoaded)) takeDown();
      clearTimeout(timer);
      if (url === undefined) return;
      if (host === undefined) placeWhenIdle(url);
      else {
        if (host.popover === 'manual' && wasShown) host.hidePopover();
        host.style.cssText = hiddenStyle();
      }
    },
  };
}

function clamp(distance: number, most: number): number {
  return Math.max(0, Math.min(distance, most));
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
