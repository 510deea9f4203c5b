import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Reads the address a request comes from, for limits. */
export type ClientAddress = (c: Context) => string;

/**
 * The peer's address; where the peer is one of the trusted proxies, the address that it was asked from. Each proxy adds
 * at the right of `X-Forwarded-For` whom it heard, so the right-most that is no proxy of ours is the client; what stands
 * further left anybody can have written. From others the header counts for nothing. `trusted` holds addresses and CIDR
 * ranges as `readProxy` takes them.
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const proxy of trusted) addProxy(proxies, proxy);
  const isProxy = (address: string) => {
    const version = isIP(address);
    return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
  return (c) => {
    let client = plainAddress(getConnInfo(c).remote.address ?? '');
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').reverse();
    for (const hop of hops) {
      const before = plainAddress(hop);
      if (!isProxy(client) || isIP(before) === 0) break;
      client = before;
    }
    return limitKey(client);
  };
}

/** One address, or a range in CIDR notation; undefined where it is neither. */
export function isProxyRange(text: string): boolean {
  try {
    addProxy(new BlockList(), text);
    return true;
  } catch {
    return false;
  }
}

function addProxy(proxies: BlockList, text: string): void {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) throw new TypeError('No address.');
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) proxies.addAddress(address, family);
  else proxies.addSubnet(address, Number(bits), family);
}

/** Without a port, brackets or zone, and an IPv4 address in its own spelling. */
function plainAddress(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return bare.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
}

/** One customer of a provider has 2^64 addresses of IPv6: they count as one. */
function limitKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
