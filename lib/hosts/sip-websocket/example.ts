import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostExample } from '../host.ts';

/** An inbound call with headers: rings, is answered, is hung up by the caller. */
export const example: HostExample = record();

function record(): HostExample {
  const at = 1_790_000_000_000;
  const from = '"Amélie Roux" <sip:+33612345678@pbx.example;user=phone>;tag=9fxced76sl';
  const to = '<sip:agent7@pbx.example>';
  const headers = { 'call-id': 'a84b4c76e66710', cseq: '1 INVITE', from, to };
  const frame = { socket: 1, sent: true, initial: false, headers };
  const named = { ...headers, 'x-campaign': 'Support%20FR', 'x-contact-id': '4711' };
  const goodbye = { ...headers, cseq: '2 BYE', to: `${to};tag=314159` };
  const interaction = {
    id: 'a84b4c76e66710',
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+33612345678' },
    displayName: 'Amélie Roux',
    campaign: { id: 'Support FR', name: 'Support FR' },
    contactId: '4711',
    startedAt: '2026-09-21T14:13:20.000Z',
    correlation: ['a84b4c76e66710'],
  } satisfies Partial<HostInteraction>;
  const answered = { ...interaction, answeredAt: '2026-09-21T14:13:24.000Z' };
  const ended = { endReason: 'completed', endedAt: '2026-09-21T14:14:20.000Z' } as const;
  return {
    input: [
      { tap: { ...frame, at, start: 'INVITE', sent: false, initial: true, headers: named } },
      { tap: { ...frame, at: at + 50, start: 180 } },
      { tap: { ...frame, at: at + 4_000, start: 200 } },
      { tap: { ...frame, at: at + 60_000, start: 'BYE', sent: false, headers: goodbye } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'offered' } },
      { type: 'interaction', interaction: { ...answered, state: 'active' } },
      { type: 'interaction', interaction: { ...answered, ...ended, state: 'finished' } },
    ],
  };
}
