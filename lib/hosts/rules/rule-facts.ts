import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { isDialled, withoutRouting } from '../../domain/contact/number-text.ts';
import type {
  Channel,
  Direction,
  EndReason,
  HostInteraction,
  InteractionState,
} from '../../domain/host/host-event.ts';
import { toClientId } from '../frames/client-id.ts';
import { messenger } from '../frames/phone-party.ts';
import { isOneOf } from './cut-text.ts';

/** What a rule has read of one interaction; empty texts are left out. */
export interface Facts {
  state?: InteractionState;
  endReason?: EndReason;
  direction?: Direction;
  channel?: Channel;
  kind?: IdentifierKind;
  texts: Partial<Record<TextFact, string>>;
}

export const textFacts = [
  'clientId',
  'displayName',
  'contactId',
  'campaign',
  'queue',
  'agent',
  'threadId',
  'correlation',
] as const;
export type TextFact = (typeof textFacts)[number];

/** What a rule says of itself that holds for all it reads. */
export interface Frame {
  channel: Channel;
  direction: Direction;
  campaign?: string | undefined;
  kind?: IdentifierKind | undefined;
  scope?: string | undefined;
  withheld?: readonly string[] | undefined;
}

/** One interaction from what was read up to now. Times and state are the caller's. */
export function toInteraction(
  id: string,
  state: InteractionState,
  { texts, ...facts }: Facts,
  frame: Frame,
): HostInteraction {
  const channel = facts.channel ?? frame.channel;
  const { clientId: raw = '', campaign = frame.campaign, displayName, correlation, ...plain } = texts;
  const withheld =
    raw !== '' && (isOneOf(raw, frame.withheld ?? []) || /^(?:sips?:)?anonymous(?:@.*)?$/i.test(raw));
  const clientId = withheld ? undefined : toIdentifier(raw, channel, facts.kind ?? frame.kind, frame.scope);
  // What stands where the number is expected, and is none, is a name, or a word that there is no number.
  const unread = clientId === undefined && !withheld ? raw : '';
  const name = displayName ?? unread;
  return {
    id,
    channel,
    direction: facts.direction ?? frame.direction,
    state,
    ...(withheld && { withheld }),
    ...(clientId && { clientId }),
    ...(unread !== '' && { inNumberPlace: unread }),
    ...(name !== '' && { displayName: name }),
    ...(campaign !== undefined && { campaign: { id: campaign, name: campaign } }),
    ...(correlation !== undefined && { correlation: [correlation] }),
    ...plain,
  };
}

/** Undefined where the text is not what its kind looks like: never a guess. */
function toIdentifier(
  raw: string,
  channel: Channel,
  kind: IdentifierKind | undefined,
  scope: string | undefined,
): Identifier | undefined {
  const scoped = scope === undefined ? {} : { scope };
  const [, part, domain] =
    /^<?(?:sips?|tel|callto|sms|whatsapp):([^@>\s]+)(?:@([^;:>\s]+))?/i.exec(raw) ?? [];
  const user = part === undefined ? undefined : withoutRouting(part);
  const value = user ?? raw;
  const guess = kind === undefined || messenger.test(value) ? toClientId(channel, value) : { kind, value };
  if (guess === undefined || value === '') return undefined;
  if (guess.kind === 'phone' && (value.length < 2 || !isDialled(value))) {
    // The address of a gateway may hold the number: that is read where it arrives.
    if (user === undefined && !/^\+?\d[^\s@]*@\S+$/.test(value)) return undefined;
    return { kind: 'username', value, ...(domain !== undefined && { scope: domain }) };
  }
  if (guess.kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return undefined;
  return { ...guess, ...scoped };
}

const uri = /^<?(?:sips?|tel):([^@;>]+).*$/i;

/** The same party, however it is written. A number without its country is the number with it. */
export function sameParty(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase()) return true;
  const plain = [a, b].map((text) => text.replace(uri, '$1'));
  // Digits in an address or a name are not those of a number.
  if (plain.some((text) => text.includes('@')) || plain.every((text) => /\p{L}/u.test(text))) return false;
  const [left, right] = [digits(a), digits(b)];
  if (left.length < 6 || right.length < 6) return false;
  return left.endsWith(right.slice(-9)) || right.endsWith(left.slice(-9));
}

function digits(text: string): string {
  return text.replace(uri, '$1').replace(/\D/g, '');
}

/** Where the host does not say why it ended. `by`: which side did, where that is known. */
export function usualEnd(answered: boolean, direction: Direction, by?: 'agent' | 'other'): EndReason {
  if (answered) return 'completed';
  if (direction === 'outbound') return by === 'other' ? 'failed' : 'cancelled';
  return by === 'agent' ? 'rejected' : 'missed';
}
