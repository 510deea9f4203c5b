import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Room for the ring around what has the focus, in pixels. */
const ring = 8;

/** Tells the page how high its lower edge is, so that what gets the focus is scrolled clear of it (WCAG 2.4.11). */
export function useScrollPadding(low: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const element = low.current;
    if (!element || !active) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--low', `${element.offsetHeight + ring}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--low');
    };
  }, [low, active]);
}
