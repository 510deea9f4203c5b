import type * as z from 'zod/mini';
import type { Contact, ContactChange, NewContact } from '../domain/contact/contact.ts';
import type { Identifier } from '../domain/contact/identifier.ts';
import type { CrmCapabilities } from '../domain/crm/crm-capabilities.ts';
import type { ReportUnread } from '../domain/crm/unread.ts';
import type { Workspace } from '../domain/fields/workspace.ts';
import type { AssignMode } from '../domain/interaction/live.ts';
import type { Found } from '../domain/search/found.ts';
import type { CrmMemory } from './crm-memory.ts';
import type { OAuthClient } from './http/auth/oauth-client.ts';
import type { OAuthTokenStore } from './http/auth/oauth-tokens.ts';
import type { CrmRate } from './http/rate.ts';
import type { Pace } from './pace.ts';

/**
 * One input of the form that connects a CRM; the form is made from these. `key` is a key of the settings, or `credential`.
 * What it is called is in the catalogue of words (components/words/en/crms/).
 */
export interface CrmFormField {
  key: string;
  /**
   * `definition`: a CRM definition as JSON text (docs/crm-definitions.md), with an editor of its own. `country`: ISO 3166-1
   * alpha-2, chosen by name.
   */
  kind: 'url' | 'text' | 'secret' | 'definition' | 'country';
  placeholder?: string;
  /** Whole texts to start from. */
  examples?: readonly { id: string; text: string }[];
}

export interface CrmContext<Settings> {
  settings: Settings;
  /** The one secret; user names and the like are settings. Kept apart from them; never logged, never in a URL. */
  credential: string;
  /** A fake in tests; the platform's otherwise. */
  fetch?: typeof globalThis.fetch;
  /** Without one, a connection remembers for as long as it lives itself. */
  memory?: CrmMemory;
  /** How writes wait. The platform's clock otherwise. */
  pace?: Pace;
  /** Of a sign-in by `oauth`; the credential is then a name for that sign-in, and no secret. */
  tokens?: OAuthTokenStore;
  /** Hears what of the CRM's answers could not be read and was left out, each time. It never throws. */
  onUnread?: ReportUnread;
}

/**
 * Signed in as whom. `shared`: the credential is an organisation's and names nobody in person; `agent` is the organisation.
 * `draftKey` (base64, 32 bytes) encrypts this agent's drafts on this device, where the CRM gives one.
 */
export interface CrmSession {
  agent: { id: string; name: string };
  draftKey?: string;
  shared?: true;
}

export interface AssignResult {
  /** For undo. */
  assignmentId: string;
  contact: Contact;
  /** The contacts that had the identifier before, as they are now. */
  former: Contact[];
}

/** The signal also says for whom it is asked, where that is not an agent's own click (`withErrand`): pass it on as it is. */
interface ReadOptions {
  signal?: AbortSignal;
}

/**
 * What is to be said of a write that is done. `slow`: it took so long that what somebody else wrote to the same contact at the
 * same moment may have been written over.
 */
export type WriteRemark = 'slow';

/** `key` is the idempotency key: the same key again has no second effect and answers as the first did. */
export interface WriteOptions {
  key: string;
  signal?: AbortSignal;
  remark?: (remark: WriteRemark) => void;
}

/** How it was made to work: against the product, on exchanges recorded from it, on a vendor's published contract, or from documents. */
export type CrmTried = 'running-product' | 'recorded-exchanges' | 'published-contract' | 'documents-only';

/** Most round trips of each read, once a connection is open. */
export interface CrmPlan {
  getContact: number;
  findByIdentifier: number;
  search: number;
  /**
   * Further round trips of `findByIdentifier` where nobody carries a number and organisations are looked for that do. Absent
   * where the CRM has none apart from its contacts, or they are not looked at.
   */
  organisations?: number;
  /** Requests that a new connection makes once, before or beside its first read: a token, the fields. */
  opening: number;
  /** The CRM tells into whom a contact was merged. Where it does not, such a contact is not there any more (A2). */
  followsMerges?: boolean;
}

/** A connected CRM. Every method throws `CrmError`, and nothing else, on failure. Identifiers are normalised. */
export interface Crm {
  session(options?: ReadOptions): Promise<CrmSession>;
  workspace(options?: ReadOptions): Promise<Workspace>;
  /** null: the CRM does not know it. A merged contact comes back under its new id. */
  getContact(id: string, options?: ReadOptions): Promise<Contact | null>;
  /**
   * Only contacts that carry this very identifier; none where the CRM cannot hold its kind. The plan says in how many round trips.
   * Where nobody carries a number, organisations that do, each behind its people: these carry it not, and say so (`via`).
   */
  findByIdentifier(identifier: Identifier, options?: ReadOptions): Promise<Contact[]>;
  /** In the CRM's own order and at most 50: what is best of them, and why each was found, is for the engine to say. */
  search(query: string, options?: ReadOptions): Promise<Found>;
  createContact(contact: NewContact, options: WriteOptions): Promise<Contact>;
  /** `version` guards against overwriting somebody else's change: `conflict` with `stale`. */
  updateContact(id: string, change: ContactChange, version: string, options: WriteOptions): Promise<Contact>;
  assignIdentifier(
    assignment: { contactId: string; identifier: Identifier; mode: AssignMode },
    options: WriteOptions,
  ): Promise<AssignResult>;
  /**
   * Puts back what the assignment changed, in the place and spelling it had; answers every contact touched, the one it was
   * assigned to first. `conflict`, and nothing is written, where the identifiers changed since.
   */
  undoAssignment(assignmentId: string, options: WriteOptions): Promise<Contact[]>;
  /**
   * Whether this agent may create contacts, found out without creating one. 'unknown' where the CRM did not say; absent
   * where no CRM of this kind tells before it is tried.
   */
  mayCreate?(options?: ReadOptions): Promise<boolean | 'unknown'>;
  /** Makes what this person signed in with worthless at the CRM; absent where it knows no such thing. */
  signOut?(options?: ReadOptions): Promise<void>;
  /** Where a person opens this contact in the CRM itself; null where there is no such page. */
  recordUrl(contactId: string): string | null;
}

/**
 * What works with a CRM, in the worker, the widget and the options page, which tests a connection by itself. One folder
 * `lib/crms/<id>/`: `connector.ts` with one of these as its default export, `facts.ts`, `example.ts` for the tests.
 */
export interface CrmConnector<Settings = unknown> {
  /** The folder's name. */
  id: string;
  label: string;
  settings: z.ZodMiniType<Settings>;
  /** Match patterns the extension must be granted. */
  origins(settings: Settings): string[];
  /** Signing in with a code and PKCE in place of a credential, where the settings say so (RFC 7636, no client secret). */
  oauth?(settings: Settings): OAuthClient | undefined;
  capabilities(settings: Settings): CrmCapabilities;
  plan: CrmPlan;
  rate: CrmRate;
  connect(context: CrmContext<Settings>): Crm;
}

/** The facts of every CRM, by its id: each `facts.ts` adds its own, and the catalogue of words has to have words for them all. */
// biome-ignore lint/suspicious/noEmptyInterface: the folders of the CRMs fill it.
export interface CrmFactsById {}
export type CrmId = keyof CrmFactsById;

/** What people are told and asked of a CRM by the options page and the documents, but for the words. The worker has no part of it. */
export interface CrmFacts {
  id: CrmId;
  /** Its workspace comes arranged by its own administrators, not by its fields alone. */
  ownSections?: boolean;
  tried: CrmTried;
  form: readonly CrmFormField[];
}

/** A connector with its facts, as the options page has it. */
export type OfferedCrm = CrmConnector & Omit<CrmFacts, 'id'>;
