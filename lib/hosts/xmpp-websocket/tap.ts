import type { HostTap } from '../host.ts';
import { emptyTable, now } from '../page/built-ins.ts';
import { watchWebSockets } from '../page/watch-web-sockets.ts';
import { readMessages } from '../xmpp/read-messages.ts';
import type { XmppMessage } from '../xmpp/xmpp-message.ts';

/** Enough to know every chat of a page again for an isolated half that comes later. */
const maxKept = 200;

/** Sees XMPP messages on the page's sockets by their content, and forwards what xmpp-message.ts lists, never their words. */
const tap: HostTap = {
  id: 'xmpp-websocket',
  start({ send, onAsk }) {
    const kept = emptyTable<XmppMessage>();
    let first = 0;
    let next = 0;
    const { document } = window;
    const late = document !== undefined && document.readyState !== 'loading';
    watchWebSockets(window, (_, sent, text) =>
      readMessages(text, sent, (head) => {
        // Both members that must be there are set below; the others only where they are known.
        const message = emptyTable<unknown>() as unknown as XmppMessage;
        message.sent = sent;
        message.at = now();
        if (late) message.late = true;
        message.body = head.body;
        if (head.from !== undefined) message.from = head.from;
        if (head.to !== undefined) message.to = head.to;
        if (head.carbon !== undefined) message.carbon = head.carbon;
        if (head.correction) message.correction = true;
        if (head.state !== undefined) message.state = head.state;
        if (head.delay !== undefined) message.delay = head.delay;
        if (head.nick) message.nick = head.nick;
        kept[next++] = message;
        if (next - first > maxKept) delete kept[first++];
        send(message);
      }),
    );
    onAsk((_, again) => {
      if (!again) return;
      for (let index = first; index < next; index++) {
        const message = kept[index];
        if (message !== undefined) send(message);
      }
    });
  },
};

export default tap;
