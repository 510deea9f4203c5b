import { emptyTable, execute } from '../page/built-ins.ts';
import type { SipFrame } from './sip-frame.ts';

const maxCalls = 100;
/** Answers after which the same call is tried again: with credentials, or with a longer session interval (RFC 4028). */
const again = /^(?:401|407|422)$/;

/** The last frame of each part of one live call, enough to tell its state again. */
interface LiveFrames {
  invite?: SipFrame;
  answer?: SipFrame;
  /** The last change of session that the page sent, and that it got. */
  sentChange?: SipFrame;
  receivedChange?: SipFrame;
}

export interface LiveCalls {
  keep(frame: SipFrame): void;
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

  function add(key: string, frame: SipFrame): void {
    if (count >= maxCalls) {
      for (const oldest in calls) {
        forget(oldest);
        break;
      }
    }
    const frames = emptyTable<SipFrame>() as LiveFrames;
    frames.invite = frame;
    calls[key] = frames;
    count++;
  }

  return {
    keep(frame) {
      const key = `${frame.socket} ${frame.headers['call-id']}`;
      const frames = calls[key];
      if (frames === undefined) {
        if (frame.start === 'INVITE' && frame.initial) add(key, frame);
      } else if (frame.start === 'INVITE' && frame.initial) {
        // Tried again: the newest headers, but it began when it first did.
        if (frames.invite?.sent === frame.sent) frames.invite.headers = frame.headers;
      } else if (frame.start === 'INVITE' || frame.start === 'UPDATE') {
        if (frame.media === undefined) return;
        if (frame.sent) frames.sentChange = frame;
        else frames.receivedChange = frame;
      } else if (typeof frame.start === 'number') keepAnswer(frames, frame, () => forget(key));
      else forget(key);
    },
    each(tell) {
      for (const key in calls) {
        const frames = calls[key];
        if (frames?.invite !== undefined) tell(frames.invite);
        if (frames?.answer !== undefined) tell(frames.answer);
        if (frames?.sentChange !== undefined) tell(frames.sentChange);
        if (frames?.receivedChange !== undefined) tell(frames.receivedChange);
      }
    },
  };
}

function keepAnswer(frames: LiveFrames, frame: SipFrame, forget: () => void): void {
  const status = +frame.start;
  const { invite } = frames;
  const initial =
    invite !== undefined && invite.sent !== frame.sent && invite.headers.cseq === frame.headers.cseq;
  if (initial && status < 300) frames.answer = frame;
  else if (initial && execute(again, `${status}`) === null) forget();
  else if (!initial && status >= 300) {
    // A change that was refused did not happen.
    if (frame.sent) delete frames.receivedChange;
    else delete frames.sentChange;
  }
}
