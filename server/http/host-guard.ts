import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const always = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets a request pass only where it is meant for this server: its `Host`, and the host of an address sent in full, must
 * be a name of this machine to itself, the address it was reached at, or one that was named. Else a page under a name
 * that was turned to this machine would be of the same origin as the server. A name counts on every port, unless the
 * port was named with it; both are compared without regard to case. 421 otherwise.
 */
export function hostGuard(named: readonly string[]): MiddlewareHandler {
  const allowed = new Set([...always, ...named].map((host) => host.toLowerCase()));
  return async (c, next) => {
    const { incoming } = c.env as HttpBindings;
    const own = incoming.socket.localAddress ?? '';
    for (const host of [incoming.headers.host ?? '', new URL(c.req.url).host])
      if (!isAllowed(host.toLowerCase())) throw new Problem(421, { detail });
    await next();

    function isAllowed(host: string): boolean {
      const name = host.replace(/:\d*$/, '');
      return allowed.has(host) || allowed.has(name) || name === inHost(own);
    }
  };
}

const detail =
  'This server does not go by that name. Start it with --public-url or --allow-host to give it one.';

/** An address of a socket as a Host header spells it. */
function inHost(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  switch (isIP(plain)) {
    case 4:
      return plain;
    case 6:
      return `[${plain.toLowerCase()}]`;
    default:
      return undefined;
  }
}
