import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where the focus goes when what had it is removed: to `fallback`. Never takes it from anything that is still there.
 * Runs after every render of the component that uses it.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, fallback: () => void): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    const forget = (event: FocusEvent) => {
      // A real blur: the element is still there. A removed one is told apart below.
      const target = event.target;
      queueMicrotask(() => {
        if (last.current === target && last.current?.isConnected) last.current = null;
      });
    };
    const element = root.current;
    element?.addEventListener('focusin', remember);
    element?.addEventListener('focusout', forget);
    return () => {
      element?.removeEventListener('focusin', remember);
      element?.removeEventListener('focusout', forget);
    };
  }, [root]);
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) fallback();
  });
}
