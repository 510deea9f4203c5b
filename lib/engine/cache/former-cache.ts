import { Dexie } from 'dexie';

/** Deletes the saved copies of a Ringside that knew one CRM: their key is gone, and nobody reads them any more. */
export async function dropFormerCache(): Promise<void> {
  // Another page of ours may hold it open; the next update tries again.
  await Dexie.delete('cache').catch(() => undefined);
}
