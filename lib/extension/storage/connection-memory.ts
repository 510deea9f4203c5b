import type { CrmMemory } from '../../crms/crm-memory.ts';
import { within } from '../../engine/waiting/within.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';

const prefix = 'crm.memory.';
/** Asking the CRM again takes no longer. */
const patienceMs = 2_000;

interface Kept {
  fingerprint: string;
  value: unknown;
}

/** What one connection remembers, for the next worker too. */
export interface ConnectionMemory extends CrmMemory {
  /** The connection is over: what it still hears is not kept. */
  close(): void;
}

/**
 * `storage.session`, one key a thing, in memory only. Never throws: what cannot be kept or read is asked again. Another
 * connection's things are not seen.
 */
export function openConnectionMemory(fingerprint: string, api: StorageApi = browser): ConnectionMemory {
  let open = true;
  return {
    async get(name) {
      try {
        const stored = await within(patienceMs, api.storage.session.get(prefix + name));
        const kept = stored[prefix + name] as Kept | undefined; // Written below.
        return open && kept?.fingerprint === fingerprint ? kept.value : undefined;
      } catch (error) {
        log('warn', 'the memory of the connection could not be read', { error });
        return undefined;
      }
    },
    async set(name, value) {
      if (!open) return;
      try {
        const kept = { fingerprint, value } satisfies Kept;
        await within(patienceMs, api.storage.session.set({ [prefix + name]: kept }));
      } catch (error) {
        log('warn', 'the memory of the connection could not be kept', { error });
      }
    },
    close() {
      open = false;
    },
  };
}

/** Forgets what every connection remembered. */
export async function wipeConnectionMemory(api: StorageApi = browser): Promise<void> {
  const keys = Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith(prefix));
  if (keys.length > 0) await api.storage.session.remove(keys);
}
