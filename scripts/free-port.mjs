import { createServer } from 'node:net';

/** The first free port from `wanted` on, on both addresses that `localhost` may mean. */
export async function freePort(wanted, taken = []) {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (taken.includes(port)) continue;
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}`);
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot have the port taken there.
    server.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
