import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  /** Path and query as they came. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
export type Answer = (request: SeenRequest, response: ServerResponse, incoming: IncomingMessage) => void;

/** A real HTTP server on loopback whose behaviour a test sets; it remembers every request. */
export async function startReplayServer() {
  const seen: SeenRequest[] = [];
  let answer: Answer = (_request, response) => response.writeHead(500).end();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(request);
      answer(request, response, incoming);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/`,
    seen,
    /** From now on requests are answered so, and the memory is empty. */
    answerWith(next: Answer) {
      answer = next;
      seen.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with a status, headers and a body that is made JSON unless it is text. */
export function reply(status: number, body: unknown = '', headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}
