import type { FieldValue } from '../../domain/contact/contact.ts';

/** A draft's fields, by field key. */
export type DraftValues = Record<string, FieldValue>;

/**
 * What agents are typing, by interaction key and form name; survives a worker kill and a browser crash (A14).
 * A rejected `save` means that the draft is not kept; the view says so.
 */
export interface DraftStore {
  /** All drafts of an interaction, by form name. */
  load(key: string): Promise<Record<string, DraftValues>>;
  /** null removes it. Resolves when it is on disk. */
  save(key: string, form: string, values: DraftValues | null): Promise<void>;
  /** Gives every draft of one interaction to another (the same call seen by a better adapter). */
  move(fromKey: string, toKey: string): Promise<void>;
}
