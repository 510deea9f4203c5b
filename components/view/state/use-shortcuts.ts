import { useLayoutEffect } from 'preact/hooks';

/** What a single key does now; a key that is not listed does nothing. */
export type Shortcuts = Record<string, (() => void) | undefined>;

/**
 * Single-key shortcuts for the whole page: not while typing, not with a modifier, not held down, and not while `quiet`
 * says that another interaction has just come to the front by itself.
 */
export function useShortcuts(shortcuts: Shortcuts, quiet: () => boolean): void {
  // In the commit itself, not after the paint: a key must never mean what was on screen before.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Some keyboards need Shift for these two.
      if (event.shiftKey && event.key !== '?' && event.key !== '/') return;
      const act = Object.hasOwn(shortcuts, event.key.toLowerCase())
        ? shortcuts[event.key.toLowerCase()]
        : undefined;
      if (!act || (quiet() && event.key !== 'Escape')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts, quiet]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
