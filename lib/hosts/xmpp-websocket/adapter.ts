import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostAdapter } from '../host.ts';
import { onChatClosed } from '../xmpp/closed-chats.ts';
import { takeMessage } from '../xmpp/take-message.ts';
import { createXmppChats } from '../xmpp/xmpp-chats.ts';
import { checkXmppMessage } from '../xmpp/xmpp-message.ts';

/** What was written so long before this page was there is history, not a chat that begins now. */
const historyMs = 60_000;

/**
 * Any client that speaks XMPP over a WebSocket: chats between two people, with the other's bare address as ClientID. What
 * is read and what is not: docs/hosts.md.
 */
const adapter: HostAdapter = {
  id: 'xmpp-websocket',
  start({ emit, signal, window, tap }) {
    const chats = createXmppChats();
    const opened = (window.performance?.timeOrigin ?? Date.now()) - historyMs;
    const tell = (interaction: HostInteraction | null) => {
      if (interaction !== null) emit({ type: 'interaction', interaction });
    };
    tap.listen((message) => {
      const checked = signal.aborted ? null : checkXmppMessage(message);
      if (checked !== null) tell(takeMessage(chats, checked, opened));
    });
    onChatClosed((jid, at) => tell(chats.left(jid, at, 'us')), signal);
    tap.ask();
  },
};

export default adapter;
