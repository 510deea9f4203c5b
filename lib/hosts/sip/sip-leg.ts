import type { EndReason } from '../../domain/host/host-event.ts';
import { reasonOfBye, reasonOfHangUp, reasonOfStatus } from './end-reason.ts';
import type { SipFrame } from './sip-frame.ts';
import { tagOf } from './tag-of.ts';

/**
 * One leg of a call: what one INVITE began, as its frames tell it. A call has several where it is forked to two sockets of
 * the page, or where a transfer or a reconnect puts a new leg in an old one's place. Times are epoch milliseconds.
 */
export interface SipLeg {
  callId: string;
  /** The page sent the INVITE. */
  outbound: boolean;
  /** The newest INVITE outside a dialog: it was tried again with credentials. Of a late one, its newest request. */
  invite: SipFrame;
  /** `unsure`: not enough was seen of a late one (late-leg.ts). */
  state: 'unsure' | 'ringing' | 'answered' | 'ended';
  /** Its INVITE passed before us: `outbound` counts only while it rings. */
  late?: boolean;
  endReason?: EndReason;
  /** Where it was last seen. */
  socket: number;
  /** When its socket closed, until it is seen on another. */
  lostAt?: number;
  /** When we first heard of it, by our own clock. */
  since: number;
  /** When it was answered, by our own clock where the frame says later. */
  answeredAt?: number;
  /** Anything at all answered it. */
  heard: boolean;
  /** When one of its branches gave up: it ends by itself unless something follows. */
  doubtedAt?: number;
  /** When it was challenged, until it is tried again. */
  challengedAt?: number;
  /** CSeq number of the INVITE that was last challenged. */
  challenged?: number;
  /** INVITEs that came in: more than one is a fork to two addresses of the same phone. */
  branches: number;
  cancelled: boolean;
  /** Tags of the early dialogs of an outbound call. */
  early: Set<string>;
  /** Tag of the other side in the dialog that was answered. */
  remoteTag?: string;
  /** The other side is a conference. */
  focus: boolean;
  /** Who holds: each side as its last re-INVITE said, with what it said before until that one is answered. */
  held: { ours: Hold; theirs: Hold };
}

interface Hold {
  now: boolean;
  before: boolean;
}

const maxEarly = 16;
/** Final answers after which the phone tries the same call again: with credentials, or a longer session interval. */
const again = new Set([401, 407, 422]);

export function createLeg(callId: string, invite: SipFrame, now: number): SipLeg {
  const tag = invite.sent ? undefined : tagOf(invite.headers.from);
  return {
    callId,
    outbound: invite.sent,
    invite,
    state: 'ringing',
    socket: invite.socket,
    since: now,
    heard: false,
    branches: 1,
    cancelled: false,
    early: new Set(),
    ...(tag !== undefined && { remoteTag: tag }),
    focus: invite.focus === true,
    held: { ours: { now: false, before: false }, theirs: { now: false, before: false } },
  };
}

/** Takes one more frame of the leg. True when it changed. Repeated and late frames change nothing. */
export function advanceLeg(leg: SipLeg, frame: SipFrame, now: number): boolean {
  if (leg.state === 'ended' || isOfAnotherFork(leg, frame)) return false;
  if (frame.focus && frame.sent !== leg.outbound) leg.focus = true;
  if (typeof frame.start === 'number') return onResponse(leg, frame, frame.start, now);
  const inbound = !leg.outbound;
  switch (frame.start) {
    case 'INVITE':
      return frame.initial ? onInvite(leg, frame) : onChange(leg, frame);
    case 'UPDATE':
      return onChange(leg, frame);
    case 'ACK':
      return onAck(leg, frame, now);
    case 'BYE':
      return endLeg(
        leg,
        leg.state === 'answered' ? reasonOfBye(frame, inbound) : reasonOfHangUp(frame, inbound),
      );
    case 'CANCEL':
      // One that crosses the answer has no effect, and one from the wrong side is none (RFC 3261, 9.1 and 9.2).
      if (leg.state === 'answered' || frame.sent !== leg.outbound) return false;
      leg.cancelled = true;
      return endLeg(leg, reasonOfHangUp(frame, inbound));
    default:
      return false;
  }
}

export function endLeg(leg: SipLeg, reason: EndReason): true {
  leg.state = 'ended';
  leg.endReason = reason;
  return true;
}

/** The method that a response answers, in upper case. */
export function answeredMethod({ headers }: SipFrame): string {
  return /\w*$/.exec(headers.cseq ?? '')?.[0].toUpperCase() ?? '';
}

/** Its number of the CSeq header; -1 where there is none. */
export function sequenceOf(frame: SipFrame): number {
  const digits = /^\d{1,10}/.exec(frame.headers.cseq ?? '');
  return digits === null ? -1 : Number(digits[0]);
}

export function isHeld({ held }: SipLeg): boolean {
  return held.ours.now || held.theirs.now;
}

/**
 * In the dialog of a branch that was not the one answered. The other side's tag stands in To or in From, whoever writes;
 * some phones do not swap them.
 */
export function isOfAnotherFork(leg: SipLeg, frame: SipFrame): boolean {
  const { start, initial, headers } = frame;
  const ofInvite = typeof start === 'number' ? answeredMethod(frame) === 'INVITE' : start === 'CANCEL';
  if (leg.remoteTag === undefined || initial || ofInvite) return false;
  const [from, to] = [tagOf(headers.from), tagOf(headers.to)];
  return from !== undefined && to !== undefined && from !== leg.remoteTag && to !== leg.remoteTag;
}

/** The same call once more: with credentials, or to another address of this phone. */
function onInvite(leg: SipLeg, frame: SipFrame): boolean {
  if (frame.sent !== leg.outbound || leg.state !== 'ringing') return false;
  if (!frame.sent) leg.branches++;
  if (sequenceOf(frame) < sequenceOf(leg.invite)) return false;
  if (sequenceOf(frame) > sequenceOf(leg.invite)) {
    delete leg.doubtedAt;
    delete leg.challengedAt;
  }
  leg.invite = frame;
  return true;
}

/**
 * Says what the final answer was, where that was not seen: after a refusal ACK belongs to the INVITE's transaction, else it
 * is one of its own (RFC 3261, 17.1.1.3 and 13.2.2.4).
 */
function onAck(leg: SipLeg, frame: SipFrame, now: number): boolean {
  const newBranch = hasNewBranch(leg.invite, frame);
  if (leg.state !== 'ringing' || frame.sent !== leg.outbound || newBranch === undefined) return false;
  // With two branches at this phone nobody can say which was refused.
  if (leg.branches > 1 || sequenceOf(frame) !== sequenceOf(leg.invite)) return false;
  leg.heard = true;
  if (newBranch) return answerLeg(leg, frame, now);
  if (!leg.outbound && leg.challengedAt === undefined) return endLeg(leg, 'rejected');
  // It may have been challenged.
  leg.challengedAt ??= now;
  return false;
}

/** Whether an ACK is a transaction of its own; undefined where the two do not say. */
export function hasNewBranch(invite: SipFrame, ack: SipFrame): boolean | undefined {
  const [one, other] = [invite.headers.branch, ack.headers.branch];
  return one === undefined || other === undefined ? undefined : one !== other;
}

function answerLeg(leg: SipLeg, frame: SipFrame, now: number): true {
  const tag = tagOf(frame.headers.to);
  leg.state = 'answered';
  leg.answeredAt = Math.min(frame.at, now);
  if (leg.outbound && tag !== undefined) leg.remoteTag = tag;
  return true;
}

function onResponse(leg: SipLeg, frame: SipFrame, status: number, now: number): boolean {
  const method = answeredMethod(frame);
  // A late one that is known by its PRACK does not tell the INVITE's number.
  const first =
    sequenceOf(frame) === sequenceOf(leg.invite) || (leg.late && answeredMethod(leg.invite) === 'PRACK');
  if (method !== 'INVITE' || frame.sent === leg.outbound || !first)
    return onChangeAnswered(leg, frame, status, method);
  leg.heard = true;
  const tag = tagOf(frame.headers.to);
  if (status < 200) {
    if (leg.outbound && tag !== undefined && leg.early.size < maxEarly) leg.early.add(tag);
    return false;
  }
  if (leg.state !== 'ringing') return false;
  if (status < 300) return answerLeg(leg, frame, now);
  return onRefused(leg, status, now);
}

function onRefused(leg: SipLeg, status: number, now: number): boolean {
  if (again.has(status)) {
    if (leg.challenged === undefined) leg.challenged = sequenceOf(leg.invite);
    // The same answer once more is a repetition; an answer to a second try is a refusal.
    if (leg.challenged === sequenceOf(leg.invite)) {
      leg.challengedAt ??= now;
      return false;
    }
  }
  // To the second branch of a call that came to two addresses of this phone (RFC 3261, 8.2.2.2): the first one rings.
  if (status === 482 && !leg.outbound && leg.branches > 1) return false;
  // Nobody here gave up: it is one of several branches that did.
  if (status === 487 && leg.outbound && !leg.cancelled && leg.early.size > 1) {
    leg.doubtedAt ??= now;
    return false;
  }
  return endLeg(leg, reasonOfStatus(status, !leg.outbound));
}

/** The answer to a re-INVITE or UPDATE, of the side that did not send it; or to another request within the call. */
function onChangeAnswered(leg: SipLeg, frame: SipFrame, status: number, method: string): boolean {
  const answered = leg.state === 'answered';
  // The other side knows of no such call any more.
  if (status === 481 && answered && method !== 'PRACK') return endLeg(leg, 'completed');
  if (method === 'BYE' && status >= 200 && status < 300)
    return endLeg(
      leg,
      answered ? 'completed' : reasonOfHangUp({ ...frame, sent: !frame.sent }, !leg.outbound),
    );
  if (status < 200 || (method !== 'INVITE' && method !== 'UPDATE')) return false;
  const hold = frame.sent ? leg.held.theirs : leg.held.ours;
  const was = isHeld(leg);
  if (status >= 300) hold.now = hold.before;
  else hold.before = hold.now;
  return isHeld(leg) !== was;
}

/** A re-INVITE or UPDATE: with `sendonly` or `inactive` its sender holds. Without a description it changes nothing. */
export function onChange(leg: SipLeg, frame: SipFrame): boolean {
  if (frame.media === undefined) return false;
  const hold = frame.sent ? leg.held.ours : leg.held.theirs;
  const was = isHeld(leg);
  hold.now = frame.media === 'sendonly' || frame.media === 'inactive';
  return isHeld(leg) !== was;
}
