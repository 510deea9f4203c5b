import type { HostEvent } from '../../domain/host-event.ts';
import type { HostAdapter, HostOptions } from '../host.ts';
import type { TapListener } from './listen-to-taps.ts';

export interface AdapterSurroundings {
  adapters: HostAdapter[];
  taps: TapListener;
  window: Window & typeof globalThis;
  emit(adapter: string, event: HostEvent): void;
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
  const { adapters, taps, window, emit } = surroundings;
  for (const adapter of adapters) {
    try {
      adapter.start({
        emit: (event) => {
          if (!signal.aborted) emit(adapter.id, event);
        },
        signal,
        window,
        options,
        tap: taps.lineOf(adapter.id, signal),
      });
    } catch {
      // A page may hold anything; the worker hears from the others.
    }
  }
}
