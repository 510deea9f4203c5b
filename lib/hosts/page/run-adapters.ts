import type { Strategy } from '../../domain/host/host-diagnostics.ts';
import type { HostEvent } from '../../domain/host/host-event.ts';
import type { HostAdapter, HostOptions, Obey } from '../host.ts';
import type { TapListener } from './listen-to-taps.ts';

export interface AdapterSurroundings {
  adapters: HostAdapter[];
  taps: TapListener;
  window: Window & typeof globalThis;
  emit(adapter: string, event: HostEvent): void;
  /** How an adapter or one of its rules stands now; the last word on each counts. */
  report?(strategy: Strategy): void;
  /** How often a rule of an adapter found the ClientID. */
  count?(counted: Required<Pick<Strategy, 'adapter' | 'rule' | 'numbers'>>): void;
  /** An adapter takes commands, in place of what took them before. */
  onCommand?(adapter: string, obey: Obey): void;
  /** An adapter did not believe the sender of a message. */
  refuse?(adapter: string): void;
}

/**
 * Starts every adapter with an administrator's options. One that fails stops none of the others; nothing is emitted after
 * the signal aborts.
 */
export function runAdapters(
  surroundings: AdapterSurroundings,
  options: HostOptions,
  signal: AbortSignal,
): void {
  const { adapters, taps, window, emit, report, count, refuse, onCommand } = surroundings;
  for (const one of adapters) {
    const adapter = one.id;
    let state: Strategy['state'] = 'ready';
    try {
      one.start({
        emit: (event) => {
          if (!signal.aborted) emit(adapter, event);
        },
        signal,
        window,
        options,
        tap: taps.lineOf(adapter, signal),
        report: (rule, reading) => {
          if (!signal.aborted) report?.({ adapter, rule, state: reading === 'reads' ? 'ready' : reading });
        },
        count: (rule, numbers) => {
          if (!signal.aborted) count?.({ adapter, rule, numbers });
        },
        onCommand: (obey) => {
          if (!signal.aborted) onCommand?.(adapter, obey);
        },
        refuse: () => {
          if (!signal.aborted) refuse?.(adapter);
        },
      });
    } catch {
      // A page may hold anything; the worker hears from the others.
      state = 'failed';
    }
    report?.({ adapter, state });
  }
}
