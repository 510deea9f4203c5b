import type { Crm, CrmPlan } from '../../crms/crm.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import type { HostDropReason } from '../../domain/interaction/apply-host-interaction.ts';

import type { Settings } from '../../domain/settings.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { WriteStore } from '../drafts/write-store.ts';
import type { RecoveryStore } from './recovery-store.ts';

/** How one CRM stands, as the extension or the widget connected it. */
export type CrmLink =
  | { status: 'not-connected' }
  | { status: 'signed-out'; label: string; at?: number; agent?: string }
  | {
      status: 'ready';
      /** Which CRM and which sign-in: under another id nothing of the former's contacts is kept. */
      id: string;
      /**
       * Which person at which CRM, the same however often they sign in: what they have begun and not finished is theirs.
       * Absent until the CRM has said who it is; until then it is this sign-in's.
       */
      owner?: string;
      /** As people call it. */
      label: string;
      /** Its ContactIDs are its own; the engine writes them as `contactRef` does. */
      crm: Crm;
      /** What it can do with the settings it was connected with; the view offers nothing else, nor is anything else sent. */
      capabilities: CrmCapabilities;
      /** Requests that it takes for a question at most; one each where it is not said. */
      plan?: Pick<CrmPlan, 'getContact' | 'findByIdentifier' | 'organisations'>;
      agent?: string;
      /** As the CRM said it last to this sign-in; it is asked again once what waits for it is on screen. */
      workspace?: Workspace;
    };

/**
 * Why what a host said counts for nothing. `internal`: such calls do not pop on this host. `too-many`: it has more live
 * interactions than any agent. `untrusted-contact-id`: only the ContactID is left out, the rest counts.
 */
export type EngineDropReason = HostDropReason | 'internal' | 'too-many' | 'untrusted-contact-id';

/** What is kept for one connection. */
export interface CrmStores {
  cache: ContactCache;
  drafts: DraftStore;
  writes: WriteStore;
}

export interface EngineParts {
  /** The stores of a connection, by its id; asked once for each. */
  storesOf: (crm: string) => CrmStores;
  recovery: RecoveryStore;
  settings: Settings;
  /** What the registry says of a host adapter; an unknown one ranks lowest and its ContactIDs need trust. */
  adapter?: (id: string) => { rank: number; contactId: 'contract' | 'header' } | undefined;
  /**
   * Runs a step while no other engine of this browser runs one: what waits is sent by one of them at a time. Absent where
   * there is no other.
   */
  alone?: (step: () => Promise<void>) => Promise<void>;
  /** Ends the engine's own timers; without it they live as long as the worker or the page. */
  signal?: AbortSignal;
  /** Epoch milliseconds. */
  now?: () => number;
  /** This connection's CRM answered 401: the credential is of no use any more. */
  onSignedOut?: (crm: string) => void;
  /** For diagnostics. `source` is the very object that `Engine.host` was given with the event. */
  onDropped?: (source: HostSource, reason: EngineDropReason) => void;
  /** A listener of the state threw; the others were told all the same. */
  onError?: (error: unknown) => void;
  /** The view mode an agent toggled to; the extension keeps it in the settings. */
  onModeToggled?: (origin: string, inbox: string, mode: 'reduced' | 'full') => void;
}

/** A tab, or one frame of it, or the frames of one origin in it. */
export interface HostPlace {
  tabId: number;
  frameId?: number;
  origin?: string;
}
