import type { ContactChange } from '../../domain/contact/contact.ts';

/** A change to a record; or, with `kept`, the return of its identifiers to the very places that `RecordDriver.kept` told. */
export interface RecordChange extends ContactChange {
  kept?: unknown;
}
