import type { Place } from '../../domain/host-rules-values.ts';
import { fits } from './cut-text.ts';

/** Whether a rule is for the page as its address stands now. */
export function holdsHere(where: readonly Place[], window: Window): boolean {
  const { host, pathname, search, hash } = window.location;
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
