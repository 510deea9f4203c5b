import { openContactCache } from '../../engine/cache/dexie-contact-cache.ts';
import { openDraftStore } from '../../engine/drafts/dexie-draft-store.ts';
import { openWriteStore } from '../../engine/drafts/dexie-write-store.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { freshKey, loadDataKey, rotateDataKey } from '../storage/data-key.ts';
import { type AgentStores, createAgentStores } from './agent-stores.ts';
import { createRotatingCache, type RotatingCache } from './rotating-cache.ts';

/** What the engine keeps for one connection; drafts and writes are those of the agent who is signed in to it. */
export interface ConnectionStores extends AgentStores {
  cache: RotatingCache;
  /** Nothing saved so far can be read any more. */
  forgetCache(): Promise<void>;
}

export interface StoresOfConnections {
  /** The same ones for the same id. */
  of(crm: string): ConnectionStores;
  /** Deletes the saved copies; of this connection alone, where one is named. */
  clearCache(crm?: string): Promise<void>;
}

/**
 * A cache for each connection, in a database and under a key of its own: emptying one touches no other. All drafts and writes lie
 * in one database, each sealed with the key of its agent and kept under its owner.
 */
export function createConnectionStores(api: StorageApi): StoresOfConnections {
  const opened = new Map<string, ConnectionStores>();

  function open(crm: string): ConnectionStores {
    const cache = createRotatingCache(
      (dataKey) => openContactCache({ dataKey, databaseName: `cache.${crm}` }),
      // A key that cannot be read costs the saved copies, and nothing else.
      loadDataKey(crm, api).catch(freshKey),
    );
    const agent = createAgentStores((draftKey) => ({
      drafts: openDraftStore({ draftKey }),
      writes: openWriteStore({ draftKey }),
    }));
    return { ...agent, cache, forgetCache: async () => cache.rotate(await rotateDataKey(crm, api)) };
  }

  function of(crm: string): ConnectionStores {
    const stores = opened.get(crm) ?? open(crm);
    opened.set(crm, stores);
    return stores;
  }

  return {
    of,
    async clearCache(crm) {
      const caches = crm === undefined ? [...opened.values()] : [of(crm)];
      await Promise.all(caches.map(({ cache }) => cache.clear()));
    },
  };
}
