import type { EndReason, HostInteraction } from '../../domain/host-event.ts';
import { reasonOfHangUp, reasonOfStatus } from './end-reason.ts';
import type { SipFrame } from './sip-frame.ts';

/** One call as its frames tell it. */
export interface SipCall {
  interaction: HostInteraction;
  /** The page sent the first INVITE. */
  outbound: boolean;
  /** CSeq number of the newest initial INVITE. */
  sequence: number;
  /** CSeq number of the INVITE that was last challenged. */
  challenged?: number;
  /** Who holds: each side as its last re-INVITE said, with what it said before until that one is answered. */
  held: { ours: Hold; theirs: Hold };
}

interface Hold {
  now: boolean;
  before: boolean;
}

/** Final answers after which the phone tries the same call again: with credentials, or a longer session interval. */
const again = new Set([401, 407, 422]);

/** Takes one more frame of the call. True when the interaction changed. Repeated and late frames change nothing. */
export function advanceCall(call: SipCall, frame: SipFrame): boolean {
  if (call.interaction.state === 'finished') return false;
  if (typeof frame.start === 'number') return onResponse(call, frame, frame.start);
  if (frame.start === 'INVITE' && frame.initial) {
    if (frame.sent === call.outbound) call.sequence = Math.max(call.sequence, sequenceOf(frame));
    return false;
  }
  if (frame.start === 'INVITE' || frame.start === 'UPDATE') return onChange(call, frame);
  const answered = call.interaction.state !== 'offered';
  if (frame.start === 'BYE') {
    return end(call, frame, answered ? 'completed' : reasonOfHangUp(frame, !call.outbound));
  }
  // A CANCEL that crosses the answer has no effect, and one from the wrong side is none (RFC 3261, 9.1 and 9.2).
  if (answered || frame.sent !== call.outbound) return false;
  return end(call, frame, reasonOfHangUp(frame, !call.outbound));
}

/** Its number of the CSeq header; -1 where there is none. */
export function sequenceOf(frame: SipFrame): number {
  const digits = /^\d{1,10}/.exec(frame.headers.cseq ?? '');
  return digits === null ? -1 : Number(digits[0]);
}

function onResponse(call: SipCall, frame: SipFrame, status: number): boolean {
  const initial = frame.sent !== call.outbound && sequenceOf(frame) === call.sequence;
  if (!initial) {
    // The answer to a re-INVITE of the side that did not send it.
    const hold = frame.sent ? call.held.theirs : call.held.ours;
    if (status < 200) return false;
    if (status >= 300) hold.now = hold.before;
    else hold.before = hold.now;
    return showHold(call);
  }
  if (status < 200) return false;
  if (status < 300) return answer(call, frame);
  if (call.interaction.state !== 'offered') return false;
  if (again.has(status)) {
    if (call.challenged === undefined) call.challenged = call.sequence;
    // The same answer once more is a repetition; an answer to a second try is a refusal.
    if (call.challenged === call.sequence) return false;
  }
  return end(call, frame, reasonOfStatus(status, !call.outbound));
}

/** A re-INVITE or UPDATE: with `sendonly` or `inactive` its sender holds. Without a description it changes nothing. */
function onChange(call: SipCall, frame: SipFrame): boolean {
  if (frame.media === undefined) return false;
  const hold = frame.sent ? call.held.ours : call.held.theirs;
  hold.now = frame.media === 'sendonly' || frame.media === 'inactive';
  return showHold(call);
}

function showHold(call: SipCall): boolean {
  const { state } = call.interaction;
  if (state !== 'active' && state !== 'held') return false;
  const next = call.held.ours.now || call.held.theirs.now ? 'held' : 'active';
  if (next === state) return false;
  call.interaction = { ...call.interaction, state: next };
  return true;
}

function answer(call: SipCall, frame: SipFrame): boolean {
  if (call.interaction.state !== 'offered') return false;
  call.interaction = { ...call.interaction, state: 'active', answeredAt: new Date(frame.at).toISOString() };
  return true;
}

function end(call: SipCall, frame: SipFrame, endReason: EndReason): boolean {
  const endedAt = new Date(frame.at).toISOString();
  call.interaction = { ...call.interaction, state: 'finished', endReason, endedAt };
  return true;
}
