import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { freePort } from '../../../scripts/process/free-port.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface PageServer {
  port: number;
  /** The same pages are another site under another name: `localhost` (the default) beside `127.0.0.1`. */
  origin(name?: 'localhost' | '127.0.0.1'): string;
  /** Serves this HTML at `path`, with these further headers. */
  put(path: string, html: string, headers?: Record<string, string>): void;
  /** Never answers what is asked for at `path`. */
  hang(path: string): void;
  /** Path and query of every request so far. */
  requests: string[];
  stop(): Promise<void>;
}

const bundled = join(import.meta.dirname, '../../../.output/e2e-pages');

/** Serves the bundled test pages and whatever a spec puts beside them, on loopback. */
export async function startPages(): Promise<PageServer> {
  const own = new Map<string, { html: string; headers: Record<string, string> }>();
  const hanging = new Set<string>();
  const requests: string[] = [];
  const port = await freePort();
  const server = createServer(async (request, response) => {
    requests.push(request.url ?? '');
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (hanging.has(path)) return;
    const page = own.get(path);
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
      return;
    }
    try {
      const body = await readFile(join(bundled, normalize(path)));
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such test page');
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    origin: (name = 'localhost') => `http://${name}:${port}`,
    put: (path, html, headers = {}) => own.set(path, { html, headers }),
    hang: (path) => hanging.add(path),
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
