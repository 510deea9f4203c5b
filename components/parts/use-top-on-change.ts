import { useLayoutEffect } from 'preact/hooks';

/**
 * Begins at the top whenever somebody else is shown: nobody reads on in the middle of another person's fields. In the
 * commit itself, before the new fields are painted. undefined: never scrolls, the view is a picture in another page.
 */
export function useTopOnChange(whose: string | undefined): void {
  useLayoutEffect(() => {
    if (whose !== undefined) window.scrollTo(0, 0);
  }, [whose]);
}
