import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';

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
  /** The version that the change was made of. */
  ifMatch: string | undefined;
  body: string;
  status: number | undefined;
}

/** A reply that stands still until `gate` opens. */
export interface Hold {
  match: (request: SeenRequest) => boolean;
  arrive: (request: SeenRequest) => void;
  gate: Promise<void>;
}

export interface Passage {
  target: string;
  body: Buffer;
  note: SeenRequest;
  fault: Fault | undefined;
  /** Milliseconds. */
  delay: number;
  rewrite: ((body: string) => string) | undefined;
  holds: Hold[];
}

/** Takes one request to the server and its reply back, late, changed or broken as the passage says. */
export function passThrough(request: IncomingMessage, response: ServerResponse, passage: Passage): void {
  const { target, body, note } = passage;
  const onward = forward(
    new URL(note.url, target),
    { method: note.method, headers: { ...request.headers, host: new URL(target).host } },
    async (reply) => {
      note.status = reply.statusCode;
      const answer = await bodyOf(reply);
      await standStill(passage);
      giveBack(response, reply, { answer, ...passage });
    },
  );
  onward.on('error', () => response.destroy());
  onward.end(body);
}

async function standStill({ holds, note, delay }: Passage): Promise<void> {
  const index = holds.findIndex(({ match }) => match(note));
  const [held] = index === -1 ? [] : holds.splice(index, 1);
  held?.arrive(note);
  await held?.gate;
  // Slowness is what is made here, not waited for.
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
}

function giveBack(
  response: ServerResponse,
  reply: IncomingMessage,
  { answer, fault, rewrite }: Passage & { answer: Buffer },
): void {
  if (fault?.kind === 'reset-after-commit') {
    response.destroy();
    return;
  }
  const { 'content-length': _, ...headers } = reply.headers;
  const given = rewrite === undefined ? answer : Buffer.from(rewrite(answer.toString()));
  const whole = reply.headers['content-length'] === undefined ? {} : { 'content-length': given.length };
  response.writeHead(reply.statusCode ?? 502, { ...headers, ...whole });
  if (fault?.kind !== 'truncated') {
    response.end(given);
    return;
  }
  response.write(given.subarray(0, Math.floor(given.length / 2)), () => response.destroy());
}

export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
