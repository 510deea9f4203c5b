import { useEffect, useState } from 'preact/hooks';

/** The section the address names after its `#` (up to a colon, behind which may stand what of it is wanted), so that links lead to it and Back works; else the first. */
export function useSection(ids: readonly string[]): string {
  const named = (): string => {
    const id = location.hash.slice(1).split(':')[0] ?? '';
    return ids.includes(id) ? id : (ids[0] ?? '');
  };
  const [current, setCurrent] = useState(named);
  useEffect(() => {
    const change = (): void => {
      setCurrent(named());
      // A hash that names a part of the page would scroll it under the bar.
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', change);
    return () => window.removeEventListener('hashchange', change);
  });
  return current;
}
