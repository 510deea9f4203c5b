import type { EndReason } from '../../domain/host/host-event.ts';
import type { SipFrame } from './sip-frame.ts';

/** Why a final answer of 300 or more to the first INVITE ended the call. `inbound`: it is the page that answered. */
export function reasonOfStatus(status: number, inbound: boolean): EndReason {
  // Sent on to another address: somebody else may answer it.
  if (status < 400) return inbound ? 'elsewhere' : 'failed';
  if (status === 487) return inbound ? 'missed' : 'cancelled';
  if (status === 408) return inbound ? 'missed' : 'failed';
  if (status === 486 || status === 600 || status === 603) return 'rejected';
  // JsSIP and SIP.js answer 480 when the agent declines.
  return inbound && status === 480 ? 'rejected' : 'failed';
}

/** Why a CANCEL, or a BYE before the answer, ended the call. */
export function reasonOfHangUp(frame: SipFrame, inbound: boolean): EndReason {
  if (!inbound) return frame.sent ? 'cancelled' : 'failed';
  if (frame.sent) return 'rejected';
  return answeredElsewhere(frame.headers.reason ?? '') ? 'elsewhere' : 'missed';
}

/**
 * Why a BYE ended a call whose INVITE got a 200. Of a call out it may have been the exchange that answered, and whoever was
 * called never did: then its Reason says so, by a cause that no call ends with once two have spoken.
 */
export function reasonOfBye({ sent, headers }: SipFrame, inbound: boolean): EndReason {
  const reason = inbound || sent ? '' : (headers.reason ?? '');
  if (refused.test(reason)) return 'rejected';
  return unreached.test(reason) ? 'failed' : 'completed';
}

/** Causes of RFC 3326 and of Q.850: busy, rejected, declined. */
const refused = /(?:Q\.850\s*;[^,]*cause\s*=\s*"?(?:17|21)|SIP\s*;[^,]*cause\s*=\s*"?(?:486|600|603))\b/i;
/** Unallocated, no route, nobody answers, absent, out of order, no such number; not found, timed out, unavailable. */
const unreached =
  /(?:Q\.850\s*;[^,]*cause\s*=\s*"?(?:1|3|18|19|20|27|28)|SIP\s*;[^,]*cause\s*=\s*"?(?:404|408|410|480|484))\b/i;

/**
 * `Reason: SIP;cause=200;text="Call completed elsewhere"` (RFC 3326), one of perhaps several; or the cause that Q.850
 * calls "non-selected user clearing".
 */
function answeredElsewhere(reason: string): boolean {
  return reason
    .split(',')
    .some(
      (one) =>
        /^\s*"?\s*SIP\s*;.*\bcause\s*=\s*"?200\b/i.test(one) ||
        /^\s*Q\.850\s*;.*\bcause\s*=\s*"?26\b/i.test(one) ||
        /completed elsewhere/i.test(one),
    );
}
