import type { Browser } from '../browser/browser.ts';

/** The part of `runtime.Port` used here, so that tests can pass a plain one. */
export interface Port {
  readonly name: string;
  readonly sender?: Browser.runtime.MessageSender | undefined;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}
