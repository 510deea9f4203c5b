import type { HostExample } from '../host.ts';

/** A transferred call of a queue rings, is answered, looked at, held, and ends; what comes after says nothing new. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const queueId = 'arn:aws:connect:eu-west-2:1:instance/1/queue/7';
  const contact = {
    id: '4c1f-call',
    initial: '4c1f-first',
    type: 'voice',
    inbound: true,
    queue: 'Claims',
    queueId,
    phone: '+442079460188',
    attributes: { policy: 'P-771' },
  };
  const interaction = {
    id: '4c1f-call',
    startedAt: time,
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+442079460188' },
    campaign: { id: queueId, name: 'Claims' },
    queue: 'Claims',
    attributes: { policy: 'P-771' },
  } as const;
  const correlation = ['4c1f-first'];
  const answered = { ...interaction, correlation, answeredAt: time } as const;
  const ended = { state: 'finished', endReason: 'completed', endedAt: time } as const;
  return {
    input: [
      { tap: { contact: { ...contact, state: 'connecting' } } },
      { tap: { contact: { ...contact, state: 'connected', held: false } } },
      { tap: { view: '4c1f-call' } },
      { tap: { contact: { ...contact, state: 'connected', held: true } } },
      { tap: { contact: { ...contact, state: 'ended', held: false, end: 'ended' } } },
      { tap: { contact: { ...contact, state: 'ended', held: false, end: 'destroyed' } } },
      { tap: { view: null } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, correlation, state: 'offered' } },
      { type: 'interaction', interaction: { ...answered, state: 'active' } },
      { type: 'focus', interactionId: '4c1f-call' },
      { type: 'interaction', interaction: { ...answered, state: 'held' } },
      { type: 'interaction', interaction: { ...answered, ...ended } },
      { type: 'focus', interactionId: null },
    ],
  };
}
