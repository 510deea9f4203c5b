import type { HostTap } from '../host.ts';
import { watchContacts } from './watch-contacts.ts';
import { whenConnect } from './when-connect.ts';

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
