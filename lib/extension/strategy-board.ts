import type { Strategy } from '../domain/host-diagnostics.ts';

export interface StrategyBoard {
  set(strategy: Strategy): void;
  /** Adapters start anew: nothing is known of them. */
  clear(): void;
}

/** A page that is still being built, or a list that is built again, is none that cannot be read. */
const graceMs = 5_000;
const maxStrategies = 128;

/**
 * How the strategies of one page stand. `tell` gets all of them whenever they change, once a microtask. That a rule cannot
 * be read is told only when it has stood for a while.
 */
export function createStrategyBoard(tell: (all: Strategy[]) => void, signal: AbortSignal): StrategyBoard {
  const all = new Map<string, Strategy>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let told = '';
  let announced = false;

  function put(key: string, strategy: Strategy): void {
    if (all.size >= maxStrategies && !all.has(key)) return;
    all.set(key, strategy);
    if (announced) return;
    announced = true;
    queueMicrotask(() => {
      announced = false;
      const json = JSON.stringify([...all.values()]);
      if (signal.aborted || json === told) return;
      told = json;
      tell([...all.values()]);
    });
  }

  function stopWaiting(): void {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
  }
  signal.addEventListener('abort', stopWaiting, { once: true });

  return {
    set(strategy) {
      if (signal.aborted) return;
      const key = `${strategy.adapter} ${strategy.rule ?? ''}`;
      if (strategy.state !== 'cannot-read') {
        clearTimeout(waiting.get(key));
        waiting.delete(key);
        put(key, strategy);
      } else if (!waiting.has(key) && all.get(key)?.state !== 'cannot-read') {
        waiting.set(
          key,
          setTimeout(() => {
            waiting.delete(key);
            put(key, strategy);
          }, graceMs),
        );
      }
    },
    clear() {
      stopWaiting();
      all.clear();
    },
  };
}
