import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from './free-port.ts';

/** What the proxy does to a request instead of passing it on. `reset-after-commit` lets the server do it first. */
export type Fault =
  | { kind: 'html' }
  | { kind: 'redirect'; to: string }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'silence' }
  | { kind: 'closed' }
  | { kind: 'truncated' }
  | { kind: 'reset-after-commit' };

export interface SeenRequest {
  method: string;
  /** Path and query. */
  url: string;
  idempotencyKey: string | undefined;
  body: string;
  status: number | undefined;
}

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
  const holds: {
    match: (request: SeenRequest) => boolean;
    arrive: (request: SeenRequest) => void;
    gate: Promise<void>;
  }[] = [];
  let delay: (() => number) | undefined;
  let decide: ((request: SeenRequest) => Fault | undefined) | undefined;

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const note: SeenRequest = {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      idempotencyKey: header(request, 'idempotency-key'),
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
    pass(request, response, { target, body, note, fault, holds, delay: api ? (delay?.() ?? 0) : 0 });
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

interface Passage {
  target: string;
  body: Buffer;
  note: SeenRequest;
  fault: Fault | undefined;
  delay: number;
  holds: {
    match: (request: SeenRequest) => boolean;
    arrive: (request: SeenRequest) => void;
    gate: Promise<void>;
  }[];
}

function pass(request: IncomingMessage, response: ServerResponse, passage: Passage): void {
  const { target, body, note, fault, holds, delay } = passage;
  const onward = forward(
    new URL(note.url, target),
    { method: note.method, headers: { ...request.headers, host: new URL(target).host } },
    async (reply) => {
      note.status = reply.statusCode;
      const answer = await bodyOf(reply);
      const index = holds.findIndex(({ match }) => match(note));
      const [held] = index === -1 ? [] : holds.splice(index, 1);
      held?.arrive(note);
      await held?.gate;
      // Slowness is what is made here, not waited for.
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (fault?.kind === 'reset-after-commit') {
        response.destroy();
        return;
      }
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      if (fault?.kind !== 'truncated') {
        response.end(answer);
        return;
      }
      response.write(answer.subarray(0, Math.floor(answer.length / 2)), () => response.destroy());
    },
  );
  onward.on('error', () => response.destroy());
  onward.end(body);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Fits `fail` and `holdReply`: the lookup of this number. */
export function looksUp(number: string): (request: SeenRequest) => boolean {
  return ({ url, body }) => url === '/api/contacts/lookup' && body.includes(number);
}
