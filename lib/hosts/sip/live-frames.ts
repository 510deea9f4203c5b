import { emptyTable, execute } from '../page/built-ins.ts';
import type { SipFrame } from './sip-frame.ts';
import { tag } from './tag-of.ts';

const maxCalls = 100;
/** Answers after which the same call is tried again, or goes on: 482 is to the second branch of a forked one. */
const again = /^(?:401|407|422|482)$/;

/** The last frame of each part of one live call, enough to tell its state again. */
interface LiveFrames {
  callId: string;
  /** The one it was last seen on. */
  socket: number;
  /** Of a call that began before us its newest request, or the first answer that was seen. */
  invite: SipFrame;
  late: boolean;
  /** Or the acknowledgement of one that was not seen. */
  answer?: SipFrame;
  /** The last change of session that the page sent, and that it got. */
  sentChange?: SipFrame;
  receivedChange?: SipFrame;
  /** It was referred elsewhere by the other side. */
  refer?: SipFrame;
  /** Its socket has closed. */
  close?: SipFrame;
}

const parts = ['invite', 'answer', 'sentChange', 'receivedChange', 'refer', 'close'] as const;

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
    frames.late = !isInvite(frame);
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
        const who = `REGISTER ${frame.headers.to}`;
        if (calls[who] === undefined) add(who, who, frame);
        return;
      }
      const key = keyOf(frame, callId);
      const frames = calls[key];
      if (frames === undefined) {
        if (isInvite(frame) || mayGoOn(frame)) add(key, callId, frame);
        return;
      }
      delete frames.close;
      frames.socket = frame.socket;
      if (frames.late && typeof frame.start === 'string' && isOpen(frames) && mayGoOn(frame))
        frames.invite = frame;
      else if (isInvite(frame)) {
        frames.late = false;
        // Tried again: the newest headers, but it began when it first did.
        if (frames.invite.sent === frame.sent) frames.invite.headers = frame.headers;
      } else if (frame.start === 'INVITE' || frame.start === 'UPDATE') {
        if (frame.media === undefined && frame.headers['p-asserted-identity'] === undefined) return;
        if (frame.sent) frames.sentChange = frame;
        else frames.receivedChange = frame;
      } else if (typeof frame.start === 'number') keepAnswer(frames, frame, () => forget(key));
      else if (frame.start === 'REFER') {
        if (!frame.sent) frames.refer = frame;
      } else if (frame.start === 'ACK') {
        if (isOpen(frames) && isTransactionOfItsOwn(frames, frame)) frames.answer = frame;
      } else if (frame.start === 'CANCEL' || (frame.start === 'BYE' && !isOfAnotherFork(frames, frame)))
        forget(key);
    },
    close(socket, at) {
      let close: SipFrame | null = null;
      for (const key in calls) {
        const frames = calls[key];
        if (frames?.socket !== socket || frames.invite.start === 'REGISTER') continue;
        close ??= closeOf(socket, at);
        frames.close = close;
      }
      return close;
    },
    each(tell) {
      for (const key in calls) {
        const frames = calls[key];
        if (frames === undefined) continue;
        for (let index = 0; index < parts.length; index++) {
          const frame = frames[parts[index] ?? 'invite'];
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
function mayGoOn({ start, initial, headers }: SipFrame): boolean {
  if (typeof start === 'number') return start < 300 && execute(/BYE$/i, headers.cseq ?? '') === null;
  // Neither ACK, BYE, CANCEL nor NOTIFY.
  return !initial && execute(/^[ABCN]/, start) === null;
}

/** It is not known to have been answered. */
function isOpen({ answer }: LiveFrames): boolean {
  return (
    answer === undefined || +answer.start < 200 || execute(/PRACK$/i, answer.headers.cseq ?? '') !== null
  );
}

function tagOf(header: string | undefined): string | undefined {
  return execute(tag, header ?? '')?.[1];
}

function isTransactionOfItsOwn({ invite }: LiveFrames, { headers }: SipFrame): boolean {
  const { branch } = invite.headers;
  return branch !== undefined && headers.branch !== undefined && headers.branch !== branch;
}

function closeOf(socket: number, at: number): SipFrame {
  // Every member is set below.
  const frame = emptyTable<unknown>() as unknown as SipFrame;
  frame.socket = socket;
  frame.sent = false;
  frame.at = at;
  frame.start = 'CLOSE';
  frame.initial = false;
  frame.headers = emptyTable();
  return frame;
}

/** A BYE to a branch that was not the one answered (RFC 3261, 13.2.2.4). */
function isOfAnotherFork({ invite, answer }: LiveFrames, frame: SipFrame): boolean {
  const answered = invite.sent ? tagOf(answer?.headers.to) : undefined;
  const { from, to } = frame.headers;
  return (
    frame.start === 'BYE' && answered !== undefined && tagOf(to) !== answered && tagOf(from) !== answered
  );
}

function keepAnswer(frames: LiveFrames, frame: SipFrame, forget: () => void): void {
  const status = +frame.start;
  const { invite, late } = frames;
  const initial = late
    ? isOpen(frames)
    : invite.sent !== frame.sent && invite.headers.cseq === frame.headers.cseq;
  if (initial && status < 300) {
    // The first answer counts: a forked call may have several.
    if (isOpen(frames)) frames.answer = frame;
  } else if (initial && execute(again, `${status}`) === null) {
    if (isOpen(frames)) forget();
  } else if (!initial && status === 481) forget();
  else if (!initial && status >= 300) {
    // A change that was refused did not happen.
    if (frame.sent) delete frames.receivedChange;
    else delete frames.sentChange;
  }
}
