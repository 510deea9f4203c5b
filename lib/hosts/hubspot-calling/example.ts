import type { HostExample } from '../host.ts';

/** An outbound call that nobody answers; the handshake and the same words from the page itself tell nothing. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const externalCallId = '0190f3c2-7b11';
  const data = { externalCallId, toNumber: '+353860000421', fromNumber: '+35315550100' };
  const messageId = '1790000000000_1790000000421';
  const interaction = {
    id: externalCallId,
    startedAt: time,
    channel: 'phone',
    direction: 'outbound',
    clientId: { kind: 'phone', value: '+353860000421' },
  } as const;
  const ended = { state: 'finished', endReason: 'failed', endedAt: time } as const;
  return {
    input: [
      { from: 'frame', message: { type: 'SYNC_ACK', messageId, version: '0.9.7' } },
      { from: 'page', message: { type: 'INCOMING_CALL', messageId, data: { externalCallId: 'forged' } } },
      { from: 'frame', message: { type: 'OUTGOING_CALL_STARTED', messageId, data } },
      { from: 'frame', message: { type: 'OUTGOING_CALL_STARTED', messageId, data } },
      {
        from: 'frame',
        message: {
          type: 'CALL_ENDED',
          messageId,
          data: { externalCallId, engagementId: 1, callEndStatus: 'NO_ANSWER' },
        },
      },
      { from: 'frame', message: { type: 'CALL_COMPLETED', messageId, data: { externalCallId } } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'offered' } },
      { type: 'interaction', interaction: { ...interaction, ...ended } },
    ],
  };
}
