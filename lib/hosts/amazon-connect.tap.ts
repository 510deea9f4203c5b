import { watchContacts } from './amazon-connect/watch-contacts.ts';
import { whenConnect } from './amazon-connect/when-connect.ts';
import type { HostTap } from './host.ts';

/** Reads the contacts of Amazon Connect Streams, where the page loads it; calls nothing that changes anything. */
const tap: HostTap = {
  id: 'amazon-connect',
  start({ send, onAsk }) {
    const contacts = watchContacts(send);
    whenConnect(window, contacts.attach);
    onAsk((_, again) => {
      if (again) contacts.tellAgain();
    });
  },
};

export default tap;
