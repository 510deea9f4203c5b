import { type ReadonlySignal, signal } from '@preact/signals';

/** A table that components can watch. `put` of undefined removes the row. */
export interface SignalMap<T> {
  all: ReadonlySignal<ReadonlyMap<string, T>>;
  get(key: string): T | undefined;
  put(key: string, row: T | undefined): void;
}

export function createSignalMap<T>(): SignalMap<T> {
  const all = signal<ReadonlyMap<string, T>>(new Map());
  return {
    all,
    get: (key) => all.value.get(key),
    put(key, row) {
      const next = new Map(all.peek());
      if (row === undefined) next.delete(key);
      else next.set(key, row);
      all.value = next;
    },
  };
}
