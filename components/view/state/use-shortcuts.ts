import { useLayoutEffect } from 'preact/hooks';
import { singleKeys } from '../../parts/single-keys.ts';

/** What a single key does now; a key that is not listed does nothing. */
export type Shortcuts = Record<string, (() => void) | undefined>;

/**
 * Single-key shortcuts for the whole page: not where they are switched off, not while typing, not with a modifier, not held
 * down, and not while `quiet` says that another interaction has just come to the front by itself. Escape always goes back.
 */
export function useShortcuts(shortcuts: Shortcuts, quiet: () => boolean): void {
  // In the commit itself, not after the paint: a key must never mean what was on screen before.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Some keyboards need Shift for these two.
      if (event.shiftKey && event.key !== '?' && event.key !== '/') return;
      const isEscape = event.key === 'Escape';
      if (!isEscape && !singleKeys.peek()) return;
      const act = actOf(shortcuts, event);
      if (!act || (quiet() && !isEscape)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts, quiet]);
}

/** By what the key types; where that is no letter or digit of ours, by where it is: keyboards of other scripts have them there. */
function actOf(shortcuts: Shortcuts, { key, code }: KeyboardEvent): (() => void) | undefined {
  const typed = key.toLowerCase();
  if (Object.hasOwn(shortcuts, typed)) return shortcuts[typed];
  const place = /^(?:Key([A-Z])|Digit([1-9]))$/.exec(code);
  const there = place?.[1]?.toLowerCase() ?? place?.[2];
  if (there === undefined || /^[a-z0-9]$/.test(typed) || key.length !== 1) return undefined;
  // Beside letters of its own a keyboard of ours has signs there.
  if (place?.[1] !== undefined && !/\p{L}/u.test(key)) return undefined;
  return Object.hasOwn(shortcuts, there) ? shortcuts[there] : undefined;
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
