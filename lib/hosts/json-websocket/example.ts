import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostRule } from '../../domain/host/host-rules.ts';
import type { HostExample } from '../host.ts';

/** A gateway's call comes in, is answered and ends. */
export const example: HostExample = record();

function record(): HostExample {
  const rule: HostRule = {
    id: 'example/gateway',
    read: 'websocket',
    where: [{ host: '*', frame: 'any' }],
    channel: 'phone',
    direction: 'inbound',
    versions: [
      {
        since: '2026-09-01',
        framing: 'socket.io',
        type: 'event',
        id: 'data.uuid',
        clientId: 'data.party[0].number',
        campaign: 'data.queue',
        events: [
          { type: 'call.incoming', on: 'received', state: 'offered' },
          { type: 'call.up', state: 'active' },
          {
            type: 'call.down',
            state: 'finished',
            endReasonFrom: { path: 'data.why', map: { BUSY: 'rejected' } },
          },
        ],
      },
    ],
  };
  const at = 1_790_000_000_000;
  const event = { key: 'example/gateway 2026-09-01', socket: 1, sent: false };
  const interaction: HostInteraction = {
    id: 'example/gateway:5f0c8f0e',
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+33612345678' },
    campaign: { id: 'Billing', name: 'Billing' },
    startedAt: '2026-09-21T14:13:20.000Z',
    correlation: ['5f0c8f0e'],
    state: 'offered',
  };
  const answered = { ...interaction, answeredAt: '2026-09-21T14:13:24.000Z' };
  // In the order in which the paths stand in the rule, the id first.
  const first = { 0: '5f0c8f0e', 1: '+33612345678', 2: 'Billing', 3: null };
  const later = { 0: '5f0c8f0e', 1: null, 2: null, 3: null };
  return {
    options: { rules: [rule] },
    input: [
      {
        tap: { ...event, sent: true, at, type: 'call.incoming', values: { ...first, 0: 'an-echo-of-ours' } },
      },
      { tap: { ...event, at, type: 'call.incoming', values: first } },
      { tap: { ...event, at: at + 4_000, type: 'call.up', values: later } },
      { tap: { ...event, at: at + 60_000, type: 'call.down', values: later } },
    ],
    expected: [
      { type: 'interaction', interaction },
      { type: 'interaction', interaction: { ...answered, state: 'active' } },
      {
        type: 'interaction',
        interaction: {
          ...answered,
          state: 'finished',
          endReason: 'completed',
          endedAt: '2026-09-21T14:14:20.000Z',
        },
      },
    ],
  };
}
