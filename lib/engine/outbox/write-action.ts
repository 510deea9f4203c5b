import type { Crm, WriteOptions } from '../../crms/crm.ts';
import type { Contact, ContactChange } from '../../domain/contact/contact.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { LiveInteraction, Write } from '../../domain/interaction/live.ts';
import type { Lookups } from '../connection/lookups.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { Meant } from '../live/recovery-store.ts';
import type { WriteRequest } from '../live/write-request.ts';
import type { Resolvers } from '../resolving/resolvers.ts';

export interface SendParts {
  /** The CRM has something to say of a write that is done: hand it on with the key. */
  remark: NonNullable<WriteOptions['remark']>;
  liveStore: LiveStore;
  /** Of the CRM that it goes to, as `region`. */
  lookups: Lookups;
  resolver: Resolvers;
  region: () => string;
  now: () => number;
}

/** What the CRM answered, and what to show of it: only while the same person is signed in. `key`: as the interaction is called now. */
export interface Written {
  contact?: Contact;
  show(key: string | null): void;
}

/** What it takes to say whether the CRM can do this at all: a view is not to be trusted with it. */
export interface KnownOfWrite {
  capabilities: CrmCapabilities;
  live?: LiveInteraction;
  /** The contact to change, as it was read last, where it is known. */
  contact?: Contact;
  /** See `means`. */
  meant?: Meant;
}

/** What one kind of write is. The outbox keeps, sends and tells of all of them alike. */
export interface WriteAction<Asked extends WriteRequest = WriteRequest> {
  kind: Write['kind'];
  /** The connection that it goes to. */
  crm(asked: Asked): string;
  /** What it is about, in a word that the view shows; undefined where its kind says it. */
  about?(asked: Asked): string | undefined;
  /** The ContactID of what it changes by version: where somebody else was first, it is read again and shown. */
  changes?(asked: Asked): string;
  /** The ContactID of whom it is given to, where that is on screen and `changes` does not say it. */
  gives?(asked: Asked): string;
  /** What it sets there; of identifiers that are not named in it, that it sets them. */
  sets?(asked: Asked): Pick<ContactChange, 'name' | 'identifiers' | 'fields'>;
  /** What the contact that comes back ought to hold then, as far as it was typed. */
  asks?(asked: Asked): Pick<ContactChange, 'name' | 'identifiers' | 'fields'>;
  /** The version that guards it, and the same on another. */
  version?(asked: Asked): string;
  onVersion?(asked: Asked, version: string): Asked;
  /** For whom it is: how its interaction stands when the agent asks. */
  means?(liveStore: LiveStore, asked: Asked): Meant | undefined;
  /** False where a CRM without idempotency keys has nothing to find it by, once its answer was lost. */
  findable?(asked: Asked): boolean;
  /** What of the CRM it sets: a later write of the same place takes the word of an earlier one that was not saved. */
  place?(asked: Asked): string;
  /** Form name of the draft that is done once it is saved. */
  form?: string;
  /** Why nothing is sent: it is beyond this CRM or this agent, or names nobody. */
  refusal(asked: Asked, known: KnownOfWrite): SafeCrmError | undefined;
  /**
   * Asks the CRM at once: nothing lies between the caller's last look at who is signed in and this. Keeps what the CRM says
   * to it. Throws CrmError.
   */
  send(parts: SendParts, crm: Crm, asked: Asked, known: KnownOfWrite): Promise<Written>;
}
