import type { HostAdapter, HostExample } from './host.ts';
import { createSipCalls } from './sip/sip-calls.ts';
import { checkSipFrame } from './sip/sip-frame.ts';

/**
 * Any softphone that speaks SIP over a WebSocket: the signalling tells caller, direction, state and headers that no page
 * shows. What is read: docs/hosts.md.
 */
const adapter: HostAdapter = {
  id: 'sip-websocket',
  label: 'SIP over WebSocket',
  rank: 20,
  contactId: 'header',
  start({ emit, signal, options, tap }) {
    const calls = createSipCalls(options);
    tap.listen((message) => {
      const frame = signal.aborted ? null : checkSipFrame(message);
      const interaction = frame && calls.take(frame);
      if (interaction) emit({ type: 'interaction', interaction });
    });
    tap.ask();
  },
};

export default adapter;

const call = {
  socket: 1,
  at: 1_790_000_000_000,
  headers: { 'call-id': 'a84b4c76e66710', cseq: '1 INVITE', to: '<sip:agent7@pbx.example>' },
};
const from = '"Amélie Roux" <sip:+33612345678@pbx.example;user=phone>;tag=9fxced76sl';
const started = {
  id: 'a84b4c76e66710',
  channel: 'phone',
  direction: 'inbound',
  clientId: { kind: 'phone', value: '+33612345678' },
  displayName: 'Amélie Roux',
  campaign: { id: 'Support FR', name: 'Support FR' },
  contactId: '4711',
  startedAt: '2026-09-21T14:13:20.000Z',
} as const;

/** An inbound call with headers: rings, is answered, is hung up by the caller. */
export const example: HostExample = {
  input: [
    {
      tap: {
        ...call,
        sent: false,
        start: 'INVITE',
        headers: { ...call.headers, from, 'x-campaign': 'Support%20FR', 'x-contact-id': '4711' },
      },
    },
    { tap: { ...call, sent: true, start: 180, headers: { ...call.headers, from } } },
    { tap: { ...call, sent: true, start: 200, at: call.at + 4_000, headers: { ...call.headers, from } } },
    {
      tap: {
        ...call,
        sent: false,
        start: 'BYE',
        at: call.at + 60_000,
        headers: { ...call.headers, cseq: '2 BYE', from, to: '<sip:agent7@pbx.example>;tag=314159' },
      },
    },
  ],
  expected: [
    { type: 'interaction', interaction: { ...started, state: 'offered' } },
    {
      type: 'interaction',
      interaction: { ...started, state: 'active', answeredAt: '2026-09-21T14:13:24.000Z' },
    },
    {
      type: 'interaction',
      interaction: {
        ...started,
        state: 'finished',
        answeredAt: '2026-09-21T14:13:24.000Z',
        endReason: 'completed',
        endedAt: '2026-09-21T14:14:20.000Z',
      },
    },
  ],
};
