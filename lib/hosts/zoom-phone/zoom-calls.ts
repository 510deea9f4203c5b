import type { EndReason, HostInteraction } from '../../domain/host/host-event.ts';
import { createInteractionLog, type Facts } from '../frames/interaction-log.ts';
import { personName, phoneParty } from '../frames/phone-party.ts';
import { members, textOf } from '../frames/read-member.ts';

const states = new Map([
  ['zp-call-ringing-event', 'offered'],
  ['zp-call-connected-event', 'active'],
  ['zp-call-ended-event', 'finished'],
  // Written after the end: for calls whose end was not told.
  ['zp-call-log-completed-event', 'finished'],
] as const);

/** A call's id is never used again. */
const lateForMs = 600_000;

/** Source: https://developers.zoom.us/docs/phone/smart-embed-guide/, read 2026-11-20. */
export function createZoomCalls(now: () => number): { take(message: unknown): HostInteraction | undefined } {
  const log = createInteractionLog(now, lateForMs);
  return {
    take(message) {
      const types: ReadonlyMap<string, Facts['state']> = states;
      const state = types.get(textOf(message, 'type'));
      const call = members(message, 'data');
      const id = textOf(call, 'callId');
      const direction = textOf(call, 'direction').toLowerCase();
      if (state === undefined || id === '' || (direction !== 'inbound' && direction !== 'outbound'))
        return undefined;
      const other = members(call, direction === 'inbound' ? 'caller' : 'callee');
      const address = textOf(other, 'phoneNumber', 'number', 'didNumber', 'extensionNumber');
      const answered = log.live(id)?.answeredAt !== undefined && !wasNone(direction, textOf(call, 'result'));
      const told = log.tell(id, {
        channel: 'phone',
        direction,
        ...phoneParty(address),
        displayName: personName(textOf(other, 'name'), address),
        state,
        endReason: state === 'finished' ? reasonOf(textOf(call, 'result'), direction, answered) : undefined,
      });
      if (told?.state === 'finished' && !answered) delete told.answeredAt;
      return told;
    },
  };
}

/** A call out that was told as connected while it rang: at the end Zoom knows better. */
function wasNone(direction: 'inbound' | 'outbound', result: string): boolean {
  return direction === 'outbound' && /no.?answer|busy|reject|declin|cancel|unreach/i.test(result);
}

/** The words of `result` are not all published: what was answered is completed, whatever it says. */
function reasonOf(result: string, direction: 'inbound' | 'outbound', answered: boolean): EndReason {
  if (answered) return 'completed';
  if (/reject|decline|busy/i.test(result)) return 'rejected';
  if (/answered|pick.?up|elsewhere/i.test(result) && direction === 'inbound') return 'elsewhere';
  if (/fail|error|invalid/i.test(result)) return 'failed';
  return direction === 'inbound' ? 'missed' : 'cancelled';
}
