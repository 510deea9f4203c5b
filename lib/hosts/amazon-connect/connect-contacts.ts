import type {
  Channel,
  Direction,
  EndReason,
  HostEvent,
  InteractionState,
} from '../../domain/host/host-event.ts';
import { createInteractionLog, type Facts } from '../frames/interaction-log.ts';
import { phoneParty } from '../frames/phone-party.ts';
import { type Members, member, members, textOf } from '../frames/read-member.ts';

const channels = new Map<string, Channel>([
  ['voice', 'phone'],
  ['queue_callback', 'phone'],
  ['chat', 'chat'],
  ['email', 'email'],
  ['task', 'other'],
]);
/** What a chat comes through, where Connect says it. */
const subtypes = new Map<string, Channel>([
  ['connect:SMS', 'sms'],
  ['connect:WhatsApp', 'whatsapp'],
]);
const states = new Map<string, InteractionState>([
  ['init', 'offered'],
  ['incoming', 'offered'],
  ['pending', 'offered'],
  ['connecting', 'offered'],
  ['connected', 'active'],
  ['paused', 'held'],
  ['missed', 'finished'],
  ['rejected', 'finished'],
  ['error', 'finished'],
  ['ended', 'finished'],
]);

/** A contact's id is never used again. */
const lateForMs = 600_000;

/**
 * Contacts as the tap reads them. After-call work is past the end: the agent can no longer talk to the customer. Source:
 * https://github.com/amazon-connect/amazon-connect-streams (2.28), Documentation.md, read 2026-11-20.
 */
export function createConnectContacts(now: () => number): { take(message: unknown): HostEvent | undefined } {
  const log = createInteractionLog(now, lateForMs);
  let view: string | null | undefined;

  function look(next: string | null): HostEvent | undefined {
    if (next === view) return undefined;
    view = next;
    return { type: 'focus', interactionId: next };
  }

  return {
    take(message) {
      const looked = member(message, 'view');
      if (looked === null) return look(null);
      if (typeof looked === 'string' && looked !== '') return look(looked.slice(0, 256));
      const contact = members(message, 'contact');
      const id = textOf(contact, 'id');
      const facts = readFacts(contact);
      if (id === '' || facts === undefined) return undefined;
      const answered = log.live(id)?.answeredAt !== undefined;
      const ends = facts.state === 'finished';
      const interaction = log.tell(id, {
        ...facts,
        endReason: ends ? reasonOf(contact, answered) : undefined,
      });
      return interaction && { type: 'interaction', interaction };
    },
  };
}

function readFacts(contact: Members): Facts | undefined {
  const channel = subtypes.get(textOf(contact, 'subtype')) ?? channels.get(textOf(contact, 'type'));
  const inbound = member(contact, 'inbound');
  const direction: Direction = inbound === false ? 'outbound' : 'inbound';
  const queue = textOf(contact, 'queue');
  const queueId = textOf(contact, 'queueId');
  const initial = textOf(contact, 'initial');
  const state = stateOf(contact);
  if (channel === undefined || state === undefined) return undefined;
  return {
    channel,
    direction: member(contact, 'internal') === true ? 'internal' : direction,
    ...partyOf(contact),
    displayName: textOf(contact, 'name'),
    campaign: queue === '' ? undefined : { ...(queueId !== '' && { id: queueId }), name: queue },
    queue,
    attributes: attributesOf(contact),
    // Where it was transferred from. Another part of the same conversation, under an id of its own.
    correlation: initial === '' || initial === textOf(contact, 'id') ? undefined : [initial],
    state,
  };
}

function partyOf(contact: Members): Pick<Facts, 'clientId' | 'withheld'> {
  const email = textOf(contact, 'email');
  return email === '' ? phoneParty(textOf(contact, 'phone')) : { clientId: { kind: 'email', value: email } };
}

function stateOf(contact: Members): InteractionState | undefined {
  if (textOf(contact, 'end') !== '') return 'finished';
  const state = states.get(textOf(contact, 'state'));
  return state === 'active' && member(contact, 'held') === true ? 'held' : state;
}

function reasonOf(contact: Members, answered: boolean): EndReason {
  if (answered) return 'completed';
  const state = textOf(contact, 'state');
  if (state === 'rejected') return 'rejected';
  if (state === 'error') return 'failed';
  return member(contact, 'inbound') === false ? 'cancelled' : 'missed';
}

/** Bounded by the tap; a task has a name instead of a person's. */
function attributesOf(contact: Members): Record<string, string> | undefined {
  const attributes = members(contact, 'attributes');
  const texts: [string, string][] = Object.keys(attributes)
    .slice(0, 16)
    .filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key) && key.length <= 64)
    .map((key) => [key, textOf(attributes, key).slice(0, 160)]);
  const task = textOf(contact, 'task');
  if (task !== '') texts.push(['task', task]);
  const said = texts.filter(([key, value]) => key !== '' && value !== '');
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
