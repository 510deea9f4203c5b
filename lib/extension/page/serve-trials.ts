import type { DomRule } from '../../domain/host/host-rules.ts';
import type { TriedPage } from '../../domain/host/tried-rule.ts';
import { tryRules } from '../../hosts/rules/rows/try-rules.ts';
import type { Port } from '../messages/port.ts';
import { trialPortName } from '../messages/trial-port-name.ts';

export interface ServeTrialsParts {
  window: Window & typeof globalThis;
  /** Ports that pages of this extension open to this document. */
  onConnect: { addListener(listener: (port: Port) => void): void };
  /** False once the extension that put this script here is gone. */
  alive(): boolean;
}

const mark = Symbol.for('ringside.rule-trials');

/**
 * In a page in which an administrator tries rules: tells the options page what they find, for as long as its Port is open, and
 * keeps nothing. May run several times in one page.
 */
export function serveTrials({ window, onConnect, alive }: ServeTrialsParts): void {
  // The isolated world outlives the extension that made it.
  const world = window as unknown as Record<symbol, (() => boolean) | undefined>;
  if (world[mark]?.()) return;
  world[mark] = alive;
  const key = crypto.randomUUID();

  onConnect.addListener((port) => {
    if (port.name !== trialPortName) return;
    let trial = new AbortController();
    port.onDisconnect.addListener(() => trial.abort());
    port.onMessage.addListener((message) => {
      trial.abort();
      trial = new AbortController();
      const { host, pathname } = window.location;
      const page = { key, top: window.top === window, address: `${host}${pathname}` };
      tryRules({
        // From the options page, which has checked them.
        rules: (message as { rules: DomRule[] }).rules,
        window,
        signal: trial.signal,
        tell: (rules) => port.postMessage({ ...page, rules } satisfies TriedPage),
      });
    });
  });
}
