import type { WriteStore } from './write-store.ts';

/** Writes that live and die with the page: for the widget, and for tests. */
export function createMemoryWriteStore(): WriteStore {
  const writes = new Map<string, Map<string, unknown>>();
  return {
    load: async (owner) => structuredClone([...(writes.get(owner)?.values() ?? [])]),
    async put(owner, id, kept) {
      const own = writes.get(owner) ?? new Map<string, unknown>();
      writes.set(owner, own.set(id, structuredClone(kept)));
    },
    async remove(owner, id) {
      writes.get(owner)?.delete(id);
    },
  };
}
