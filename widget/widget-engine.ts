import { defaultSettings } from '../lib/domain/settings.ts';
import { createMemoryContactCache } from '../lib/engine/cache/memory-contact-cache.ts';
import { createMemoryDraftStore } from '../lib/engine/drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../lib/engine/drafts/memory-write-store.ts';
import type { Engine } from '../lib/engine/engine.ts';
import { createEngine } from '../lib/engine/engine.ts';
import type { EngineParts } from '../lib/engine/live/engine-parts.ts';
import { createMemoryRecoveryStore } from '../lib/engine/live/memory-recovery-store.ts';
import { facts as chatwoot } from '../lib/hosts/chatwoot/facts.ts';

/** Whoever embeds the widget is trusted by configuration, so its ContactIDs count, said either way. */
const adapters: Record<string, ReturnType<NonNullable<EngineParts['adapter']>>> = {
  'host-protocol': { rank: 40, contactId: 'contract' },
  [chatwoot.id]: chatwoot,
  url: { rank: 10, contactId: 'contract' },
};

/**
 * The engine in this page, with everything in memory: nothing is stored in the browser, so that the widget works where
 * a frame of another site may store nothing.
 */
export function createWidgetEngine(parts: { onSignedOut(): void; signal: AbortSignal }): Engine {
  let settings = defaultSettings;
  const engine = createEngine({
    ...parts,
    settings,
    storesOf: () => ({
      cache: createMemoryContactCache(),
      drafts: createMemoryDraftStore(),
      writes: createMemoryWriteStore(),
    }),
    recovery: createMemoryRecoveryStore(),
    adapter: (id) => adapters[id],
    // By its name alone, since a message may quote data.
    onError: (error) =>
      console.error('Ringside: what follows from the state failed', error instanceof Error ? error.name : ''),
    onModeToggled(origin, inbox, mode) {
      const remembered = { ...settings.view.remembered, [`${origin}|${inbox}`]: mode };
      settings = { ...settings, view: { ...settings.view, remembered } };
      void engine.configure(settings);
    },
  });
  window.addEventListener('online', () => void engine.online(), { signal: parts.signal });
  return engine;
}
