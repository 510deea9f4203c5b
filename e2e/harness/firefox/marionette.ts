import { connect, type Socket } from 'node:net';

/**
 * Firefox's own remote control, which reaches what is of the browser and not of a page: prompts, the toolbar, the sidebar,
 * the background page. Messages are JSON behind their length in bytes: a command `[0, id, name, parameters]`, its answer
 * `[1, id, error, value]` (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html, 2026-12-01).
 */
export interface Marionette {
  /** Rejects with Firefox's own words where it refuses, and for ever after once Firefox is gone. */
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  close(): void;
}

interface Asked {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export async function connectMarionette(port: number): Promise<Marionette> {
  const asked = new Map<number, Asked>();
  const greeted = Promise.withResolvers<unknown>();
  const socket = connect(port, '127.0.0.1');
  let gone: Error | undefined;
  let lastId = 0;

  readMessages(socket, (message) => {
    // It greets with an object before anything is asked.
    if (!Array.isArray(message)) return greeted.resolve(message);
    const [, id, error, value] = message as [1, number, { error: string; message: string } | null, unknown];
    const one = asked.get(id);
    asked.delete(id);
    if (error === null) one?.resolve(value);
    else one?.reject(new Error(`${error.error}: ${error.message}`));
  });
  const end = (error: Error) => {
    gone = error;
    greeted.reject(error);
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  socket.on('error', end);
  socket.on('close', () => end(new Error('Firefox is gone')));
  await greeted.promise;

  return {
    send(command, parameters = {}) {
      if (gone !== undefined) return Promise.reject(gone);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      asked.set(++lastId, { resolve, reject });
      const text = JSON.stringify([0, lastId, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return promise;
    },
    close: () => socket.destroy(),
  };
}

function readMessages(socket: Socket, hear: (message: unknown) => void): void {
  let read = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    read = Buffer.concat([read, chunk]);
    for (;;) {
      const colon = read.indexOf(':');
      const end = colon + 1 + Number(read.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || read.length < end) return;
      hear(JSON.parse(read.subarray(colon + 1, end).toString()));
      read = read.subarray(end);
    }
  });
}
