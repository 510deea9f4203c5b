import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostExample } from '../host.ts';

/** A customer writes twice, is answered, and leaves; a message from the night before begins nothing. */
export const example: HostExample = record();

function record(): HostExample {
  const at = 1_790_000_000_000;
  const [customer, agent] = ['Ann@chat.example/phone', 'agent7@desk.example/web'];
  const got = { sent: false, from: customer, to: agent, body: true };
  const id = 'ann@chat.example';
  const interaction = {
    id,
    channel: 'chat',
    direction: 'inbound',
    state: 'offered',
    clientId: { kind: 'username', value: id },
    displayName: 'Ann',
    startedAt: '2026-09-21T14:13:20.000Z',
    attributes: { unread: '1' },
    correlation: [id],
  } satisfies HostInteraction;
  const active = {
    ...interaction,
    state: 'active',
    answeredAt: '2026-09-21T14:13:29.000Z',
    attributes: { unread: '0' },
  } satisfies HostInteraction;
  const ended = { state: 'finished', endReason: 'completed', endedAt: '2026-09-21T14:14:20.000Z' } as const;
  return {
    input: [
      { tap: { ...got, at, from: 'bob@chat.example', delay: 1_000_000_000_000 } },
      { tap: { ...got, at, nick: 'Ann' } },
      { tap: { ...got, at: at + 2_000 } },
      { tap: { sent: true, at: at + 9_000, to: id, body: true } },
      { tap: { ...got, at: at + 60_000, body: false, state: 'gone' } },
    ],
    expected: [
      { type: 'interaction', interaction },
      { type: 'interaction', interaction: { ...interaction, attributes: { unread: '2' } } },
      { type: 'interaction', interaction: active },
      { type: 'interaction', interaction: { ...active, ...ended } },
    ],
  };
}
