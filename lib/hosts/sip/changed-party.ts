import { isNumber, type Party, readAsserted } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';
import type { SipLeg } from './sip-leg.ts';

/** Fewer digits than that are compared whole. */
const fewestDigits = 7;

/**
 * Who the other side is now, where a frame asserts somebody else than `known`: a re-INVITE or UPDATE after a transfer
 * behind the exchange, or the answer to a number that is none, such as the pick-up code `*8`. Null where nothing changes.
 * A number replaces anything; what is no number only what was none.
 */
export function changedParty(known: Party, leg: SipLeg, frame: SipFrame): Party | null {
  if (frame.sent || frame.initial || leg.state === 'ended') return null;
  const change = frame.start === 'UPDATE' || frame.start === 'INVITE';
  const answers = leg.outbound && typeof frame.start === 'number' && frame.start >= 200 && frame.start < 300;
  if (!change && !(answers && isCode(known))) return null;
  if (leg.outbound && leg.state !== 'answered') return null;
  const party = readAsserted(frame.headers);
  return party !== null && replaces(known, party) ? party : null;
}

/** Whether `party` is somebody else and may stand in the place of `known`. */
export function replaces(known: Party, party: Party): boolean {
  if (party.withheld) return known.withheld !== true;
  const next = party.clientId;
  if (next === undefined) return false;
  const before = known.clientId;
  if (before === undefined) return true;
  if (next.kind !== 'phone') return before.kind !== 'phone' && next.value !== before.value;
  return before.kind !== 'phone' || !sameNumber(before.value, next.value);
}

/** National and international spellings of one number end alike. */
function sameNumber(one: string, other: string): boolean {
  const [long = '', short = ''] = [digitsOf(one), digitsOf(other)].sort((a, b) => b.length - a.length);
  const national = short.replace(/^0+/, '');
  return long === short || (national.length >= fewestDigits && long.endsWith(national));
}

function digitsOf(value: string): string {
  return value.replace(/[^\d*#]/g, '');
}

/** A code of the exchange rather than anybody's number. */
function isCode({ clientId }: Party): boolean {
  return (
    clientId !== undefined &&
    (clientId.kind !== 'phone' || !isNumber(clientId.value) || /^[*#]/.test(clientId.value))
  );
}
