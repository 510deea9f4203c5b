import type { Channel, Direction, EndReason, InboxMode, InteractionState } from './host-event.ts';

/**
 * Why something a page said counts for nothing. `untrusted-contact-id`: only the ContactID was left out.
 * `failed`: Ringside itself stumbled over it.
 */
export type DropReason =
  | 'not-valid'
  | 'too-big'
  | 'forbidden-key'
  | 'too-many'
  | 'forged-sender'
  | 'older'
  | 'echo'
  | 'never-live'
  | 'internal'
  | 'untrusted-contact-id'
  | 'failed';

/** How one way of reading a page stands: an adapter, or one of its rules. */
export interface Strategy {
  adapter: string;
  rule?: string | undefined;
  /**
   * `ready`: it runs, or the rule can be read. `unseen`: it can, and none of the rows that it finds can be seen. `elsewhere`:
   * for other pages. `failed`: the adapter could not start.
   */
  state: 'ready' | 'unseen' | 'cannot-read' | 'elsewhere' | 'failed';
  numbers?: NumbersRead | undefined;
}

/** How often a rule found the ClientID, since its page was loaded. */
export interface NumbersRead {
  /** Where it looks: selectors or paths, as the rule has them. */
  at: string;
  channel: Channel;
  /** Interactions that it saw, and those of them in which nothing ever stood there. */
  seen: number;
  empty: number;
}

/** What an event was, with nothing of whom it was about. */
export type EventFacts =
  | {
      what: 'interaction';
      state: InteractionState;
      channel: Channel;
      direction: Direction;
      endReason?: EndReason;
      /** The host says so, or gives a word in place of a number. */
      withheld?: true;
      /** No number came with it, and no word that there is none. */
      numberless?: true;
    }
  | { what: 'focus'; on: boolean }
  | { what: 'inbox'; mode: InboxMode }
  | { what: 'language'; language: string }
  | { what: 'hello' | 'event' };

export interface DiagnosedEvent {
  /** Epoch milliseconds, of the last where it came several times on end. */
  at: number;
  times: number;
  /** Id of the adapter; empty where it is not known. */
  adapter: string;
  /** Absent where it could not be read. */
  facts?: EventFacts;
  /** A few letters that stand for the interaction; they say nothing about its id. */
  interaction?: string;
  /** It was dropped, or, where only its ContactID was, taken without that. */
  reason?: DropReason;
  /** The field that is not valid, such as `interaction.clientId.value`. */
  path?: string;
}

/** One frame of a host page. */
export interface DiagnosedPage {
  origin: string;
  tabId: number;
  /** 0: the page itself. */
  frameId: number;
  /** Connected since, epoch milliseconds. */
  since: number;
  /** Its scripts may have run before ours. */
  late: boolean;
  /**
   * Absent: it is served. `not-allowed`: its script is there, and its host is not connected, not allowed, or not yet.
   * `not-entered`: the tab is open and does not let the scripts in.
   */
  unserved?: 'not-allowed' | 'not-entered';
  /** It is not there any more; kept for when it is loaded again. */
  gone: boolean;
  strategies: Strategy[];
  /** Adapter → how many events about interactions counted. */
  seen: Record<string, number>;
  dropped: Partial<Record<DropReason, number>>;
  /** Oldest first. */
  events: DiagnosedEvent[];
}

/** Which adapter told what of a live interaction. */
export interface DiagnosedInteraction {
  origin: string;
  tabId: number;
  state: InteractionState;
  channel: Channel;
  direction: Direction;
  /** Who sees it; `interaction` as in the events. */
  seenBy: { adapter: string; interaction: string }[];
  /** Field → adapter. */
  told: Record<string, string>;
}

/** What people may see of the traffic between host pages and Ringside. Holds no customer data. */
export interface HostDiagnostics {
  pages: DiagnosedPage[];
  interactions: DiagnosedInteraction[];
}

export const keptEvents = 20;
