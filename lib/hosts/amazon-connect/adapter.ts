import type { HostAdapter } from '../host.ts';
import { createConnectContacts } from './connect-contacts.ts';

/** Amazon Connect: a page with its Streams library (a CRM around the CCP, the CCP itself), read by the tap beside. */
const adapter: HostAdapter = {
  id: 'amazon-connect',
  start({ emit, signal, tap }) {
    const contacts = createConnectContacts(Date.now);
    tap.listen((message) => {
      const event = signal.aborted ? undefined : contacts.take(message);
      if (event) emit(event);
    });
    tap.ask();
  },
};

export default adapter;
