import type { HostRule } from '../../domain/host/host-rules.ts';
import type { HostExample } from '../host.ts';

/** A call in a child frame rings, is answered and ends; the same words from the page itself are not believed. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const rule: HostRule = {
    id: 'example/frame',
    read: 'message',
    where: [{ host: '*', frame: 'any' }],
    channel: 'phone',
    direction: 'inbound',
    versions: [
      {
        since: '2026-09-01',
        origins: ['self'],
        source: 'frame',
        type: 'type',
        id: 'call.id',
        caller: 'call.from',
        callee: 'call.to',
        displayName: 'call.name',
        directionFrom: { path: 'call.direction', map: { out: 'outbound', in: 'inbound' } },
        events: [
          { type: 'ring', state: 'offered' },
          { type: 'answer', state: 'active' },
          { type: 'end', state: 'finished', endReason: 'completed' },
        ],
      },
    ],
  };
  const call = { id: 'c-81', direction: 'out', from: '7', to: '+59899123456', name: 'Ana' };
  const time = '2026-09-21T14:13:20.000Z';
  const interaction = {
    id: 'example/frame:c-81',
    channel: 'phone',
    direction: 'outbound',
    clientId: { kind: 'phone', value: '+59899123456' },
    displayName: 'Ana',
    startedAt: time,
  } as const;
  return {
    options: { rules: [rule] },
    input: [
      { from: 'page', message: { type: 'ring', call: { ...call, id: 'forged' } } },
      { from: 'frame', message: { type: 'ring', call } },
      { from: 'frame', message: JSON.stringify({ type: 'answer', call: { id: 'c-81' } }) },
      { from: 'frame', message: { type: 'end', call: { id: 'c-81' } } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'offered' } },
      { type: 'interaction', interaction: { ...interaction, state: 'active', answeredAt: time } },
      {
        type: 'interaction',
        interaction: {
          ...interaction,
          state: 'finished',
          answeredAt: time,
          endReason: 'completed',
          endedAt: time,
        },
      },
    ],
  };
}
