import type { HostExample } from '../host.ts';

/** One inbound call in both families of messages: of the web phone, and of the account's presence. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const web = {
    id: 'f3b1o2', // The softphone's own id of its SIP session.
    callId: 'b7e2-41@10.14.2.9',
    direction: 'Inbound',
    from: '+16505550123',
    fromUserName: 'WIRELESS CALLER',
    to: '+18885550100',
    partyData: { sessionId: 's-a1f2', partyId: 'p-a1f2-2' },
  };
  const presence = {
    direction: 'Inbound',
    from: { phoneNumber: '+16505550123' },
    fromName: 'Ida Quarles',
    to: { phoneNumber: '+18885550100' },
    sessionId: '2203451',
    telephonySessionId: 's-a1f2',
  };
  const interaction = {
    id: 's-a1f2',
    startedAt: time,
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+16505550123' },
    displayName: 'WIRELESS CALLER',
  } as const;
  const keys = ['s-a1f2', 'f3b1o2', 'b7e2-41@10.14.2.9'];
  const named = { ...interaction, displayName: 'Ida Quarles', correlation: [...keys, '2203451'] };
  return {
    options: { frameOrigins: ['https://desk.example'] },
    input: [
      { from: 'page', message: { type: 'rc-call-ring-notify', call: { ...web, id: 'forged' } } },
      { from: 'frame', message: { type: 'rc-call-ring-notify', call: web } },
      {
        from: 'frame',
        message: { type: 'rc-active-call-notify', call: { ...presence, telephonyStatus: 'Ringing' } },
      },
      { from: 'frame', message: { type: 'rc-call-mute-notify', call: { ...web, isOnMute: true } } },
      {
        from: 'frame',
        message: { type: 'rc-active-call-notify', call: { ...presence, telephonyStatus: 'NoCall' } },
      },
      { from: 'frame', message: { type: 'rc-call-end-notify', call: web } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, correlation: keys, state: 'offered' } },
      { type: 'interaction', interaction: { ...named, state: 'offered' } },
      {
        type: 'interaction',
        interaction: { ...named, state: 'finished', endReason: 'missed', endedAt: time },
      },
    ],
  };
}
