import type { HostEvent, HostInteraction } from '../../domain/host/host-event.ts';
import type { HostExample } from '../host.ts';

/** A chat comes in behind another box, is brought to the front, answered, and its box closed. */
export const example: HostExample = record();

function record(): HostExample {
  const at = 1_790_000_000_000;
  const jid = 'ann@chat.example';
  const interaction = {
    id: jid,
    channel: 'chat',
    direction: 'inbound',
    state: 'offered',
    clientId: { kind: 'username', value: jid },
    displayName: 'Ann Lee',
    startedAt: '2026-09-21T14:13:20.000Z',
    attributes: { unread: '1' },
    correlation: [jid],
  } satisfies HostInteraction;
  const read = { ...interaction, attributes: { unread: '0' } };
  const active = {
    ...read,
    state: 'active',
    answeredAt: '2026-09-21T14:13:29.000Z',
  } satisfies HostInteraction;
  const ended = { state: 'finished', endReason: 'completed', endedAt: '2026-09-21T14:14:20.000Z' } as const;
  const events: HostEvent[] = [
    { type: 'interaction', interaction },
    { type: 'focus', interactionId: jid },
    { type: 'interaction', interaction: read },
    { type: 'interaction', interaction: active },
    { type: 'interaction', interaction: { ...active, ...ended } },
  ];
  return {
    input: [
      { tap: { what: 'wrote', jid, at, name: 'Ann Lee' } },
      { tap: { what: 'unread', jid, at, unread: 1 } },
      { tap: { what: 'shown', jid, at } },
      { tap: { what: 'unread', jid, at, unread: 0 } },
      { tap: { what: 'replied', jid, at: at + 9_000 } },
      { tap: { what: 'closed', jid, at: at + 60_000 } },
    ],
    expected: events,
  };
}
