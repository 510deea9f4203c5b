import type { HostAdapter, HostExample } from './host.ts';
import { readHostMessage } from './host-protocol-messages.ts';

/** A page that speaks the host protocol, version 1, to its own window (docs/host-protocol.md). */
const adapter: HostAdapter = {
  id: 'host-protocol',
  label: 'Host protocol',
  rank: 40,
  contactId: 'contract',
  start({ emit, signal, window }) {
    const { origin } = window.location;
    // A sandboxed or local page has no origin to answer for what it says.
    if (origin === 'null') return;
    window.addEventListener(
      'message',
      ({ source, origin: sender, data }) => {
        if (source !== window || sender !== origin) return;
        const event = readHostMessage(data);
        if (event !== null) emit(event);
      },
      { signal },
    );
    window.postMessage({ protocol: 'ringside', version: 1, type: 'hello?' }, origin);
  },
};

export default adapter;

const interaction = {
  id: 'call-17',
  channel: 'phone',
  direction: 'inbound',
  state: 'offered',
  clientId: { kind: 'phone', value: '+33612345678' },
  campaign: { name: 'Support FR' },
} as const;

/** A host that says what it is, which call rings and that the agent looks at it; what is not for us is left alone. */
export const example: HostExample = {
  input: [
    {
      from: 'page',
      message: {
        protocol: 'ringside',
        version: 1,
        type: 'hello',
        host: { name: 'Desk', version: '3' },
        commands: [],
      },
    },
    { from: 'page', message: { protocol: 'ringside', version: 1, type: 'interaction', interaction } },
    { from: 'page', message: { protocol: 'ringside', version: 2, type: 'interaction', interaction } },
    { from: 'frame', message: { protocol: 'ringside', version: 1, type: 'focus', interactionId: 'forged' } },
    { from: 'page', message: { protocol: 'ringside', version: 1, type: 'focus', interactionId: 'call-17' } },
  ],
  expected: [
    { type: 'hello', host: { name: 'Desk', version: '3' }, commands: [] },
    { type: 'interaction', interaction: { ...interaction } },
    { type: 'focus', interactionId: 'call-17' },
  ],
};
