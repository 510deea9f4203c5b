import type { HostAdapter } from '../host.ts';
import { readHostMessage } from './host-protocol-messages.ts';

/** A page that speaks the host protocol, version 1, to its own window (docs/host-protocol.md). */
const adapter: HostAdapter = {
  id: 'host-protocol',
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
