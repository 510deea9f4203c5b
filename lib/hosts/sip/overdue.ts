import { endLeg, type SipLeg } from './sip-leg.ts';

/** What the page's peer connections told. Epoch milliseconds. */
export interface MediaTimes {
  connected: number;
  /** When the last one that was connected stopped. */
  stoppedAt?: number;
}

/** A phone gives up what nobody answers in that time (RFC 3261, timer B: 64 times 500 ms). */
const giveUpMs = 32_000;
/** A phone that has the credentials answers a challenge at once; one that has none says no more. */
const challengeMs = 4_000;
/** After a socket is lost, media that have stopped for so long mean that the call is over. */
const silentMs = 5_000;
/** Where no media were ever seen, and no socket came in the lost one's place. */
const lostMs = 120_000;

/** When a leg ends by itself unless something follows: most calls say goodbye, but a socket may be gone by then. */
export function dueOf(leg: SipLeg, media: MediaTimes, socketOpen: boolean): number | undefined {
  const times: number[] = [];
  if (leg.state === 'ringing') {
    if (leg.challengedAt !== undefined) times.push(leg.challengedAt + challengeMs);
    if (leg.doubtedAt !== undefined) times.push(leg.doubtedAt + giveUpMs);
    if (leg.outbound && !leg.heard) times.push(leg.since + giveUpMs);
    if (leg.lostAt !== undefined) times.push(leg.lostAt + giveUpMs);
  } else if (leg.state === 'answered' && leg.lostAt !== undefined && media.connected === 0) {
    if (hadMedia(leg, media)) times.push(Math.max(leg.lostAt, media.stoppedAt) + silentMs);
    else if (!socketOpen) times.push(leg.lostAt + lostMs);
  }
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Ends a leg that is due, with the likeliest reason. */
export function reasonWhenDue(leg: SipLeg, media: MediaTimes): void {
  if (leg.state === 'answered') endLeg(leg, hadMedia(leg, media) ? 'completed' : 'failed');
  else endLeg(leg, leg.outbound ? 'failed' : 'missed');
}

/** Media that had stopped before the leg was answered were those of a call before it. */
function hadMedia({ answeredAt }: SipLeg, media: MediaTimes): media is MediaTimes & { stoppedAt: number } {
  return media.stoppedAt !== undefined && answeredAt !== undefined && media.stoppedAt >= answeredAt;
}
