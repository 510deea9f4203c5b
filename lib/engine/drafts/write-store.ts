/**
 * Writes that are not saved yet, of the agent who is signed in; they outlive the worker, the browser and a crash (A14).
 * What is kept is the outbox's own; a store gives it back as it was put, or not at all.
 */
export interface WriteStore {
  /** Everything of this owner's that can be read. */
  load(owner: string): Promise<unknown[]>;
  /** Adds it, or takes the place of the one of the same id. Resolves when it is on disk. */
  put(owner: string, id: string, kept: unknown): Promise<void>;
  remove(owner: string, id: string): Promise<void>;
}
