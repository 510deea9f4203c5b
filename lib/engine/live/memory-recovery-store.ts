import type { KeptInteraction, LiveCopy, RecoveryStore } from './recovery-store.ts';

/** A recovery copy in memory: for the widget, whose engine dies with its page, and for tests that restart an engine. */
export function createMemoryRecoveryStore(): RecoveryStore {
  const interactions = new Map<string, KeptInteraction>();
  let rest: LiveCopy | null = null;

  return {
    async load() {
      return structuredClone({ interactions: [...interactions.values()], rest });
    },

    async saveInteraction(interaction) {
      interactions.set(interaction.key, structuredClone(interaction));
    },

    async removeInteraction(key) {
      interactions.delete(key);
    },

    async saveRest(copy) {
      rest = structuredClone(copy);
    },
  };
}
