import type { Place } from '../../domain/host/host-rules-values.ts';
import { fits } from './cut-text.ts';

/** Whether a rule is for the page as its address stands now. A frame without an address has the host that made it. */
export function holdsHere(
  where: readonly Place[],
  window: Pick<Window, 'location' | 'origin' | 'top'>,
): boolean {
  const { pathname, search, hash } = window.location;
  const host = window.location.host || (URL.parse(window.origin)?.host ?? '');
  return where.some(
    (place) =>
      fitsHost(place.host, host) &&
      (place.path === undefined || fits(pathname, place.path)) &&
      (place.query === undefined || fits(search, place.query)) &&
      (place.hash === undefined || fits(hash, place.hash)) &&
      (place.frame !== 'top' || window.top === window),
  );
}

function fitsHost(pattern: string, host: string): boolean {
  if (pattern === '*' || pattern === host) return true;
  return pattern.startsWith('*.') && host.endsWith(pattern.slice(1)) && host.length >= pattern.length;
}
