import { createServer } from 'node:net';

/** Below what systems give to outgoing connections, one of which could take the port before its server does. */
const first = 20_000;
const ports = 10_000;

/** A TCP port on 127.0.0.1 that nobody listens on now; any one, so that two runs side by side do not meet. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = first + Math.floor(Math.random() * ports);
    if (await isFree(port, '127.0.0.1')) return port;
  }
  throw new Error('No port on 127.0.0.1');
}

/** The first free port from `wanted` on that is not `taken`, on both addresses that `localhost` may mean. */
export async function freePortFrom(wanted: number, taken: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (taken.includes(port)) continue;
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot have the port taken there.
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
