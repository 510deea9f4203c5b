import { emptyTable, execute } from '../page/built-ins.ts';
import type { SipFrame } from './sip-frame.ts';
import { tagOf } from './tag-of.ts';

const maxCalls = 100;
/** Answers after which the same call is tried again, or goes on: 482 is to the second branch of a forked one. */
const again = /^(?:401|407|422|482)$/;

/** The last frame of each part of one live call, enough to tell its state again. */
interface LiveFrames {
  callId: string;
  /** The one it was last seen on. */
  socket: number;
  invite: SipFrame;
  answer?: SipFrame;
  /** The last change of session that the page sent, and that it got. */
  sentChange?: SipFrame;
  receivedChange?: SipFrame;
  /** It was referred elsewhere by the other side. */
  refer?: SipFrame;
  /** Its socket has closed. */
  close?: SipFrame;
}

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
    calls[key] = frames;
    count++;
  }

  /** The phone may have opened a new socket in mid-call. */
  function keyOf(frame: SipFrame, callId: string): string {
    const key = `${frame.socket} ${callId}`;
    if (calls[key] !== undefined || (frame.start === 'INVITE' && frame.initial)) return key;
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
      const key = keyOf(frame, callId);
      const frames = calls[key];
      if (frames === undefined) {
        if (frame.start === 'INVITE' && frame.initial) add(key, callId, frame);
        return;
      }
      delete frames.close;
      frames.socket = frame.socket;
      if (frame.start === 'INVITE' && frame.initial) {
        // Tried again: the newest headers, but it began when it first did.
        if (frames.invite.sent === frame.sent) frames.invite.headers = frame.headers;
      } else if (frame.start === 'INVITE' || frame.start === 'UPDATE') {
        if (frame.media === undefined && frame.headers['p-asserted-identity'] === undefined) return;
        if (frame.sent) frames.sentChange = frame;
        else frames.receivedChange = frame;
      } else if (typeof frame.start === 'number') keepAnswer(frames, frame, () => forget(key));
      else if (frame.start === 'REFER') {
        if (!frame.sent) frames.refer = frame;
      } else if (frame.start !== 'NOTIFY' && !isOfAnotherFork(frames, frame)) forget(key);
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
      for (const key in calls) {
        const frames = calls[key];
        if (frames === undefined) continue;
        tell(frames.invite);
        if (frames.answer !== undefined) tell(frames.answer);
        if (frames.sentChange !== undefined) tell(frames.sentChange);
        if (frames.receivedChange !== undefined) tell(frames.receivedChange);
        if (frames.refer !== undefined) tell(frames.refer);
        if (frames.close !== undefined) tell(frames.close);
      }
    },
  };
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
  const tag = invite.sent ? tagOf(answer?.headers.to) : undefined;
  return (
    frame.start === 'BYE' &&
    tag !== undefined &&
    tagOf(frame.headers.to) !== tag &&
    tagOf(frame.headers.from) !== tag
  );
}

function keepAnswer(frames: LiveFrames, frame: SipFrame, forget: () => void): void {
  const status = +frame.start;
  const { invite } = frames;
  const initial = invite.sent !== frame.sent && invite.headers.cseq === frame.headers.cseq;
  if (initial && status < 300) {
    // The first answer counts: a forked call may have several.
    if (frames.answer === undefined || +frames.answer.start < 200) frames.answer = frame;
  } else if (initial && execute(again, `${status}`) === null) {
    if (frames.answer === undefined || +frames.answer.start < 200) forget();
  } else if (!initial && status === 481) forget();
  else if (!initial && status >= 300) {
    // A change that was refused did not happen.
    if (frame.sent) delete frames.receivedChange;
    else delete frames.sentChange;
  }
}
