import type { IncomingMessage } from 'node:http';

export async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Epoch milliseconds with a fraction, as pages tell them. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
