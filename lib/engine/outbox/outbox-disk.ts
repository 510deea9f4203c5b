import type { WriteStore } from '../drafts/write-store.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';

/** The rows of the outbox on disk: what changes in one turn is written once, as it then is, in the order of the changes. */
export class OutboxDisk {
  readonly #store: WriteStore;
  /** By owner and id: the row, or undefined where it is to go. */
  #changed = new Map<string, { owner: string; id: string; row: OutboxEntry | undefined }>();
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(store: WriteStore) {
    this.#store = store;
  }

  load(owner: string): Promise<unknown[]> {
    return this.#store.load(owner);
  }

  put(owner: string, row: OutboxEntry): void {
    this.#change({ owner, id: row.write.id, row });
  }

  remove(owner: string, id: string): void {
    this.#change({ owner, id, row: undefined });
  }

  /** Resolves when what was put so far is on disk, or is known not to be: then it lasts as long as the browser. */
  async kept(): Promise<void> {
    await this.#keeping;
  }

  #change(change: { owner: string; id: string; row: OutboxEntry | undefined }): void {
    if (this.#changed.size === 0)
      this.#keeping = Promise.all([this.#keeping, Promise.resolve().then(() => this.#write())]);
    const place = JSON.stringify([change.owner, change.id]);
    this.#changed.delete(place);
    this.#changed.set(place, change);
  }

  async #write(): Promise<void> {
    const changes = [...this.#changed.values()];
    this.#changed = new Map();
    // A disk that fails leaves it in the browser's memory.
    await Promise.allSettled(
      changes.map(async ({ owner, id, row }) =>
        row ? this.#store.put(owner, id, row) : this.#store.remove(owner, id),
      ),
    );
  }
}
