import type { HostEvent } from '../../domain/host/host-event.ts';
import { createInteractionLog, type Facts } from '../frames/interaction-log.ts';
import { personName } from '../frames/phone-party.ts';
import { type Members, members, textOf } from '../frames/read-member.ts';
import { isMadeUp, readCustomer, toChannel } from './read-customer.ts';

/** A conversation comes with its last messages; what is longer is none. */
const maxLength = 4_000_000;

/**
 * The conversation that the agent looks at, from Chatwoot's `appContext`: one at a time, so a new one ends the one
 * before. Chatwoot's own contact id is not the CRM's. Sources: https://www.chatwoot.com/hc/user-guide/articles/1677691702
 * and the dashboard's code (github.com/chatwoot/chatwoot, DashboardApp/Frame.vue), read 2026-11-20.
 */
export function createChatwootConversations(now: () => number): { take(message: unknown): HostEvent[] } {
  // The agent may come back to a conversation at once, and it is then looked at again.
  const log = createInteractionLog(now, 0);
  let current: string | undefined;
  let resolved = false;

  function show(id: string, facts: Facts, isResolved: boolean): HostEvent[] {
    const events: HostEvent[] = [];
    const tell = (of: string, more: Facts) => {
      const interaction = log.tell(of, more);
      if (interaction) events.push({ type: 'interaction', interaction });
    };
    const isNew = current !== id;
    if (isNew && current !== undefined) tell(current, { state: 'finished' });
    // What was resolved before it was looked at is shown too; one that is resolved now is finished.
    const ends = isResolved && !resolved && !isNew;
    const stays = isResolved && resolved && !isNew && log.live(id) === undefined;
    resolved = isResolved;
    current = id;
    if (!stays) tell(id, { ...facts, state: ends ? 'finished' : 'active' });
    if (isNew) events.push({ type: 'focus', interactionId: id });
    return events;
  }

  return {
    take(message) {
      if (typeof message !== 'string' || message.length > maxLength || !message.startsWith('{')) return [];
      const said: unknown = JSON.parse(message);
      if (textOf(said, 'event') !== 'appContext') return [];
      const data = members(said, 'data');
      const conversation = members(data, 'conversation');
      const id = textOf(conversation, 'id');
      if (id === '') return [];
      return show(id, readFacts(id, conversation, data), textOf(conversation, 'status') === 'resolved');
    },
  };
}

function readFacts(id: string, conversation: Members, data: Members): Facts {
  const meta = members(conversation, 'meta');
  const contact =
    Object.keys(members(data, 'contact')).length > 0 ? members(data, 'contact') : members(meta, 'sender');
  const channel = toChannel(textOf(meta, 'channel') || textOf(conversation, 'channel'));
  const inbox = textOf(conversation, 'inbox_id');
  const team = members(meta, 'team');
  const teamName = textOf(team, 'name');
  const name = textOf(contact, 'name');
  return {
    channel,
    direction: 'inbound',
    clientId: readCustomer(channel, contact, conversation),
    displayName: isMadeUp(name) ? undefined : personName(name, textOf(contact, 'phone_number')),
    agent: textOf(members(meta, 'assignee'), 'name'),
    // A team is what works on a conversation together; an inbox has no name here.
    campaign: teamName === '' ? undefined : { id: textOf(team, 'id'), name: teamName },
    threadId: id,
    attributes: inbox === '' ? undefined : { inbox },
  };
}
