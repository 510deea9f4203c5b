import { alikeNumbers } from '../../domain/contact/alike-numbers.ts';
import { isDialled } from '../../domain/contact/number-text.ts';
import { readAddresses } from './read-addresses.ts';
import { readConnected } from './read-connected.ts';
import { namesIt, type Party, readAsserted, userOf } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';
import { answeredMethod, type SipLeg } from './sip-leg.ts';
import { tagOf } from './tag-of.ts';

/** Shorter ones are the exchange's own: nobody dials a customer and reaches an extension. */
const fewestDigits = 7;

/** What a frame says of the party that is known: another in its place, or more of the same. */
export type Change = { kind: 'other' | 'same'; party: Party };

/**
 * Who the other side is now, as a frame of the call says: a re-INVITE, UPDATE or INFO after a transfer behind the exchange,
 * the answer to what was dialled, while it rings too. Null where it says nothing new. `own`: users that the page registers;
 * an exchange that names them names the agent.
 */
export function changedParty(
  known: Party,
  leg: SipLeg,
  frame: SipFrame,
  own: ReadonlySet<string>,
): Change | null {
  if (frame.sent || frame.initial || leg.state === 'ended' || leg.state === 'unsure') return null;
  // Who is in a conference stays who they were.
  if (leg.focus || frame.focus) return null;
  const when = momentOf(leg, frame);
  const told = when && (readAsserted(frame.headers) ?? readConnected(leg, frame));
  if (!when || !told || isOwn(told, leg, own)) return null;
  // The same number, which is now asked to be hidden, has been told.
  if (told.withheld && isSame(known, readAsserted({ ...frame.headers, privacy: '' }) ?? {})) return null;
  const party = withoutOwnName(told, leg);
  if (isSame(known, party)) {
    const more = sharpened(known, party);
    return more && { kind: 'same', party: more };
  }
  return (when === 'answer' ? mayAnswer(known, party) : mayFollow(known, party))
    ? { kind: 'other', party }
    : null;
}

/**
 * Whether `party`, of a leg that takes the place of another, is somebody else than `known`. Who calls is, whatever they are
 * called; the address that a phone itself calls may be that of the exchange.
 */
export function takesOver(known: Party, party: Party, { outbound }: SipLeg): boolean {
  if (isSame(known, party)) return false;
  return outbound || party.withheld ? mayFollow(known, party) : party.clientId !== undefined;
}

/** `change`: it tells of a new party. `answer`: of whom the call that was dialled reaches. */
function momentOf(leg: SipLeg, frame: SipFrame): 'change' | 'answer' | null {
  const { start } = frame;
  const early = leg.state === 'ringing';
  if (start === 'UPDATE' || start === 'INVITE' || start === 'INFO')
    return leg.outbound && early ? 'answer' : 'change';
  if (typeof start !== 'number' || start <= 100 || start >= 300) return null;
  const method = answeredMethod(frame);
  if (method !== 'INVITE' && method !== 'UPDATE') return null;
  // The other answers to an INVITE that was forked.
  const tag = tagOf(frame.headers.to);
  if (leg.outbound && !early && leg.remoteTag !== undefined && tag !== undefined && tag !== leg.remoteTag)
    return null;
  return 'answer';
}

/** Exchanges that name the agent beside the number of whom they reached name nobody. */
function withoutOwnName({ displayName, ...party }: Party, { outbound, invite, late }: SipLeg): Party {
  const [line] = late ? [] : readAddresses((outbound ? invite.headers.from : invite.headers.to) ?? '');
  return displayName === undefined || namesIt(line, displayName) ? party : { ...party, displayName };
}

/** The page's own line. */
function isOwn({ clientId }: Party, { outbound, invite, late }: SipLeg, own: ReadonlySet<string>): boolean {
  const user = clientId?.value.toLowerCase() ?? '';
  if (user === '') return false;
  return own.has(user) || (!late && user === userOf(outbound ? invite.headers.from : invite.headers.to));
}

function isSame(known: Party, party: Party): boolean {
  const [before, next] = [known.clientId, party.clientId];
  if (before === undefined || next === undefined) return false;
  if (before.kind === 'phone' && next.kind === 'phone') return alikeNumbers(before.value, next.value);
  return before.kind === next.kind && before.value.toLowerCase() === next.value.toLowerCase();
}

/** A name where none is known, and the country code where the number stands without. */
function sharpened(
  { clientId: known, displayName }: Party,
  { clientId, displayName: name }: Party,
): Party | null {
  const full = clientId?.value.startsWith('+') && known?.kind === 'phone' && !known.value.startsWith('+');
  const more: Party = {
    ...(full && clientId && { clientId }),
    ...(!displayName && name !== undefined && { displayName: name }),
  };
  return Object.keys(more).length > 0 ? more : null;
}

/** A number replaces anything. What is none, such as the music on hold, only what was none, or where it has a name. */
function mayFollow(known: Party, party: Party): boolean {
  if (party.withheld) return known.withheld !== true;
  const { clientId, displayName } = party;
  if (clientId === undefined) return false;
  if (clientId.kind === 'phone' || known.clientId?.kind !== 'phone') return true;
  return displayName !== undefined && displayName !== known.displayName;
}

/**
 * A number that was dialled gives way to another number, as where the call was forwarded; a code such as `*8`, an extension
 * or a name, to whomever it reached. That the number reached is not to be had says nothing against the one that was dialled.
 */
function mayAnswer(known: Party, party: Party): boolean {
  if (party.withheld || party.clientId === undefined) return false;
  const { clientId } = party;
  const dialled = known.clientId;
  if (dialled?.kind !== 'phone' || !isFull(dialled.value)) return mayFollow(known, party);
  return clientId.kind === 'phone' && isFull(clientId.value);
}

function isFull(number: string): boolean {
  return isDialled(number) && !/^[*#]/.test(number) && number.replace(/\D/g, '').length >= fewestDigits;
}
