import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveInteraction } from '../../lib/domain/interaction/live.ts';
import type { CardStanding } from './card-standing.ts';

/** After the answer, or after the agent has left it. Milliseconds. */
const foldMs = 8_000;
/** No card is so low. */
const low = '(max-height: 60px)';

/**
 * Some seconds after the answer the card folds, unless the agent is at it. How it is drawn follows from the room that its frame
 * has, so that the two never differ, whoever was stopped meanwhile.
 */
export function useFolding(
  interaction: LiveInteraction | undefined,
  isBusy: boolean,
  standing: CardStanding | undefined,
) {
  const isFolded = useIsLow();
  const isAtIt = useIsAtIt();
  const first = useRef<HTMLButtonElement>(null);
  const unfolded = useRef(false);
  const talks = interaction?.facts.state === 'active' || interaction?.facts.state === 'held';
  const key = interaction?.key;
  // Another interaction has its own time: `key`.
  useEffect(() => {
    if (!talks || isFolded || isAtIt || isBusy || standing === undefined) return;
    const timeout = setTimeout(() => standing.shape('pill'), foldMs);
    return () => clearTimeout(timeout);
  }, [talks, isFolded, isAtIt, isBusy, standing, key]);
  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on in the card.
    if (!isFolded && unfolded.current) first.current?.focus();
    unfolded.current = false;
  }, [isFolded]);
  const unfold = (): void => {
    unfolded.current = true;
    standing?.shape('card');
  };
  return { isFolded, unfold, first };
}

function useIsLow(): boolean {
  const [isLow, setIsLow] = useState(() => matchMedia(low).matches);
  useEffect(() => {
    const media = matchMedia(low);
    const follow = (): void => setIsLow(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isLow;
}

/** The pointer is over it, or the keyboard in it. */
function useIsAtIt(): boolean {
  const [isAtIt, setIsAtIt] = useState(false);
  useEffect(() => {
    const at = { pointer: false, keyboard: document.hasFocus() };
    const off = new AbortController();
    const set = (what: keyof typeof at, is: boolean): void => {
      at[what] = is;
      setIsAtIt(at.pointer || at.keyboard);
    };
    const on = (target: EventTarget, type: string, what: keyof typeof at, is: boolean): void =>
      target.addEventListener(type, () => set(what, is), { signal: off.signal });
    on(document.documentElement, 'pointerenter', 'pointer', true);
    on(document.documentElement, 'pointerleave', 'pointer', false);
    on(window, 'focus', 'keyboard', true);
    on(window, 'blur', 'keyboard', false);
    set('pointer', false);
    return () => off.abort();
  }, []);
  return isAtIt;
}
