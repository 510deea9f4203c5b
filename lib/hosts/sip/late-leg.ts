import type { SipFrame } from './sip-frame.ts';
import { answeredMethod, createLeg, endLeg, hasNewBranch, isHeld, onChange, type SipLeg } from './sip-leg.ts';

/** A leg whose INVITE passed before us, of which this is the first frame. */
export function createLateLeg(callId: string, frame: SipFrame, now: number): SipLeg {
  const { remoteTag: _, ...leg } = createLeg(callId, frame, now);
  return { ...leg, outbound: false, state: 'unsure', late: true };
}

/**
 * Takes one more frame of a leg that is `unsure`. True once it is known to ring or to have been answered. A request alone
 * tells nothing: a page that was loaded again answers what goes on from before with 481. Who called is known only while it
 * rings; what the answer to an INVITE or UPDATE is worth depends on what it answers.
 */
export function advanceLateLeg(leg: SipLeg, frame: SipFrame): boolean {
  const { start, sent } = frame;
  const { invite: asked } = leg;
  if (typeof start === 'number') onAnswer(leg, frame, start);
  else if (start === 'BYE' || start === 'CANCEL') endLeg(leg, 'completed');
  else if (start === 'ACK') {
    if (asked.start === 'INVITE' && asked.sent === sent && hasNewBranch(asked, frame)) leg.state = 'answered';
  } else if (start !== 'NOTIFY' && !frame.initial) {
    leg.invite = frame;
    onChange(leg, frame);
  }
  const { ours, theirs } = leg.held;
  if (leg.state === 'answered') [ours.before, theirs.before] = [ours.now, theirs.now];
  return leg.state === 'ringing' || leg.state === 'answered';
}

function onAnswer(leg: SipLeg, frame: SipFrame, status: number): void {
  const { invite: asked } = leg;
  const method = answeredMethod(frame);
  const final = status >= 200;
  const known = asked.sent !== frame.sent && asked.headers.cseq === frame.headers.cseq;
  // To a request outside a dialog.
  if (known && asked.initial) return;
  if (status === 481 ? method !== 'PRACK' : method === 'BYE' && final && status < 300)
    endLeg(leg, 'completed');
  else if (status >= 300) return;
  // Only who calls sends PRACK, and only a first INVITE is told of progress.
  else if (method === 'PRACK' ? final : method === 'INVITE' && !known && !final && status > 100) {
    leg.state = 'ringing';
    leg.invite = frame;
    leg.outbound = !frame.sent;
    leg.heard = true;
  } else if (final && (method === 'INVITE' || method === 'INFO' || (known && isAnswered(leg))))
    leg.state = 'answered';
}

/** Its newest request is made only where the call has been answered; an UPDATE is where it refreshes (RFC 4028) or holds. */
function isAnswered(leg: SipLeg): boolean {
  const { start, headers } = leg.invite;
  return start === 'UPDATE' ? headers['session-expires'] !== undefined || isHeld(leg) : start === 'REFER';
}
