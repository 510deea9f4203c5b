/**
 * Serves the built demo desk (`.output/demo`) on http://localhost: plain Node, no dependency.
 * `node demo/serve.mjs [--port 4310] [--widget http://127.0.0.1:4311/widget/]`
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../.output/demo', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4310' }, widget: { type: 'string' } },
});

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return end(response, 405, 'Only GET is served here.');
  if (pathname === '/config.json') {
    return end(response, 200, JSON.stringify({ widgetUrl: values.widget ?? null }), types['.json']);
  }
  const file = fileFor(pathname);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found?.isFile()) return end(response, 404, 'Not found.');
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).pipe(response);
});

/** Only what lies inside the built folder; undefined for anything else or for an address that cannot be decoded. */
function fileFor(pathname) {
  try {
    const path = normalize(join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
    return path.startsWith(root + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

function end(response, status, text, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

server.on('error', (error) => {
  console.error(`The demo desk cannot listen on port ${values.port}: ${error.message}`);
  process.exitCode = 1;
});
server.listen(Number(values.port), 'localhost', () => {
  const { port } = server.address();
  console.log(`Demo desk: http://localhost:${port}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
