import type { LoneChromium } from '../browser/lone-chromium.ts';

/**
 * Fills the contact cache of Ringside's first CRM up to so many contacts and lookups: copies of a row that is there, under
 * keys that nobody asks for. They cannot be opened, but are as many and as large as those that could.
 */
export async function fillCache(chromium: LoneChromium, worker: string, count: number): Promise<void> {
  await chromium.evaluate(
    worker,
    `(async () => {
      const db = await new Promise((resolve, reject) => {
        const opening = indexedDB.open('cache.companion');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const key = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
      for (const table of ['contacts', 'lookups']) {
        const [model] = await done(db.transaction(table).objectStore(table).getAll(null, 1));
        let left = ${count} - (await done(db.transaction(table).objectStore(table).count()));
        while (left > 0) {
          const writing = db.transaction(table, 'readwrite', { durability: 'relaxed' });
          const over = new Promise((resolve, reject) => {
            writing.oncomplete = resolve;
            writing.onabort = () => reject(writing.error);
          });
          for (let turn = 0; turn < 250 && left > 0; turn += 1, left -= 1) {
            const more = table === 'lookups' ? { loose: key(), refs: [key()] } : {};
            writing.objectStore(table).put({ ...model, key: key(), ...more });
          }
          await over;
        }
      }
      db.close();
    })()`,
  );
}
