import type { Crm, CrmPlan } from '../../crms/crm.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { HostEvent } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import type { HostDropReason } from '../../domain/interaction/apply-host-interaction.ts';
import type { HostStatus } from '../../domain/interaction/live.ts';
import type { Settings } from '../../domain/settings.ts';
import type { CommandReply, ViewCommand, ViewLink, ViewState } from '../../domain/view-state.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { RecoveryStore } from './recovery-store.ts';

/** The CRM the engine works with, as the extension or the widget connected it. */
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
      label: string;
      crm: Crm;
      /** What it can do with the settings it was connected with; the view offers nothing else, nor is anything else sent. */
      capabilities: CrmCapabilities;
      /** Requests that it takes for a question at most; one each where it is not said. */
      plan?: Pick<CrmPlan, 'getContact' | 'findByIdentifier'>;
      agent?: string;
    };

/**
 * Why what a host said counts for nothing. `internal`: such calls do not pop on this host. `too-many`: it has more live
 * interactions than any agent. `untrusted-contact-id`: only the ContactID is left out, the rest counts.
 */
export type EngineDropReason = HostDropReason | 'internal' | 'too-many' | 'untrusted-contact-id';

export interface EngineParts {
  cache: ContactCache;
  drafts: DraftStore;
  recovery: RecoveryStore;
  settings: Settings;
  /** What the registry says of a host adapter; an unknown one ranks lowest and its ContactIDs need trust. */
  adapter?: (id: string) => { rank: number; contactId: 'contract' | 'header' } | undefined;
  /** Ends the engine's own timers; without it they live as long as the worker or the page. */
  signal?: AbortSignal;
  /** Epoch milliseconds. */
  now?: () => number;
  /** The CRM answered 401: the credential is of no use any more. */
  onSignedOut?: () => void;
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

/**
 * The heart: interactions in, one state out. Runs in the background worker and in the widget's page; knows neither.
 * All changes go through one queue, so that methods may be called at any time and in any order.
 */
export interface Engine extends ViewLink {
  /** What a killed worker left is taken up again. Every method waits for it. */
  ready: Promise<void>;
  readonly state: ViewState;
  /** A validated host event from a sender the browser vouches for. Resolves once its effect would survive a kill. */
  host(source: HostSource, event: HostEvent): Promise<void>;
  /** The page (or one frame of it) is gone; its live interactions are marked and finish after 60 s unless it is back. */
  hostGone(page: { tabId: number; frameId?: number }): Promise<void>;
  /** The very same life of the page is back (back-forward cache, a lost Port): what it had is still there. */
  hostBack(page: { tabId: number; frameId: number }): Promise<void>;
  /**
   * A document that is new here has told all that is live, or none will come: what former ones told and nobody has told
   * again is finished now. Until it is told again; then it goes on.
   */
  hostTold(place: HostPlace): Promise<void>;
  setHosts(hosts: HostStatus[]): Promise<void>;
  /**
   * `owner`: whose screen the command was meant on, as the view's state said (null: nobody's). One that was meant on
   * another's is refused; a write stays with them. Without it, it is meant as things stand now.
   */
  send(command: ViewCommand, owner?: string | null): Promise<CommandReply>;
  configure(settings: Settings): Promise<void>;
  /** On `not-connected` or `signed-out` every contact leaves the screen and the cache. */
  connect(link: CrmLink): Promise<void>;
  /** Does what is due: retries, finished hosts, pruning. The caller's alarm is the backstop of the engine's own timers. */
  tick(): Promise<void>;
}
