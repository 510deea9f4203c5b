import type { Channel, HostEvent, InteractionState } from '../../domain/host/host-event.ts';
import { createInteractionLog } from '../frames/interaction-log.ts';
import { personName, phoneParty } from '../frames/phone-party.ts';
import { type Members, members, textOf } from '../frames/read-member.ts';

const channels: ReadonlyMap<string, Channel> = new Map([
  ['phone', 'phone'],
  ['chat', 'chat'],
  ['email', 'email'],
  ['sms', 'sms'],
]);
const states: ReadonlyMap<string, InteractionState> = new Map([
  ['started', 'active'],
  ['hold', 'held'],
  ['resume', 'active'],
  ['ended', 'finished'],
]);

/** An interaction's id is never used again. */
const lateForMs = 600_000;

/** Source: https://developer.8x8.com/tech-partner/docs/partner-sdk-events (events `aw-…`), read 2026-11-20. */
export function createWorkspaceInteractions(now: () => number): {
  take(message: unknown): HostEvent | undefined;
} {
  const log = createInteractionLog(now, lateForMs);
  let focus: string | undefined;

  return {
    take(message) {
      const word = /^aw-interaction-(started|hold|resume|ended|focus)-v\d$/.exec(
        textOf(message, 'type'),
      )?.[1];
      const said = members(message, 'message');
      const id = textOf(said, 'interactionId');
      if (word === undefined || id === '') return undefined;
      if (word === 'focus') {
        if (focus === id) return undefined;
        focus = id;
        return { type: 'focus', interactionId: id };
      }
      const facts = word === 'started' ? readStart(said) : {};
      // Told again, a start does not take it off hold.
      const state = word === 'started' ? log.live(id)?.state : undefined;
      const interaction = facts && log.tell(id, { ...facts, state: state ?? states.get(word) });
      return interaction && { type: 'interaction', interaction };
    },
  };
}

function readStart(said: Members) {
  const channel = channels.get(textOf(said, 'interactionType'));
  const direction = textOf(said, 'direction');
  if (channel === undefined || (direction !== 'inbound' && direction !== 'outbound')) return undefined;
  const number = textOf(said, 'customerPhone');
  const queue = textOf(said, 'queueName');
  const queueId = textOf(said, 'queueId');
  const callId = textOf(said, 'callId');
  return {
    channel,
    direction,
    ...phoneParty(number),
    displayName: personName(textOf(said, 'customerName'), number),
    campaign: queue === '' ? undefined : { ...(queueId !== '' && { id: queueId }), name: queue },
    queue,
    agent: textOf(said, 'agentName'),
    correlation: callId === '' ? undefined : [callId],
  } as const;
}
