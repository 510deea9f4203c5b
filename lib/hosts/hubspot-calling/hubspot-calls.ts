import type { EndReason, HostInteraction } from '../../domain/host/host-event.ts';
import { createInteractionLog, type Facts } from '../frames/interaction-log.ts';
import { phoneParty } from '../frames/phone-party.ts';
import { type Members, members, textOf } from '../frames/read-member.ts';

const inbound = { ringing: 'missed', unanswered: 'missed' } as const;
const outbound = { ringing: 'cancelled', unanswered: 'failed' } as const;

/**
 * Calls as a calling app tells them to the page around it. Apps of older SDKs name no call: they have one at a time.
 * Source: https://github.com/HubSpot/calling-extensions-sdk (0.9.7), read 2026-11-20.
 */
export function createHubspotCalls(now: () => number): { take(message: unknown): HostInteraction[] } {
  const log = createInteractionLog(now);
  let unnamed: { id: string; party: string } | undefined;
  let count = 0;

  function begin(direction: 'inbound' | 'outbound', data: Members): HostInteraction[] {
    const party = textOf(data, direction === 'inbound' ? 'fromNumber' : 'toNumber', 'phoneNumber');
    const told: (HostInteraction | undefined)[] = [];
    let id = textOf(data, 'externalCallId');
    if (id === '') {
      if (unnamed?.party !== party) {
        if (unnamed) told.push(log.tell(unnamed.id, { state: 'finished' }));
        unnamed = { id: `call ${now().toString(36)} ${++count}`, party };
      }
      id = unnamed.id;
    }
    told.push(log.tell(id, { channel: 'phone', direction, ...phoneParty(party), state: 'offered' }));
    return told.filter((one) => one !== undefined);
  }

  function go(facts: (known: Facts) => Facts, data: Members): HostInteraction[] {
    const [only, ...more] = log.ids();
    const named = textOf(data, 'externalCallId');
    const id = named || (unnamed?.id ?? (more.length === 0 ? only : undefined));
    if (id === undefined) return [];
    const told = log.tell(id, facts(log.live(id) ?? {}));
    if (log.live(id) === undefined && unnamed?.id === id) unnamed = undefined;
    // An app may have called it answered while it rang, and says at its end that nobody was there.
    if (told?.endReason && told.endReason !== 'completed') delete told.answeredAt;
    return told ? [told] : [];
  }

  return {
    take(message) {
      const data = members(message, 'data');
      switch (textOf(message, 'type')) {
        case 'INCOMING_CALL':
          return begin('inbound', data);
        case 'OUTGOING_CALL_STARTED':
          return begin('outbound', data);
        case 'CALL_ANSWERED':
          return go(() => ({ state: 'active' }), data);
        case 'CALL_ENDED':
        // The wrap-up is over; it ends a call whose end was not told.
        case 'CALL_COMPLETED':
          return go((known) => ({ state: 'finished', endReason: reasonOf(data, known) }), data);
        default:
          return [];
      }
    },
  };
}

function reasonOf(data: Members, { direction, answeredAt }: Facts): EndReason {
  const silence = direction === 'outbound' ? outbound : inbound;
  switch (textOf(data, 'callEndStatus').replace(/^INTERNAL_/, '')) {
    case 'COMPLETED':
      return 'completed';
    case 'FAILED':
      return 'failed';
    case 'BUSY':
    case 'REJECTED':
      return 'rejected';
    case 'CANCELED':
      return direction === 'outbound' ? 'cancelled' : 'missed';
    case 'NO_ANSWER':
      return silence.unanswered;
    case 'MISSED':
      return 'missed';
    default:
      return answeredAt === undefined ? silence.ringing : 'completed';
  }
}
