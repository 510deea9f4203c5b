import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '../../../scripts/process/free-port.ts';
import { bodyOf, type Fault, type Hold, passThrough, type SeenRequest } from './pass-through.ts';

/** A request that stands still between the browser and the server until it is let go. */
export interface HeldRequest {
  /** Resolves when one has arrived; rejects after ten seconds. */
  arrived: Promise<SeenRequest>;
  release(): void;
}

export interface CrmProxy {
  url: string;
  /** Every request for `/api`, in order: the journal. */
  seen: SeenRequest[];
  /** Only those that may change something. */
  writes(): SeenRequest[];
  /** Decides what happens to each request for `/api` from now on; undefined passes everything. */
  fail(decide: ((request: SeenRequest) => Fault | undefined) | undefined): void;
  /** Holds the reply to the next request that matches: the server has answered, the browser does not know yet. */
  holdReply(match: (request: SeenRequest) => boolean): HeldRequest;
  /** Changes what the server answered, for what the companion server itself would never say. */
  rewrite(change: ((body: string) => string) | undefined): void;
  /** Every reply waits this many milliseconds from now on. */
  delay(next: (() => number) | undefined): void;
  stop(): Promise<void>;
}

/** Reads that carry customer data travel as POST, so that no address holds any. */
const reads = new Set(['/api/contacts/lookup', '/api/contacts/search']);

/** Stands before the companion server on loopback and makes the faults that networks and CRMs make. */
export async function startCrmProxy(target: string): Promise<CrmProxy> {
  const port = await freePort();
  const seen: SeenRequest[] = [];
  const holds: Hold[] = [];
  let delay: (() => number) | undefined;
  let rewrite: ((body: string) => string) | undefined;
  let decide: ((request: SeenRequest) => Fault | undefined) | undefined;

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const note: SeenRequest = {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      idempotencyKey: header(request, 'idempotency-key'),
      ifMatch: header(request, 'if-match'),
      body: body.toString(),
      status: undefined,
    };
    const api = note.url.startsWith('/api');
    if (api) seen.push(note);
    const fault = api ? decide?.(note) : undefined;
    if (fault !== undefined && fault.kind !== 'truncated' && fault.kind !== 'reset-after-commit') {
      fail(fault, response);
      return;
    }
    passThrough(request, response, {
      target,
      body,
      note,
      fault,
      holds,
      rewrite: api ? rewrite : undefined,
      delay: api ? (delay?.() ?? 0) : 0,
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    writes: () =>
      seen.filter(({ method, url }) => method !== 'GET' && method !== 'OPTIONS' && !reads.has(url)),
    fail: (next) => {
      decide = next;
    },
    rewrite: (change) => {
      rewrite = change;
    },
    delay: (next) => {
      delay = next;
    },
    holdReply(match) {
      const { promise: gate, resolve: release } = Promise.withResolvers<void>();
      const { promise, resolve, reject } = Promise.withResolvers<SeenRequest>();
      const late = setTimeout(() => reject(new Error('No request to hold within 10 s')), 10_000);
      const arrived = promise.finally(() => clearTimeout(late));
      // A test that fails before it waits for this must not end the process with it.
      arrived.catch(() => {});
      holds.push({ match, arrive: resolve, gate });
      return { arrived, release };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fail(
  fault: Exclude<Fault, { kind: 'truncated' | 'reset-after-commit' }>,
  response: ServerResponse,
): void {
  switch (fault.kind) {
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Log in</title><script>alert("crm")</script><h1>Log in to continue</h1>');
      return;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return;
    case 'status':
      response
        .writeHead(fault.status, { 'content-type': 'application/problem+json', ...fault.headers })
        .end(JSON.stringify({ type: 'about:blank', title: 'Fault made by a test', status: fault.status }));
      return;
    case 'silence':
      return;
    case 'closed':
      response.destroy();
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Fits `fail` and `holdReply`: the lookup of this number. */
export function looksUp(number: string): (request: SeenRequest) => boolean {
  return ({ url, body }) => url === '/api/contacts/lookup' && body.includes(number);
}
