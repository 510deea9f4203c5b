import type { HostExample } from '../host.ts';

/** An inbound call that is missed; the log that follows tells nothing new. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const data = {
    callId: '7430184412967721983',
    direction: 'inbound',
    caller: { name: 'Jonah Adeyemi', phoneNumber: '+442079460311', numberType: 2 },
    callee: {
      name: 'Agent Seven',
      extensionNumber: '807',
      extensionType: 'user',
      phoneNumber: '+442079460800',
    },
    dateTime: time,
  };
  const interaction = {
    id: data.callId,
    startedAt: time,
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+442079460311' },
    displayName: 'Jonah Adeyemi',
  } as const;
  const ended = { state: 'finished', endReason: 'missed', endedAt: time } as const;
  return {
    options: { frameOrigins: ['https://desk.example'] },
    input: [
      { from: 'page', message: { type: 'zp-call-ringing-event', data: { ...data, callId: 'forged' } } },
      { from: 'frame', message: { type: 'zp-call-ringing-event', data } },
      {
        from: 'frame',
        message: { type: 'zp-contact-match-event', data: { phoneNumbers: ['+442079460311'] } },
      },
      { from: 'frame', message: { type: 'zp-call-ended-event', data: { ...data, result: 'missed' } } },
      {
        from: 'frame',
        message: { type: 'zp-call-log-completed-event', data: { ...data, result: 'missed' } },
      },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'offered' } },
      { type: 'interaction', interaction: { ...interaction, ...ended } },
    ],
  };
}
