import type { HostInteraction } from '../../domain/host/host-event.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { HostOptions } from '../host.ts';
import { advanceLateLeg, createLateLeg } from './late-leg.ts';
import { dueOf, type MediaTimes, reasonWhenDue } from './overdue.ts';
import { userOf } from './read-party.ts';
import {
  adoptFacts,
  createCall,
  followParty,
  isSame,
  refreshCall,
  type SipCall,
  settleCall,
} from './sip-call.ts';
import type { SipFrame } from './sip-frame.ts';
import { advanceLeg, createLeg, isOfAnotherFork, type SipLeg, sequenceOf } from './sip-leg.ts';
import { createSipTransfers, replacedCallId } from './sip-transfer.ts';

const maxCalls = 200;
const maxIdLength = 400;
const maxLegs = 16;
const maxPlaces = 1_000;

export interface SipCalls {
  /** What the frame made of the calls: those that changed. */
  take(frame: SipFrame): HostInteraction[];
  /** How many of the page's peer connections are connected. */
  media(connected: number): void;
  /** When a call ends by itself unless something follows; undefined while none does. Epoch milliseconds. */
  due(): number | undefined;
  /** Ends what is due. */
  expire(): HostInteraction[];
}

interface Place {
  call: SipCall;
  leg: SipLeg;
}

/**
 * All calls of a page's sockets. An INVITE outside a dialog begins one, or a new leg of one; what goes on from before us is
 * one as soon as that is certain.
 */
export function createSipCalls(options: HostOptions, now: () => number = Date.now): SipCalls {
  const campaignHeader = options.campaignHeader.toLowerCase();
  /** By socket and Call-ID: both ends of a call may be in one page. */
  const places = new Map<string, Place>();
  /** Without those of which it is not certain that they go on. */
  const calls = new Set<SipCall>();
  /** Users that the page registers. */
  const own = new Set<string>();
  const transfers = createSipTransfers();
  const media: MediaTimes = { connected: 0 };
  /** Sockets with SIP on them → open. */
  const sockets = new Map<number, boolean>();

  function begin(key: string, wanted: string, leg: SipLeg, { socket }: SipFrame): SipCall {
    // The Call-ID is the interaction's id; the socket comes behind it only where another call has that id.
    const taken = [...calls].some(({ interaction }) => interaction.id === wanted);
    const call = createCall(taken ? `${wanted} ${socket}` : wanted, leg, campaignHeader, own);
    makeRoom();
    calls.add(call);
    place(key, { call, leg });
    return call;
  }

  function place(key: string, at: Place): void {
    keepNewest(places, key, at, maxPlaces);
  }

  function makeRoom(): void {
    for (const call of calls) {
      if (calls.size < maxCalls) return;
      if (call.interaction.state === 'finished') forget(call);
    }
    const [oldest] = calls;
    if (calls.size >= maxCalls && oldest) forget(oldest);
  }

  function forget(call: SipCall): void {
    calls.delete(call);
    for (const [key, place] of places) if (place.call === call) places.delete(key);
  }

  function* live(): Generator<Place> {
    for (const call of calls) for (const leg of call.legs) if (leg.state !== 'ended') yield { call, leg };
  }

  /** The phone may have opened a new socket in mid-call. */
  function findElsewhere(callId: string, frame: SipFrame): Place | undefined {
    const found = [...live()].filter(({ leg }) => leg.callId === callId && !isOfAnotherFork(leg, frame));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The live call that a new INVITE is a further leg of. */
  function continued(callId: string, frame: SipFrame): SipCall | undefined {
    const referred = frame.sent ? transfers.followed(frame, now()) : undefined;
    const replaced = replacedCallId(frame);
    for (const { call, leg } of live()) {
      // Forked to two sockets of this page, or sent again over a new one.
      if (leg.callId === callId && leg.outbound === frame.sent) return call;
      if (leg === referred || leg.callId === replaced?.slice(0, maxIdLength)) return call;
    }
    return undefined;
  }

  function onInvite(key: string, callId: string, frame: SipFrame): SipCall {
    const found = places.get(key);
    const known = found && calls.has(found.call) ? found : undefined;
    if (known?.leg.state === 'ended') {
      const { leg, call } = known;
      const over = call.interaction.state === 'finished' && (leg.late || leg.outbound === frame.sent);
      const sequence = sequenceOf(frame);
      // Called again under the same Call-ID after it ended, as after a redirection: a new interaction.
      if (over && sequence > sequenceOf(leg.invite))
        return begin(key, `${callId};${sequence}`, createLeg(callId, frame, now()), frame);
      return call;
    }
    if (known !== undefined) {
      if (advanceLeg(known.leg, frame, now())) refreshCall(known.call, known.leg, campaignHeader);
      return known.call;
    }
    const call = continued(callId, frame);
    const leg = createLeg(callId, frame, now());
    if (call === undefined) return begin(key, callId, leg, frame);
    if (call.legs.length >= maxLegs) return call;
    call.legs.push(leg);
    place(key, { call, leg });
    return call;
  }

  function onOther(key: string, callId: string, frame: SipFrame): SipCall[] {
    const found = places.get(key) ?? findElsewhere(callId, frame) ?? joined(callId, frame);
    const { leg } = found;
    place(key, found);
    leg.socket = frame.socket;
    delete leg.lostAt;
    const certain = leg.state === 'unsure' && advanceLateLeg(leg, frame);
    const call = certain ? begin(key, callId, leg, frame) : found.call;
    if (frame.start === 'REFER' || frame.start === 'NOTIFY') {
      const legs = [...live()];
      const ended = transfers.take(
        leg,
        frame,
        legs.map((one) => one.leg),
        now(),
      );
      return ended ? [call, ...legs.filter((one) => one.leg.state === 'ended').map((one) => one.call)] : [];
    }
    if (leg.state === 'unsure') return [];
    const rang = leg.state === 'ringing';
    followParty(call, leg, frame, own);
    advanceLeg(leg, frame, now());
    if (rang && leg.state === 'answered') {
      if (leg.callId !== call.legs[0]?.callId) adoptFacts(call, leg, campaignHeader);
      followParty(call, leg, frame, own);
    }
    return [call];
  }

  /** A call whose INVITE passed before us; none of the calls until that is certain. */
  function joined(callId: string, frame: SipFrame): Place {
    const leg = createLateLeg(callId, frame, now());
    return { leg, call: createCall(callId, leg, campaignHeader, own) };
  }

  function onClose(socket: number): void {
    if (sockets.has(socket)) sockets.set(socket, false);
    for (const { leg } of live()) if (leg.socket === socket) leg.lostAt ??= now();
  }

  /** Those of the calls that are not what they were, brought up to date. */
  function changed(
    before: Map<SipCall, HostInteraction>,
    after: Iterable<SipCall>,
    at: number,
  ): HostInteraction[] {
    return [...new Set(after)].flatMap((call) => {
      settleCall(call, at);
      const { interaction } = call;
      if (!calls.has(call)) return [];
      return isSame(before.get(call), interaction) ? [] : [interaction];
    });
  }

  const remembered = () => new Map([...calls].map((call) => [call, call.interaction]));

  function untilDue({ leg }: Place): number {
    return dueOf(leg, media, [...sockets.values()].includes(true)) ?? Number.POSITIVE_INFINITY;
  }

  return {
    take(frame) {
      if (frame.start === 'CLOSE') {
        onClose(frame.socket);
        return [];
      }
      if (frame.start === 'REGISTER') {
        if (own.size < maxCalls) own.add(userOf(frame.headers.to));
        return [];
      }
      const callId = frame.headers['call-id']?.slice(0, maxIdLength);
      if (callId === undefined || callId === '') return [];
      if (!sockets.has(frame.socket)) keepNewest(sockets, frame.socket, true, maxCalls);
      const before = remembered();
      const key = `${frame.socket} ${callId}`;
      const initial = frame.start === 'INVITE' && frame.initial;
      const after = initial ? [onInvite(key, callId, frame)] : onOther(key, callId, frame);
      return changed(before, after, frame.at);
    },
    media(connected) {
      if (media.connected > 0 && connected === 0) media.stoppedAt = now();
      if (connected > 0) delete media.stoppedAt;
      media.connected = connected;
    },
    due() {
      const due = Math.min(...[...live()].map(untilDue));
      return Number.isFinite(due) ? due : undefined;
    },
    expire() {
      const before = remembered();
      const at = now();
      const over = [...live()].filter((one) => untilDue(one) <= at);
      for (const { leg } of over) reasonWhenDue(leg, media);
      return changed(
        before,
        over.map(({ call }) => call),
        at,
      );
    },
  };
}
