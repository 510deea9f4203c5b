import { alikeNumbers } from '../../domain/contact/alike-numbers.ts';
import { hiddenUser, unknownUser } from '../../domain/contact/nobody-words.ts';
import { isDialled, isOfDigits } from '../../domain/contact/number-text.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import { readAddresses, type SipAddress } from './read-addresses.ts';
import type { SipFrame } from './sip-frame.ts';

/** Who is at the other end, as far as the signalling says. */
export type Party = Pick<HostInteraction, 'clientId' | 'displayName' | 'withheld'>;

const maxValueLength = 256;

const nowhere = /^(?:anonymous|unknown)\.invalid$/;

/** The caller of an inbound INVITE: P-Asserted-Identity, then Remote-Party-ID, then From; nothing where withheld. */
export function readCaller(headers: Record<string, string>): Party {
  const from = readAddresses(headers.from ?? '')[0];
  const asserted = readAddresses(headers['p-asserted-identity'] ?? '');
  const remote = readAddresses(headers['remote-party-id'] ?? '')[0];
  const named = [...asserted.filter(({ user }) => isNumber(user)), ...asserted, remote, from].flatMap(
    (one) => one ?? [],
  );
  // What one header does not know another may.
  const best = named.find((address) => !isUnknown(address)) ?? named[0];
  const hidden =
    /\b(?:id|user|full)\b/i.test(headers.privacy ?? '') ||
    /;\s*privacy\s*=\s*"?(?:full|uri|on)/.test(remote?.parameters ?? '') ||
    [from, best].some((address) => address !== undefined && isHidden(address)) ||
    (best !== undefined && unknownUser.test(best.user));
  if (hidden) return { withheld: true };
  const own = [...asserted, remote, from].filter(
    (address): address is SipAddress =>
      address !== undefined && best !== undefined && isOfSame(address, best, asserted),
  );
  return toParty(best, own.find(({ displayName }) => isName(displayName))?.displayName);
}

/**
 * As `readCaller`, of an INVITE that comes in. What is called itself is nobody's: an exchange that calls the agent first,
 * for a call that they asked for, names them on both sides. Nor does whoever sent the call on give the caller their name.
 */
export function readInvited(headers: Record<string, string>): Party {
  const { clientId, displayName, ...party } = readCaller(headers);
  const to = readAddresses(headers.to ?? '')[0];
  const others = [
    to,
    ...readAddresses(headers['referred-by'] ?? ''),
    ...readAddresses(headers.diversion ?? ''),
  ];
  const isOthers = others.some((one) => namesIt(one, displayName));
  const isOwn = to !== undefined && to.user !== '' && clientId?.value.toLowerCase() === to.user.toLowerCase();
  return {
    ...party,
    ...(clientId && !isOwn && { clientId }),
    ...(displayName !== undefined && !isOthers && { displayName }),
  };
}

/** Whom the other side's server vouches for, in mid-call; null where it names nobody. From does not count: it stays. */
export function readAsserted(headers: Record<string, string>): Party | null {
  const asserted = headers['p-asserted-identity'] ?? headers['remote-party-id'];
  if (asserted === undefined || readAddresses(asserted).every(isUnknown)) return null;
  return readCaller({ ...headers, from: '' });
}

/**
 * The other side of a dialog. Who asks stands in From; phones that leave both as they were are known by who registers.
 * What is asserted is of the one who wrote the frame.
 */
export function readOther({ start, sent, headers }: SipFrame, own: ReadonlySet<string>): Party {
  const [from, to] = [headers.from, headers.to];
  const [ours, theirs] = sent === (typeof start === 'string') ? [from, to] : [to, from];
  const swapped = own.has(userOf(theirs)) && !own.has(userOf(ours));
  return readCaller({ ...(!sent && headers), from: (swapped ? ours : theirs) ?? '' });
}

/** The user of a header's first address, in lower case. */
export function userOf(header: string | undefined): string {
  return readAddresses(header ?? '')[0]?.user.toLowerCase() ?? '';
}

/** Whom an outbound INVITE calls: To, since the Request-URI may be rewritten on the way. */
export function readCallee(headers: Record<string, string>): Party {
  const to = readAddresses(headers.to ?? '')[0];
  return toParty(to, to?.displayName);
}

export function toParty(address: SipAddress | undefined, name: string | undefined): Party {
  const party: Party = {};
  const user = address?.user.trim().slice(0, maxValueLength) ?? '';
  if (address !== undefined && user !== '') {
    party.clientId = isNumber(user)
      ? { kind: 'phone', value: address.dialled.slice(0, maxValueLength) }
      : { kind: 'username', value: user, ...(address.host !== '' && { scope: address.host.slice(0, 255) }) };
  }
  // Many phones repeat the user as a name.
  if (isName(name) && name !== user) party.displayName = name.slice(0, maxValueLength);
  return party;
}

export function isNumber(user: string): boolean {
  return isDialled(user);
}

/** Each identity that is asserted is the caller's; what another header names may be whoever sent the call on. */
function isOfSame(address: SipAddress, best: SipAddress, asserted: readonly SipAddress[]): boolean {
  if (address === best || (asserted.includes(address) && asserted.includes(best))) return true;
  if (address.user.toLowerCase() === best.user.toLowerCase()) return true;
  return isNumber(address.user) && isNumber(best.user) && alikeNumbers(address.user, best.user);
}

/** Whether a name is that of an address. */
export function namesIt(address: SipAddress | undefined, name = ''): boolean {
  const told = name.trim().toLowerCase();
  if (address === undefined || told === '') return false;
  return told === address.displayName.trim().toLowerCase() || told === address.user.toLowerCase();
}

/** Users and hosts by which exchanges hide a caller (RFC 3323 4.1.1.3, RFC 3325, RFC 6761, and what gateways send). */
function isHidden({ user, host }: SipAddress): boolean {
  if (hiddenUser.test(user) || nowhere.test(host)) return true;
  // A number is one wherever it stands.
  return /(?:^|\.)invalid$/.test(host) && !isNumber(user);
}

function isUnknown({ user }: SipAddress): boolean {
  return user === '' || unknownUser.test(user);
}

/** Words in other languages are told apart where the event arrives (without-nobody.ts). */
function isName(name: string | undefined): name is string {
  return (
    name !== undefined &&
    name !== '' &&
    !hiddenUser.test(name) &&
    !unknownUser.test(name) &&
    !isOfDigits(name)
  );
}
