import type { ConnectionTransport } from 'puppeteer-core';

export interface Session {
  sessionId: string;
  capabilities: { webSocketUrl?: string };
}

export interface Bidi {
  /** For puppeteer, which finds its session made already: Firefox has one at a time, and it has to be Marionette's, too. */
  transport: ConnectionTransport;
  /** A command of our own beside puppeteer's. Rejects with Firefox's own words where it refuses. */
  send(method: string, params: Record<string, unknown>): Promise<unknown>;
}

/** Puppeteer counts from one. */
const firstOwnId = 1_000_000_000;

type Reply = { id?: number; type: string; error?: string; message?: string; result?: unknown };

/** The WebDriver BiDi side of a session that Marionette has made. */
export async function connectBidi({ sessionId, capabilities }: Session): Promise<Bidi> {
  const socket = new WebSocket(capabilities.webSocketUrl ?? '');
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  const asked = new Map<number, (reply: Reply) => void>();
  let lastId = firstOwnId;

  const transport: ConnectionTransport = {
    send(text) {
      const { id, method } = JSON.parse(text) as { id: number; method: string };
      if (method !== 'session.new') return socket.send(text);
      const reply = { id, type: 'success', result: { sessionId, capabilities } };
      queueMicrotask(() => transport.onmessage?.(JSON.stringify(reply)));
    },
    close: () => socket.close(),
  };
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    const own = asked.get(reply.id ?? 0);
    asked.delete(reply.id ?? 0);
    if (own === undefined) transport.onmessage?.(String(data));
    else own(reply);
  };
  socket.onclose = () => transport.onclose?.();

  return {
    transport,
    send: (method, params) =>
      new Promise((resolve, reject) => {
        asked.set(++lastId, ({ type, error, message, result }) =>
          type === 'success' ? resolve(result) : reject(new Error(`${error}: ${message}`)),
        );
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
  };
}
