import type { Port } from './port.ts';

/** Both ends of a Port, for tests: what one end posts reaches the other in a microtask, copied as a browser copies it. */
export function createPortPair(name = ''): [worker: FakePort, client: FakePort] {
  const worker = new FakePort(name);
  const client = new FakePort(name);
  worker.other = client;
  client.other = worker;
  return [worker, client];
}

export class FakePort implements Port {
  readonly name: string;
  other: FakePort | undefined;
  connected = true;
  /** Everything this end received, but what a test passes over. */
  readonly received: unknown[] = [];
  passesOver: (message: unknown) => boolean = () => false;
  readonly #messages = new Set<(message: unknown) => void>();
  readonly #disconnects = new Set<() => void>();
  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => void this.#messages.add(listener),
  };
  readonly onDisconnect = { addListener: (listener: () => void) => void this.#disconnects.add(listener) };

  constructor(name: string) {
    this.name = name;
  }

  postMessage(message: unknown): void {
    if (!this.connected) throw new Error('Attempting to use a disconnected port object');
    const copy: unknown = JSON.parse(JSON.stringify(message));
    const { other } = this;
    queueMicrotask(() => {
      if (other?.connected !== true) return;
      if (!other.passesOver(copy)) other.received.push(copy);
      for (const listener of other.#messages) listener(copy);
    });
  }

  /** As in a browser: only the other end hears of it. */
  disconnect(): void {
    this.connected = false;
    const { other } = this;
    if (other?.connected !== true) return;
    other.connected = false;
    for (const listener of other.#disconnects) listener();
  }
}
