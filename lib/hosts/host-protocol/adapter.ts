import type { HostAdapter, HostExample } from '../host.ts';
import { readHostMessage } from './host-protocol-messages.ts';

/** A page that speaks the host protocol, version 1, to its own window (docs/host-protocol.md). */
const adapter: HostAdapter = {
  id: 'host-protocol',
  label: 'Host protocol',
  rank: 40,
  contactId: 'contract',
  start({ emit, signal, window, refuse }) {
    const { origin } = window.location;
    // A sandboxed or local page has no origin to answer for what it says.
    if (origin === 'null') return;
    window.addEventListener(
      'message',
      ({ source, origin: sender, data }) => {
        const event = readHostMessage(data);
        if (event === null) return;
        if (source === window && sender === origin) emit(event);
        else refuse?.();
      },
      { signal },
    );
    window.postMessage({ protocol: 'ringside', version: 1, type: 'hello?' }, origin);
  },
};

export default adapter;

/** A host that says what it is, which call rings and that the agent looks at it; what is not for us is left alone. */
export const example: HostExample = /* @__PURE__ */ record();

/** In a function, so that production bundles leave it out. */
function record(): HostExample {
  const envelope = { protocol: 'ringside', version: 1 };
  const hello = { type: 'hello', host: { name: 'Desk', version: '3' }, commands: [] } as const;
  const rings = {
    type: 'interaction',
    interaction: {
      id: 'call-17',
      channel: 'phone',
      direction: 'inbound',
      state: 'offered',
      clientId: { kind: 'phone', value: '+33612345678' },
      campaign: { name: 'Support FR' },
    },
  } as const;
  const focus = { type: 'focus', interactionId: 'call-17' } as const;
  return {
    input: [
      { from: 'page', message: { ...envelope, ...hello, shade: 'unknown fields are left out' } },
      { from: 'page', message: { ...envelope, ...rings } },
      { from: 'page', message: { ...envelope, ...focus, version: 2 } },
      { from: 'frame', message: { ...envelope, ...focus, interactionId: 'forged' } },
      { from: 'page', message: { ...envelope, ...focus } },
    ],
    expected: [{ ...hello, commands: [] }, rings, focus],
  };
}
