/**
 * Whether a person could see an element: it has a box on the page, and nothing from it up hides it. `aria-hidden` counts
 * only below `top`: whole pages are marked so while a dialog is open, and their calls go on.
 */
export function isVisible(element: Element, top: Element | null): boolean {
  if (!element.isConnected) return false;
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
  if (!element.checkVisibility(options) && !isContents(element)) return false;
  for (let up: Element | null = element; up !== null && up !== top; up = up.parentElement)
    if (up.getAttribute('aria-hidden') === 'true') return false;
  return hasBox(element, 3);
}

/** `display: contents` has no box, and its children have theirs. */
function isContents(element: Element): boolean {
  return styleOf(element)?.display === 'contents';
}

/** A box of an element, or of what flows out of an empty one. */
function hasBox(element: Element, depth: number): boolean {
  const rect = element.getBoundingClientRect();
  if (rect.width > 1 && rect.height > 1) return isOnPage(element, rect);
  if (depth === 0) return false;
  const style = styleOf(element);
  if (style?.display !== 'contents' && style?.overflow !== 'visible') return false;
  return [...element.children]
    .slice(0, 16)
    .some((child) => child.checkVisibility() && hasBox(child, depth - 1));
}

/** Not moved out to where no scrolling leads. */
function isOnPage(element: Element, rect: DOMRect): boolean {
  const view = element.ownerDocument.defaultView;
  if (view === null || (rect.right > 0 && rect.bottom > 0 && rect.left < view.innerWidth)) return true;
  let { right, bottom, left } = rect;
  let scrollsAside = false;
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    right += up.scrollLeft;
    left += up.scrollLeft;
    bottom += up.scrollTop;
    scrollsAside ||= up.scrollWidth > up.clientWidth && /auto|scroll/.test(styleOf(up)?.overflowX ?? '');
  }
  const leftwards = view.getComputedStyle(element.ownerDocument.documentElement).direction === 'rtl';
  return bottom > 0 && (scrollsAside || leftwards || (right > 0 && left < view.innerWidth));
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}
