import type { Contact, ContactChange, FieldValue } from '../contact/contact.ts';
import type { Identifier } from '../contact/identifier.ts';
import type { CrmCapabilities } from '../crm/crm-capabilities.ts';
import type { SafeCrmError } from '../crm/crm-error.ts';
import type { Workspace } from '../fields/workspace.ts';
import type { HostInteraction, InboxMode } from '../host/host-event.ts';
import type { HostSource } from '../host/host-source.ts';
import type { Sighting, Told } from './sighting.ts';

/** Why this contact is shown (A12). */
export interface MatchReason {
  /** `contact-id`: the host named it. `client-id`: found by identifier. `chosen`: the agent's choice. `created`: just made. */
  by: 'contact-id' | 'client-id' | 'chosen' | 'created';
  /** The identifier that led here (client-id), or the one this interaction carries. */
  identifier?: Identifier;
  /** client-id: whether the CRM's spelling equals what the host said, or only after normalising. */
  exact?: boolean;
  /**
   * client-id: the country (ISO 3166-1 alpha-2) that was assumed, where the number stands in the CRM, or came from the host,
   * without its country code and nothing names a country.
   */
  assumedCountry?: string;
  /** client-id: how the host's text was read (read-number.ts), where it did not stand there plainly; `number` is for eyes. */
  readAs?: { how: 'without-plus' | 'stray-plus' | 'national'; number: string };
  /** The ContactID the host named, where the CRM says it was merged into this contact. */
  mergedFrom?: string;
  /** The CRM does not know the ContactID that the host named (A2). */
  unknownContactId?: boolean;
  /** The ContactID came in a trusted SIP header or from the host's own contract. */
  contactIdFrom?: 'header' | 'contract';
}

/** When and whence the contact on screen was read. `at` is epoch milliseconds. */
export interface Freshness {
  from: 'crm' | 'cache';
  at: number;
}

/** Offered, never done by itself: give this interaction's ClientID to the contact shown (A1, A7). */
export type Assignment =
  | { status: 'checking'; identifier: Identifier }
  | { status: 'offered'; identifier: Identifier; owners: Contact[] }
  | {
      status: 'done';
      identifier: Identifier;
      assignmentId: string;
      mode: AssignMode;
      former: { id: string; name: string }[];
      at: number;
    }
  | { status: 'undone'; identifier: Identifier }
  /** The CRM cannot hold it, or lets nobody write it: said in its place, since nothing can be offered. */
  | { status: 'impossible'; identifier: Identifier };

/** `add`: nobody has it yet. `move`: take it from its owners. `keep`: a shared identifier, on both. */
export type AssignMode = 'add' | 'move' | 'keep';

/**
 * What is known of who this is; one for each interaction. Times are epoch milliseconds.
 * `idle`: nothing to look for yet. `withheld`: the host says that there is no number to be had. `no-number`: the host has
 * given none, or it could not be read; nothing is claimed of the caller.
 */
export type Resolution =
  | { status: 'idle' }
  | { status: 'withheld' }
  | { status: 'no-number' }
  | {
      status: 'resolving';
      by: 'contact-id' | 'client-id';
      identifier?: Identifier;
      since: number;
      /** Others that have answered are not waited with any longer. */
      slow?: boolean;
    }
  | {
      status: 'matched';
      contact: Contact;
      reason: MatchReason;
      freshness: Freshness;
      /** A newer answer is on its way. */
      revalidating: boolean;
      /** Field key (or `name`) → the value it had when first shown. */
      changed: Record<string, FieldValue>;
      assignment?: Assignment;
      /** ContactIDs under which other CRMs know this very person. */
      alsoIn?: string[];
    }
  | {
      status: 'ambiguous';
      candidates: Contact[];
      /** More than these carry the identifier. */
      more?: true;
      identifier: Identifier;
      freshness: Freshness;
      unknownContactId?: boolean;
    }
  | {
      status: 'unmatched';
      /** Absent where the agent dropped a match that had no ClientID. */
      identifier?: Identifier;
      at: number;
      /** The agent said *Not this person* of a match. */
      rejected: boolean;
      unknownContactId?: boolean;
    }
  | {
      status: 'failed';
      error: SafeCrmError;
      /** When it will be tried again by itself; absent where only the agent can mend it. */
      retryAt?: number;
      attempt: number;
      identifier?: Identifier;
      stale?: { contact: Contact; reason: MatchReason; freshness: Freshness };
    };

/** A CRM that has not said who this is, beside what the others say: it is still asked, or fails. */
export interface SilentCrm {
  crm: string;
  error?: SafeCrmError;
  /** When it will be asked again by itself, epoch milliseconds. */
  retryAt?: number;
}

/** What one CRM says of who this is. `crm`: the id of its connection. */
export interface CrmAnswer {
  crm: string;
  resolution: Resolution;
}

/**
 * A write an agent asked for. Kept until it is saved or given up; its id is the idempotency key. Times are epoch
 * milliseconds. `waiting`: it will be sent by itself, for the first time or again. `not-saved`: the CRM refused it, or we
 * did; only its agent sends it again.
 */
export interface Write {
  id: string;
  kind: 'create' | 'update' | 'assign' | 'undo';
  status: 'waiting' | 'saving' | 'saved' | 'not-saved';
  at: number;
  /** When its agent asked for it; no two have the same, so it is their order too. */
  since?: number;
  /** waiting: not sent by itself before this, while nothing says that the CRM is back. */
  retryAt?: number;
  /** Why it waits, or was not saved. */
  error?: SafeCrmError;
  /** not-saved: the CRM may have done it, and nobody can find out; sent again it may be done twice. */
  unknown?: true;
  /** The connection that it goes to; of what is shown. */
  crm?: string;
  /** Whom it changes, or is given to; of what is not saved. */
  contactId?: string;
  /** What it sets there; of what is not saved. */
  change?: ContactChange;
  /** What it is about, for words: the field key, or the contact's name. */
  about?: string;
  /** Name of the contact it changes: what is left of an interaction that has gone must still say whose it is. */
  whose?: string;
}

/** One interaction as every view gets it. `key` is `origin | adapter | host's id`. */
export interface LiveInteraction {
  key: string;
  /** Of the adapter that leads: the highest-ranked whose page is there. */
  source: HostSource;
  /** What the adapters say, merged: of each field the word of the highest-ranked that has one. */
  facts: HostInteraction;
  /** Each adapter's own sight of it; the first is not special. */
  sightings: Sighting[];
  contactIdFrom?: 'header' | 'contract';
  /** The ClientID after normalising; absent when withheld, not given, or not known yet. */
  identifier?: Identifier;
  /** Country that an E.164 number belongs to, ISO 3166-1 alpha-2. */
  country?: string;
  /** What the answers of all CRMs that are asked come to (`join-answers.ts`). */
  resolution: Resolution;
  /** The connection whose own answer that is; absent where it is made of several. */
  answeredBy?: string;
  /** Those of the CRMs whose answer is not in it yet; absent where all have answered. */
  silent?: SilentCrm[];
  /** Drafts by connection and form name (`contactRef`), as the view saved them last. Never echoed into a field being typed in. */
  drafts: Record<string, Record<string, FieldValue>>;
  /** ContactIDs the agent said *Not this person* of. */
  rejected: string[];
  /** ContactIDs for which the agent answered *Not now* to the offer to assign. */
  declined: string[];
  /** Which view opens; decided once, then only the agent changes it (B2). */
  mode: 'reduced' | 'full';
  writes: Write[];
  /** Epoch milliseconds. */
  startedAt: number;
  answeredAt?: number;
  heldAt?: number;
  endedAt?: number;
  /** The host page went away; the interaction finishes at this time unless the page is back (D4). */
  hostGoneUntil?: number;
  /** Only signalling has seen its end, `missedEnd`: it finishes at this time unless the host says more. */
  finishAt?: number;
  missedEnd?: Pick<HostInteraction, 'state' | 'endReason'>;
  /** Which adapter told what; for diagnostics. */
  told?: Told;
}

/** As the engine has it. */
export interface AnsweredInteraction extends LiveInteraction {
  /** Of each CRM that is asked: who had somebody first stands first, who has nobody yet last. */
  answers: CrmAnswer[];
}

/** One of the CRMs that are asked, in the order of the settings, and our standing with it. `id` is the settings'. */
export type Connection = {
  id: string;
  /** As people call it. */
  crm: string;
  /** Origins of the only hosts that it is asked for; absent: of all. */
  hosts?: string[];
  /** null until the CRM has said it. */
  workspace: Workspace | null;
} & Standing;

type Standing =
  | { status: 'signed-out'; at?: number; agent?: string }
  | {
      status: 'ready';
      capabilities: CrmCapabilities;
      agent?: string;
      /** Whose screen this is, opaque: a command that was meant for another's is refused. */
      owner?: string;
      /** It does not answer, whoever asks; until it has answered again. `since`: epoch milliseconds. */
      away?: { error: SafeCrmError; since: number };
    };

/** A host the options page connected, and whether its page can be read now. */
export interface HostStatus {
  origin: string;
  label: string;
  /**
   * `reload`: the page was open before Ringside, what went on in it is unseen. `unreadable`: a rule for this host does not
   * find in the page what it looks for.
   */
  status: 'connected' | 'reload' | 'unreadable' | 'absent';
  inbox: InboxMode;
}

export interface RecentContact {
  contact: Contact;
  channel: HostInteraction['channel'];
  direction: HostInteraction['direction'];
  at: number;
}
