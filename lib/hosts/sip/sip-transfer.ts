import { decode } from './read-addresses.ts';
import { userOf } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';
import { endLeg, type SipLeg } from './sip-leg.ts';

/** A referral that nobody followed by then is forgotten, milliseconds. */
const followMs = 32_000;
const maxPending = 16;

interface Referral {
  leg: SipLeg;
  user: string;
  /** Call-ID of the dialog that the new leg is to replace at the far end. */
  replaces: string | undefined;
  at: number;
}

export interface SipTransfers {
  /** A REFER, or a NOTIFY of what became of one. True when legs ended. */
  take(leg: SipLeg, frame: SipFrame, legs: Iterable<SipLeg>, now: number): boolean;
  /** The leg whose place a new INVITE takes, because this phone was asked to send it. */
  followed(frame: SipFrame, now: number): SipLeg | undefined;
}

/**
 * Transfers by REFER (RFC 3515, RFC 5589). Sent by the page: the call that was referred, and the one it was joined with,
 * are over here once the outcome is a success. Received: the INVITE that the page then sends goes on with the same call.
 */
export function createSipTransfers(): SipTransfers {
  const sent: Referral[] = [];
  const received: Referral[] = [];

  return {
    take(leg, frame, legs, now) {
      if (frame.start === 'REFER') {
        const referral = readReferral(leg, frame, now);
        const list = frame.sent ? sent : received;
        // Who is referred to a conference by its focus leaves nothing.
        if (referral !== null && !(frame.sent && leg.focus)) list.push(referral);
        if (list.length > maxPending) list.shift();
        return false;
      }
      const index = sent.findIndex((one) => one.leg === leg);
      const referral = sent[index];
      if (frame.sent || referral === undefined || (frame.outcome ?? 100) < 200) return false;
      sent.splice(index, 1);
      if ((frame.outcome ?? 0) >= 300) return false;
      for (const other of legs)
        if (other.callId === referral.replaces && other.state === 'answered') endLeg(other, 'completed');
      return endLeg(leg, 'completed');
    },
    followed(frame, now) {
      const user = userOf(frame.headers.to);
      const index = received.findIndex(
        (one) =>
          now - one.at <= followMs &&
          one.leg.state === 'answered' &&
          (one.user === user || (one.replaces !== undefined && one.replaces === replacedCallId(frame))),
      );
      const byReferral = frame.headers['referred-by'] !== undefined && received.length === 1 ? 0 : -1;
      const found = index === -1 ? byReferral : index;
      const [referral] = found === -1 ? [] : received.splice(found, 1);
      return referral && now - referral.at <= followMs && referral.leg.state === 'answered'
        ? referral.leg
        : undefined;
    },
  };
}

/** The Call-ID of the dialog that an INVITE replaces (RFC 3891). */
export function replacedCallId({ headers }: SipFrame): string | undefined {
  const callId = /^\s*([^;\s]+)/.exec(headers.replaces ?? '')?.[1];
  return callId === '' ? undefined : callId;
}

function readReferral(leg: SipLeg, frame: SipFrame, at: number): Referral | null {
  const target = frame.headers['refer-to'] ?? '';
  // Anything but an INVITE, as a conference's BYE for one of its members, is no transfer.
  if (/;\s*method\s*=\s*(?!invite\b)/i.test(target)) return null;
  const encoded = /[?&]replaces=([^&>]+)/i.exec(target)?.[1];
  const replaces = encoded && decode(encoded).split(';')[0]?.trim();
  return { leg, user: userOf(target), replaces: replaces || undefined, at };
}
