import type { Strategy } from '../../domain/host/host-diagnostics.ts';
import { onceAMicrotask } from './once-a-microtask.ts';

export interface StrategyBoard {
  set(strategy: Strategy): void;
  /** How often a rule found the ClientID; one that sees interactions can be read. */
  count(counted: Pick<Strategy, 'adapter' | 'rule' | 'numbers'>): void;
  /** Adapters start anew: nothing is known of them. */
  clear(): void;
}

/** A page that is still being built, or a list that is built again, is none that cannot be read or seen. */
const graceMs = 5_000;
const slow: ReadonlySet<Strategy['state']> = new Set(['cannot-read', 'unseen']);
const maxStrategies = 128;

/**
 * How the strategies of one page stand. `tell` gets all of them whenever they change, once a microtask. That a rule cannot
 * be read, or sees none of its rows, is told only when it has stood for a while.
 */
export function createStrategyBoard(tell: (all: Strategy[]) => void, signal: AbortSignal): StrategyBoard {
  const all = new Map<string, Strategy>();
  const numbers = new Map<string, Strategy['numbers']>();
  const waiting = new Map<string, { state: Strategy['state']; timer: ReturnType<typeof setTimeout> }>();
  let told = '';

  const announce = onceAMicrotask(() => {
    const json = JSON.stringify([...all.values()]);
    if (signal.aborted || json === told) return;
    told = json;
    tell([...all.values()]);
  });

  function put(key: string, strategy: Strategy): void {
    if (all.size >= maxStrategies && !all.has(key)) return;
    all.set(key, { ...strategy, numbers: numbers.get(key) });
    announce();
  }

  function stopWaiting(): void {
    for (const { timer } of waiting.values()) clearTimeout(timer);
    waiting.clear();
  }
  signal.addEventListener('abort', stopWaiting);

  const keyOf = ({ adapter, rule = '' }: Pick<Strategy, 'adapter' | 'rule'>): string => `${adapter} ${rule}`;

  return {
    count(counted) {
      const key = keyOf(counted);
      if (signal.aborted || (numbers.size >= maxStrategies && !numbers.has(key))) return;
      // Hosts may say a thousand things a second of one call.
      if (all.has(key) && JSON.stringify(numbers.get(key)) === JSON.stringify(counted.numbers)) return;
      numbers.set(key, counted.numbers);
      put(key, all.get(key) ?? { adapter: counted.adapter, rule: counted.rule, state: 'ready' });
    },
    set(strategy) {
      if (signal.aborted) return;
      const key = keyOf(strategy);
      const { state } = strategy;
      const before = waiting.get(key);
      if (before?.state === state) return;
      clearTimeout(before?.timer);
      waiting.delete(key);
      if (!slow.has(state)) put(key, strategy);
      else if (all.get(key)?.state !== state) {
        const settle = () => {
          waiting.delete(key);
          put(key, strategy);
        };
        waiting.set(key, { state, timer: setTimeout(settle, graceMs) });
      }
    },
    clear() {
      stopWaiting();
      all.clear();
    },
  };
}
