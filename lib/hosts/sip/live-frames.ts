import { emptyTable, execute } from '../page/built-ins.ts';
import type { SipFrame } from './sip-frame.ts';
import { tag } from './tag-of.ts';

const maxCalls = 100;
/** Of a call that began before us: as many tell that it goes on, and who it is with. */
const maxFirst = 8;
/** Answers after which the same call is tried again, or goes on: 482 is to the second branch of a forked one. */
const again = /^(?:401|407|422|482)$/;

/** The last frame of each part of one live call, enough to tell its state again. */
interface LiveFrames {
  callId: string;
  /** The one it was last seen on. */
  socket: number;
  /** Or the first frame that was seen, where the call began before us. */
  invite: SipFrame;
  /** The INVITE, or the first frames of a late one. */
  first: Record<number, SipFrame>;
  count: number;
  /** Or the acknowledgement of one that was not seen. */
  answer?: SipFrame;
  /** The last change of session that the page sent, and that it got. */
  sentChange?: SipFrame;
  receivedChange?: SipFrame;
  /** The last that it got which says who the other side is: before its last change of session, or with it or after. */
  partyBefore?: SipFrame;
  party?: SipFrame;
  /** It was referred elsewhere by the other side. */
  refer?: SipFrame;
  /** Its socket has closed. */
  close?: SipFrame;
}

/** By which headers a party is told (read-party.ts, read-connected.ts). */
const naming = ['p-asserted-identity', 'remote-party-id', 'x-fs-display-number'] as const;
const parts = ['answer', 'partyBefore', 'sentChange', 'receivedChange', 'party', 'refer', 'close'] as const;

export interface LiveCalls {
  keep(frame: SipFrame): void;
  /** The frame that says so, if the socket has live calls. */
  close(socket: number, at: number): SipFrame | null;
  /** Calls back with what must be told of every live call, in the order it passed. */
  each(tell: (frame: SipFrame) => void): void;
}

/**
 * Remembers what is live on the sockets for an isolated half that comes later. Bounded; the oldest call goes first. Runs
 * in the page's own world.
 */
export function createLiveCalls(): LiveCalls {
  const calls = emptyTable<LiveFrames>();
  let count = 0;
  /** Who did last. */
  let registered: SipFrame | undefined;

  function forget(key: string): void {
    delete calls[key];
    count--;
  }

  function add(key: string, callId: string, frame: SipFrame): void {
    if (count >= maxCalls) {
      for (const oldest in calls) {
        forget(oldest);
        break;
      }
    }
    // All members that must be there are set below.
    const frames = emptyTable() as unknown as LiveFrames;
    frames.callId = callId;
    frames.socket = frame.socket;
    frames.invite = frame;
    frames.first = emptyTable();
    frames.first[0] = frame;
    frames.count = 1;
    calls[key] = frames;
    count++;
  }

  /** The phone may have opened a new socket in mid-call. */
  function keyOf(frame: SipFrame, callId: string): string {
    const key = `${frame.socket} ${callId}`;
    if (calls[key] !== undefined || isInvite(frame)) return key;
    let found = key;
    for (const other in calls) {
      if (calls[other]?.callId !== callId) continue;
      if (found !== key) return key;
      found = other;
    }
    return found;
  }

  return {
    keep(frame) {
      const callId = frame.headers['call-id'] ?? '';
      if (frame.start === 'REGISTER') {
        registered = frame;
        return;
      }
      const key = keyOf(frame, callId);
      const frames = calls[key];
      if (frames === undefined || (isInvite(frame) && !isInvite(frames.invite))) {
        if (frames !== undefined) forget(key);
        if (isInvite(frame) || mayGoOn(frame)) add(key, callId, frame);
        return;
      }
      delete frames.close;
      frames.socket = frame.socket;
      if (!isInvite(frames.invite) && frames.count < maxFirst) frames.first[frames.count++] = frame;
      if (isInvite(frame)) {
        // With two branches nobody can say which of them an ACK is for.
        if (!frame.sent) delete frame.headers.branch;
        // Tried again: the newest headers, but it began when it first did.
        if (frames.invite.sent === frame.sent) frames.invite.headers = frame.headers;
      } else if (frame.start === 'INVITE' || frame.start === 'UPDATE' || frame.start === 'INFO') {
        keepParty(frames, frame);
        if (frame.media === undefined) return;
        if (frame.sent) frames.sentChange = frame;
        else frames.receivedChange = frame;
      } else if (typeof frame.start === 'number') keepAnswer(frames, frame, () => forget(key));
      else if (frame.start === 'REFER') {
        if (!frame.sent) frames.refer = frame;
      } else if (frame.start === 'ACK') {
        const { sent, headers } = frames.invite;
        const { branch } = frame.headers;
        if (headers.branch === undefined || branch === undefined || !isOpen(frames)) return;
        // One of its own transaction says that the call was answered (sip-leg.ts).
        if (headers.branch !== branch) frames.answer = frame;
        else if (!sent) forget(key);
      } else if (frame.start === 'CANCEL' || (frame.start === 'BYE' && !isOfAnotherFork(frames, frame)))
        forget(key);
    },
    close(socket, at) {
      let close: SipFrame | null = null;
      for (const key in calls) {
        const frames = calls[key];
        if (frames?.socket !== socket) continue;
        close ??= closeOf(socket, at);
        frames.close = close;
      }
      return close;
    },
    each(tell) {
      if (registered !== undefined) tell(registered);
      for (const key in calls) {
        const frames = calls[key];
        if (frames === undefined) continue;
        for (let index = 0; index < frames.count; index++) tell(frames.first[index] ?? frames.invite);
        for (let index = 0; index < parts.length; index++) {
          const frame = frames[parts[index] ?? 'answer'];
          if (frame !== undefined) tell(frame);
        }
      }
    },
  };
}

function isInvite({ start, initial }: SipFrame): boolean {
  return start === 'INVITE' && initial;
}

/** A call may go on of which this is the first that is seen. */
function mayGoOn(frame: SipFrame): boolean {
  const { start, initial } = frame;
  if (typeof start === 'number') return start < 300 && !isOfBye(frame);
  // Neither ACK, BYE, CANCEL nor NOTIFY.
  return !initial && execute(/^[ABCN]/, start) === null;
}

function isOfBye({ headers }: SipFrame): boolean {
  return execute(/BYE$/i, headers.cseq ?? '') !== null;
}

/** It is not known to have been answered. */
function isOpen({ answer }: LiveFrames): boolean {
  return answer === undefined || +answer.start < 200;
}

function tagOf(header: string | undefined): string | undefined {
  return execute(tag, header ?? '')?.[1];
}

function closeOf(socket: number, at: number): SipFrame {
  const headers = emptyTable<string>();
  // The prototype is no member.
  return { __proto__: null, socket, sent: false, at, start: 'CLOSE', initial: false, headers } as SipFrame;
}

/** Of a branch that was not the one answered (RFC 3261, 13.2.2.4). */
function isOfAnotherFork({ invite, answer }: LiveFrames, frame: SipFrame): boolean {
  const answered = invite.sent ? tagOf(answer?.headers.to) : undefined;
  const { from, to } = frame.headers;
  return answered !== undefined && tagOf(to) !== answered && tagOf(from) !== answered;
}

/** Session and party may have been told last by two frames; they are told again in their order. */
function keepParty(frames: LiveFrames, frame: SipFrame): void {
  if (frame.sent) return;
  if (namesParty(frame)) {
    delete frames.partyBefore;
    frames.party = frame;
  } else if (frame.media !== undefined && frames.party !== undefined) {
    frames.partyBefore = frames.party;
    delete frames.party;
  }
}

function namesParty({ headers }: SipFrame): boolean {
  for (let index = 0; index < naming.length; index++)
    if (headers[naming[index] ?? ''] !== undefined) return true;
  return false;
}

function keepAnswer(frames: LiveFrames, frame: SipFrame, forget: () => void): void {
  const status = +frame.start;
  const { invite } = frames;
  if (isOfBye(frame)) {
    if (status >= 200 && status < 300 && !isOfAnotherFork(frames, frame)) forget();
    return;
  }
  const initial = isInvite(invite)
    ? invite.sent !== frame.sent && invite.headers.cseq === frame.headers.cseq
    : isOpen(frames) && execute(/INVITE$/i, frame.headers.cseq ?? '') !== null;
  if (initial && status < 300) {
    // The first answer counts: a forked call may have several.
    if (!isOpen(frames)) return;
    keepParty(frames, frame);
    frames.answer = frame;
  } else if (initial && execute(again, `${status}`) !== null) {
    // Its ACK says no more than that.
    delete invite.headers.branch;
  } else if (initial) {
    if (isOpen(frames)) forget();
  } else if (!initial && status === 481) forget();
  else if (!initial && status >= 300) {
    // A change that was refused did not happen.
    if (frame.sent) delete frames.receivedChange;
    else delete frames.sentChange;
  }
}
