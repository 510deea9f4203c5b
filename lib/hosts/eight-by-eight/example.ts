import type { HostExample } from '../host.ts';

/** A call of a queue is held, looked at, resumed, and ends. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const schemaVersion = '1.0.0';
  const call = { interactionId: 'int-190cf2', schemaVersion };
  const started = {
    ...call,
    callId: 'call-77810',
    interactionType: 'phone',
    direction: 'inbound',
    queueId: 'queue-104',
    queueName: 'Claims',
    customerName: 'Petra Lindqvist',
    customerPhone: '+46850551234',
    agentName: 'Agent Seven',
  };
  const interaction = {
    id: 'int-190cf2',
    startedAt: time,
    answeredAt: time,
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+46850551234' },
    displayName: 'Petra Lindqvist',
    campaign: { id: 'queue-104', name: 'Claims' },
    queue: 'Claims',
    agent: 'Agent Seven',
  } as const;
  const correlation = ['call-77810'];
  const ended = { state: 'finished', endReason: 'completed', endedAt: time } as const;
  const say = (type: string, message: object) => ({ from: 'frame', message: { type, message } }) as const;
  return {
    input: [
      {
        from: 'page',
        message: { type: 'aw-interaction-started-v1', message: { ...started, interactionId: 'x' } },
      },
      say('aw-interaction-started-v1', started),
      say('aw-interaction-focus-v3', { ...call, schemaVersion: '3.0.0' }),
      say('aw-interaction-hold-v1', call),
      say('aw-interaction-mute-v1', call),
      say('aw-interaction-resume-v1', call),
      say('aw-interaction-ended-v1', call),
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, correlation, state: 'active' } },
      { type: 'focus', interactionId: 'int-190cf2' },
      { type: 'interaction', interaction: { ...interaction, correlation, state: 'held' } },
      { type: 'interaction', interaction: { ...interaction, correlation, state: 'active' } },
      { type: 'interaction', interaction: { ...interaction, correlation, ...ended } },
    ],
  };
}
