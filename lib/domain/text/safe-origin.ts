/** Hosts whose traffic never leaves this machine: the only ones that may be spoken to without https. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What a name server can know: labels of letters, digits and hyphens. Other letters have become such ones before. */
const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(?:${label}\\.)*${label}\\.?$|^\\[[0-9a-f:.]+\\]$`);

export type OriginProblem = 'not-an-address' | 'not-web' | 'insecure' | 'user-info';

/**
 * The origin (scheme, host, port) of a whole address, or why Ringside will not work with it: `not-web` is anything but
 * http and https, `insecure` is http beyond this machine, `user-info` is a name or password in the address.
 */
export function safeOrigin(
  address: string,
): { ok: true; origin: string } | { ok: false; problem: OriginProblem } {
  const url = URL.parse(address);
  if (url === null) return { ok: false, problem: 'not-an-address' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, problem: 'not-web' };
  // A star, a blank or a percent sign is a legal host name to some browsers. No host has such a name, and in a match
  // pattern a star would stand for every site.
  if (!hostName.test(url.hostname)) return { ok: false, problem: 'not-an-address' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'user-info' };
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) return { ok: false, problem: 'insecure' };
  return { ok: true, origin: url.origin };
}

/** The browser's pattern for every page of an origin. A pattern has no port: it covers all ports of the host. */
export function matchPattern(origin: string): string {
  const safe = safeOrigin(origin);
  if (!safe.ok) throw new Error(`No match pattern for this origin: ${safe.problem}`);
  const { protocol, hostname } = new URL(safe.origin);
  return `${protocol}//${hostname}/*`;
}
