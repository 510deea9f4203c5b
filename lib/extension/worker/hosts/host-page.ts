import type { Strategy } from '../../../domain/host/host-diagnostics.ts';
import type { InboxMode } from '../../../domain/host/host-event.ts';
import type { Sender } from '../../browser/judge-sender.ts';
import type { HostPortReply } from '../../messages/host-messages.ts';
import type { Port } from '../../messages/port.ts';
import type { TokenBucket } from '../../messages/token-bucket.ts';

/** Shown, kept at hand unseen, or not there at all. */
export type CardPlace = 'shown' | 'at-hand' | 'none';

/** One frame of a host page that has a content script of ours, as the worker knows it. */
export interface HostPage {
  readonly port: Port;
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
  windowId: number;
  /** What it said of itself when it connected; undefined until then. */
  opened: { instance: string; late: boolean } | undefined;
  hidden: boolean;
  /** It told something beyond greetings: whatever was missed, it can be read. */
  heard: boolean;
  inbox: InboxMode;
  /** What each of its adapters has said that it can be asked to do. */
  commands: Map<string, readonly string[]>;
  /** Number of the last command that this life of the page was sent. */
  asked: number;
  /** How its ways of reading the page stand, as it told last. */
  strategies: Strategy[];
  cardBlocked: boolean;
  /** What it was told of the card; undefined: nothing yet by this worker. */
  card: CardPlace | undefined;
  /** In which place and size it was told to show it last. */
  cardLook: string;
  /** The card that it was told to show is in sight. */
  cardSeen: boolean;
  /** Its origin is configured and granted, and its number of handled events is loaded. */
  served: boolean;
  /** Number of the last event handed to the engine. */
  upTo: number;
  /** Number of the last event whose effects would survive a kill. */
  kept: number;
  /** It has told all that was live when it began. */
  told: boolean;
  /** Shared by the frames of a tab. */
  pace: TokenBucket;
  waiting: number;
  /** Events were dropped because too many waited: the page must tell everything again. */
  missed: boolean;
}

/** As the diagnostics know a frame. */
export function placeOf({ origin, tabId, frameId, opened }: HostPage) {
  return { origin, tabId, frameId, late: opened?.late ?? false };
}

/** A frame that has just connected. */
export function newHostPage(
  port: Port,
  { tabId, frameId, windowId, origin }: Extract<Sender, { kind: 'host' }>,
  pace: TokenBucket,
): HostPage {
  return {
    ...{ port, tabId, frameId, windowId, origin, pace },
    ...{ opened: undefined, hidden: false, heard: false, inbox: 'unknown', strategies: [] },
    ...{ commands: new Map(), asked: 0 },
    ...{ cardBlocked: false, card: undefined, cardLook: '', cardSeen: false },
    ...{ served: false, upTo: 0, kept: 0, told: false, waiting: 0, missed: false },
  };
}

/** Tells the script in it. */
export function post({ port }: HostPage, message: HostPortReply): void {
  try {
    port.postMessage(message);
  } catch {
    // It has just gone; its `onDisconnect` says the rest.
  }
}
