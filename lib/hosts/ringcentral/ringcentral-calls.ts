import type { EndReason, HostInteraction } from '../../domain/host/host-event.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import { createInteractionLog } from '../frames/interaction-log.ts';
import { personName, phoneParty } from '../frames/phone-party.ts';
import { type Members, members, textOf } from '../frames/read-member.ts';

type State = 'offered' | 'active' | 'held' | 'finished';

/** What a message of the web phone says; muting says nothing of the state. */
const webStates = new Map<string, State>([
  ['rc-call-ring-notify', 'offered'],
  ['rc-call-init-notify', 'offered'],
  ['rc-call-start-notify', 'active'],
  ['rc-call-hold-notify', 'held'],
  ['rc-call-resume-notify', 'active'],
  ['rc-call-end-notify', 'finished'],
]);
const presenceTypes = new Set(['rc-active-call-notify', 'rc-ringout-call-notify']);
const presenceStates = new Map<string, State>([
  ['Ringing', 'offered'],
  ['CallConnected', 'active'],
  ['OnHold', 'held'],
  ['ParkedCall', 'held'],
  ['NoCall', 'finished'],
]);

/** One call, as both families of messages know it. */
interface Call extends Seen {
  id: string;
  web?: State;
  presence?: State;
  /** It was taken or begun in the browser, not on another device. */
  inBrowser?: boolean;
  /** One of the two families saw them speak. */
  answered?: boolean;
  /** When the web phone called it begun, where it called out: that alone is no answer. Epoch milliseconds. */
  begunAt?: number;
  /** The presence has said that it rings. */
  rang?: boolean;
  /** Epoch milliseconds. */
  endedAt?: number;
}

/** What every message says of its call. */
interface Seen {
  keys: string[];
  direction: 'inbound' | 'outbound';
  party: string;
  name: string | undefined;
}

const maxCalls = 100;
const maxKeys = 8;
/** The account's presence lags behind by so much. */
const lagMs = 5_000;
/** No session's id is ever used again. */
const lateForMs = 600_000;
/** Nothing rings for so long: somebody has answered, whatever the presence missed. */
const longestRingMs = 180_000;

/**
 * RingCentral Embeddable tells one call in two families of messages that share no single id: those of its web phone,
 * which know holding at once, and those of the account's presence, which also see what happens on the user's other
 * devices. Source: https://ringcentral.github.io/ringcentral-embeddable/docs/integration/events/, read 2026-11-20.
 */
export function createRingcentralCalls(now: () => number): {
  take(message: unknown): HostInteraction | undefined;
} {
  const log = createInteractionLog(now, lateForMs);
  const calls = new Map<Call, true>();

  function find(family: 'web' | 'presence', seen: Seen): Call | undefined {
    const all = [...calls.keys()];
    const known = all.find(({ keys }) => keys.some((key) => seen.keys.includes(key)));
    if (known || seen.party === '') return known;
    // A web phone may not know the session: then it is the one call with this party that only the other family saw.
    const alike = all.filter(
      (call) =>
        call[family] === undefined &&
        call.direction === seen.direction &&
        call.party === seen.party &&
        now() - (call.endedAt ?? now()) < lagMs,
    );
    return alike.length === 1 ? alike[0] : undefined;
  }

  function keep(call: Call): void {
    keepNewest(calls, call, true, maxCalls);
  }

  return {
    take(message) {
      const type = textOf(message, 'type');
      const family = presenceTypes.has(type) ? 'presence' : 'web';
      const said = members(message, 'call');
      const told = family === 'web' ? webStates.get(type) : presenceState(said);
      const seen = readCall(said);
      if (told === undefined || seen === undefined) return undefined;
      const call: Call = find(family, seen) ?? { id: seen.keys[0] ?? '', ...seen };
      call.keys = [...new Set([...call.keys, ...seen.keys])].slice(0, maxKeys);
      call[family] = told;
      if (family === 'presence' && told === 'offered') call.rang = true;
      if (told === 'active' || told === 'held') {
        if (type === 'rc-call-start-notify' && call.direction === 'outbound') call.begunAt ??= now();
        else call.answered = true;
        call.inBrowser ||= family === 'web';
      }
      keep(call);
      const state = stateOf(call);
      if (state === 'finished') call.endedAt ??= now();
      const interaction = log.tell(call.id, {
        channel: 'phone',
        direction: seen.direction,
        ...phoneParty(seen.party),
        displayName: seen.name,
        state,
        endReason: state === 'finished' ? reasonOf(call) : undefined,
        correlation: call.keys,
      });
      if (interaction?.state === 'finished' && !isAnswered(call)) delete interaction.answeredAt;
      return interaction;
    },
  };
}

function presenceState(call: Members): State | undefined {
  const isFinal = textOf(call, 'terminationType') === 'final';
  return isFinal ? 'finished' : presenceStates.get(textOf(call, 'telephonyStatus'));
}

/**
 * While it has the call the web phone is right; it stops ringing also where another device has answered. Of a call out it
 * is not, where the presence knows that it rings still.
 */
function stateOf(call: Call): State {
  const { web, presence, inBrowser } = call;
  if (presence === 'finished' || web === undefined) return presence ?? 'offered';
  const elsewhere = presence === 'active' || presence === 'held' ? presence : undefined;
  if (web === 'active' && call.begunAt !== undefined && !isAnswered(call)) return 'offered';
  if (web === 'active' || web === 'held' || inBrowser) return web;
  return elsewhere ?? web;
}

/**
 * Within one account the web phone says `start` when the other side begins to ring; to other numbers, when it is answered
 * (https://github.com/ringcentral/ringcentral-embeddable/issues/358, read 2026-11-30). The presence tells the two apart.
 */
function isAnswered({ answered, begunAt, rang, endedAt = 0 }: Call): boolean {
  if (answered || begunAt === undefined) return answered === true;
  return !rang || endedAt - begunAt > longestRingMs;
}

function reasonOf(call: Call): EndReason {
  if (isAnswered(call)) return 'completed';
  return call.direction === 'inbound' ? 'missed' : 'cancelled';
}

function readCall(call: Members): Seen | undefined {
  const keys = [
    textOf(call, 'telephonySessionId') || textOf(members(call, 'partyData'), 'sessionId'),
    textOf(call, 'sessionId'),
    textOf(call, 'id'),
    textOf(call, 'callId'),
  ].filter((key) => key !== '');
  const direction = textOf(call, 'direction').toLowerCase();
  if (keys.length === 0 || (direction !== 'inbound' && direction !== 'outbound')) return undefined;
  const side = direction === 'inbound' ? 'from' : 'to';
  const party = addressOf(call, side);
  const name = textOf(call, `${side}UserName`, `${side}Name`) || textOf(members(call, side), 'name');
  return { keys, direction, party, name: personName(name, party) };
}

/** A text in the one family, an object in the other. */
function addressOf(call: Members, side: 'from' | 'to'): string {
  return textOf(members(call, side), 'phoneNumber', 'extensionNumber') || textOf(call, side, `${side}Number`);
}
