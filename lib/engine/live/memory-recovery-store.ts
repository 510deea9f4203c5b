import type { DeskCopy, KeptInteraction, RecoveryStore } from './recovery-store.ts';

/** A recovery copy in memory: for the widget, whose engine dies with its page, and for tests that restart an engine. */
export function createMemoryRecoveryStore(): RecoveryStore {
  const interactions = new Map<string, KeptInteraction>();
  let desk: DeskCopy | null = null;

  return {
    async load() {
      return structuredClone({ interactions: [...interactions.values()], desk });
    },

    async saveInteraction(interaction) {
      interactions.set(interaction.key, structuredClone(interaction));
    },

    async removeInteraction(key) {
      interactions.delete(key);
    },

    async saveDesk(copy) {
      desk = structuredClone(copy);
    },
  };
}
