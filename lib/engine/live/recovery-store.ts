import type { ContactChange } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import type { EndedInteraction } from '../../domain/interaction/apply-host-interaction.ts';
import type { HostStatus } from '../../domain/interaction/host-status.ts';
import type { AnsweredInteraction, Connection, RecentContact, Write } from '../../domain/interaction/live.ts';
import type { DraftValues } from '../drafts/draft-store.ts';
import type { WriteRequest } from './write-request.ts';

/** What a new worker needs to go on where the killed one stopped. Memory only, gone with the browser. */
export interface RecoveryCopy {
  interactions: KeptInteraction[];
  /** null where nothing was saved yet. */
  rest: LiveCopy | null;
}

/** What its answers come to is made of them anew. */
export type KeptInteraction = Omit<AnsweredInteraction, 'resolution' | 'answeredBy' | 'silent'>;

/** The part that belongs to no single interaction. */
export interface LiveCopy {
  connections: Connection[];
  /** Connection → who is signed in there; none where nobody is. */
  parties: Record<string, KeptParty>;
  hosts: HostStatus[];
  front: string | null;
  pinned: string | null;
  recent: RecentContact[];
  /** Everybody's writes, oldest first. */
  outbox: OutboxEntry[];
  /** Owner → interaction → what they had begun in it, while they are not signed in. */
  aside: Record<string, Record<string, Work>>;
  /** Interactions that ended a short while ago, so that a late event does not start them again. */
  ended: EndedInteraction[];
  /** As in the state. */
  writes: Write[];
  /** When old copies were thrown away last; epoch milliseconds. */
  prunedAt: number;
}

/** Of a `CrmLink`: which CRM and which sign-in the contacts on screen are from, and which person at which CRM. */
export interface KeptParty {
  signIn: string;
  owner: string;
}

/** A write an agent asked for, whose it is, and how it stands. */
export interface OutboxEntry {
  /** The connection that it goes to. */
  crm: string;
  owner: string;
  /** Of the interaction it is for now: two may turn out to be one. */
  key: string | null;
  /** What to send again under the same id; null once it is saved. */
  command: WriteRequest | null;
  write: Write;
  /** When the CRM was asked for it first, epoch milliseconds; absent where it has certainly not done it. */
  sentAt?: number;
  /** Times that the CRM was asked and it is not known, or not yet so, what came of it. */
  attempt?: number;
  /** How its interaction stood when the agent asked. */
  meant?: Meant;
  /** What stood in its contact when the agent asked. */
  before?: Before;
}

/** Of an interaction: who was to be reached by whatever is done for it, and the ContactID of whom the agent had chosen. */
export interface Meant {
  identifier?: Identifier;
  chosen?: string;
}

/** Of a contact, what a write is about to set, and the version in which it stood so. */
export interface Before extends Pick<ContactChange, 'name' | 'identifiers' | 'fields'> {
  version: string;
}

/** What an agent has begun in an interaction. A draft that is null was taken up meanwhile. */
export interface Work {
  drafts: Record<string, DraftValues | null>;
  rejected: string[];
  declined: string[];
}

/** One key an interaction, since a single key collapses under load. */
export interface RecoveryStore {
  load(): Promise<RecoveryCopy>;
  saveInteraction(interaction: KeptInteraction): Promise<void>;
  removeInteraction(key: string): Promise<void>;
  saveRest(rest: LiveCopy): Promise<void>;
}
