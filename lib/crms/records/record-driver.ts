import type { Contact, NewContact } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import type { RecordChange } from './record-change.ts';

/** A contact that was just read, and all that the CRM sent of it: what a write to it must neither overlook nor overwrite. */
export interface ReadRecord<Raw> {
  contact: Contact;
  record: Raw;
}

/** What a CRM of plain records can do; everything else of a write is made of it. Every one throws CrmError. */
export interface RecordDriver<Raw> {
  identifiers: IdentifierKind[];
  /** Its records may be companies too; otherwise one is `not-supported`. */
  companies?: boolean;
  get(id: string, signal?: AbortSignal): Promise<ReadRecord<Raw> | null>;
  find(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]>;
  /** Answers the new id. `key` is the idempotency key, for a CRM that takes one. */
  insert(contact: NewContact, signal: AbortSignal | undefined, key: string): Promise<string>;
  /** Writes the keys that change; `identifiers` is the whole new list, `kept` an earlier answer of the method of that name. */
  patch(read: ReadRecord<Raw>, change: RecordChange, signal?: AbortSignal): Promise<void>;
  /**
   * The CRM itself compares: it refuses a patch of a contact that was changed since it was read (`conflict`, `stale`). Without,
   * what two write at once is looked at again (`writes/identifier-writes.ts`).
   */
  refusesStale?(read: ReadRecord<Raw>): boolean;
  /**
   * How and where the CRM itself holds the identifiers of a contact: slots, spellings, labels, order. JSON that an undo gives
   * back to `patch`. Without this method an undo gives back the identifiers alone.
   */
  kept?(read: ReadRecord<Raw>, signal?: AbortSignal): unknown;
}
