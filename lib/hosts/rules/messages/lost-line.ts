import type { Channel, Direction, EndReason } from '../../../domain/host/host-event.ts';

/** That the socket which told of an interaction has closed. */
export interface LostLine {
  /** Epoch milliseconds. */
  at: number;
  /** Which address it was open to, counted by the tap. */
  place: number;
}

/** What else the page tells of its lines. */
export interface LineState {
  /** Whether a socket to that place is open, as after a reconnect. */
  isOpen(place: number): boolean;
  /** How many of the page's peer connections are connected; when the last of them stopped, in epoch milliseconds. */
  media: { connected: number; stoppedAt?: number };
}

/** What of a live interaction decides how long it may be without its line. */
export interface LineOf {
  lost: LostLine | undefined;
  channel: Channel;
  direction: Direction;
  answered: boolean;
  /** When it was answered, epoch milliseconds. */
  answeredAt: number;
}

/** As for SIP (overdue.ts): what rings is given up by then, whatever the page has opened since. */
const ringMs = 32_000;
/** Media that have stopped for so long mean that the call is over. */
const silentMs = 5_000;
/** Where no media tell, and no socket came in the lost one's place. */
const lostMs = 120_000;

/** When what has lost its line ends by itself, in epoch milliseconds; undefined while nothing says that it will. */
export function dueWithoutLine(one: LineOf, { isOpen, media }: LineState): number | undefined {
  const { lost, channel, answered } = one;
  if (lost === undefined) return undefined;
  if (channel === 'phone' && !answered) return lost.at + ringMs;
  if (channel === 'phone' && media.connected > 0) return undefined;
  if (channel === 'phone' && hadMedia(one, media)) return Math.max(lost.at, media.stoppedAt) + silentMs;
  return isOpen(lost.place) ? undefined : lost.at + lostMs;
}

/** The likeliest reason when it is due. */
export function reasonWithoutLine(one: LineOf, { media }: LineState): EndReason {
  if (one.channel !== 'phone') return 'host-gone';
  if (one.answered) return hadMedia(one, media) ? 'completed' : 'failed';
  return one.direction === 'outbound' ? 'failed' : 'missed';
}

/** A call before it may have had those media. */
function hadMedia(
  { answeredAt }: LineOf,
  media: LineState['media'],
): media is { connected: 0; stoppedAt: number } {
  return media.stoppedAt !== undefined && media.stoppedAt >= answeredAt;
}
