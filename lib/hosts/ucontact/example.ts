import type { HostExample } from '../host.ts';

/** An outbound call is assigned, finished and categorised; the same words from the page itself are not uContact's. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const data = { guid: '5f0c-81', campaign: 'Ventas->', channel: 'telephony', clientId: '+59899123456' };
  const time = '2026-09-21T14:13:20.000Z';
  const interaction = {
    id: '5f0c-81',
    channel: 'phone',
    direction: 'outbound',
    clientId: { kind: 'phone', value: '+59899123456' },
    campaign: { id: 'Ventas->', name: 'Ventas->' },
    startedAt: time,
    answeredAt: time,
  } as const;
  const ended = { state: 'finished', endReason: 'completed', endedAt: time } as const;
  return {
    input: [
      { from: 'page', message: { event: 'assignedInteraction', data: { ...data, guid: 'forged' } } },
      { from: 'frame', message: { event: 'assignedInteraction', data } },
      { from: 'frame', message: { event: 'changedTheme', data: { theme: 'dark' } } },
      { from: 'page', message: { event: 'changedLanguage', data: { language: 'de' } } },
      { from: 'frame', message: { event: 'changedLanguage', data: { language: 'es' } } },
      { from: 'frame', message: { event: 'finishedInteraction', data: { guid: '5f0c-81' } } },
      { from: 'frame', message: { event: 'sentDisposition', data: { guid: '5f0c-81' } } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'active' } },
      { type: 'language', language: 'es' },
      { type: 'interaction', interaction: { ...interaction, ...ended } },
      { type: 'interaction', interaction: { ...interaction, ...ended, state: 'closed' } },
    ],
  };
}
