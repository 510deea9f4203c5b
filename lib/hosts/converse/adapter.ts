import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostAdapter } from '../host.ts';
import { bareJid } from '../xmpp/bare-jid.ts';
import { tellChatClosed } from '../xmpp/closed-chats.ts';
import { createXmppChats } from '../xmpp/xmpp-chats.ts';

/** What was written so long before this page was there is history, not a chat that begins now. */
const historyMs = 60_000;

interface ConverseMessage {
  what: 'wrote' | 'replied' | 'unread' | 'shown' | 'closed';
  jid: string;
  /** Epoch milliseconds. */
  at: number;
  unread?: number;
  name?: string;
  /** When it was written, where the server kept it meanwhile. */
  written?: number;
}

/**
 * The chats of converse.js as it shows them itself: which box is open, in front, or closed. Sees the same chats as
 * `xmpp-websocket`, under the same ids, also where their socket is in a worker.
 */
const adapter: HostAdapter = {
  id: 'converse',
  start({ emit, signal, window, tap }) {
    const chats = createXmppChats();
    const live = new Set<string>();
    let shown: string | null = null;
    const opened = (window.performance?.timeOrigin ?? Date.now()) - historyMs;

    function tell(interaction: HostInteraction | null): void {
      if (interaction === null) return;
      const fresh = !live.has(interaction.id);
      if (interaction.state === 'finished') live.delete(interaction.id);
      else live.add(interaction.id);
      emit({ type: 'interaction', interaction });
      // Its box was open before anything was said in it.
      if (fresh && interaction.id === shown) emit({ type: 'focus', interactionId: shown });
    }

    tap.listen((message) => {
      const checked = signal.aborted ? null : check(message);
      const jid = bareJid(checked?.jid);
      if (checked === null || jid === null) return;
      const { at, name, unread } = checked;
      switch (checked.what) {
        case 'wrote':
          if ((checked.written ?? at) < opened) return chats.hadWritten(jid);
          return tell(chats.wrote(jid, at, name));
        case 'replied':
          return (checked.written ?? at) < opened ? undefined : tell(chats.replied(jid, at));
        case 'unread':
          return tell(chats.unread(jid, unread ?? 0));
        case 'shown':
          shown = jid;
          if (live.has(jid)) emit({ type: 'focus', interactionId: jid });
          return;
        case 'closed':
          if (shown === jid) shown = null;
          tellChatClosed(jid, at);
          return tell(chats.left(jid, at, 'us'));
      }
    });
    tap.ask();
  },
};

export default adapter;

const whats = new Set<unknown>(['wrote', 'replied', 'unread', 'shown', 'closed']);

function check(message: unknown): ConverseMessage | null {
  if (typeof message !== 'object' || message === null) return null;
  // Every member is checked below before it is used.
  const { what, jid, at, unread, name, written } = message as Record<string, unknown>;
  if (!whats.has(what) || typeof jid !== 'string' || !isTime(at)) return null;
  if (unread !== undefined && !(Number.isInteger(unread) && Number(unread) >= 0 && Number(unread) < 1e6))
    return null;
  if (name !== undefined && typeof name !== 'string') return null;
  if (written !== undefined && !isTime(written)) return null;
  // Checked above, member by member.
  return message as ConverseMessage;
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 1e14;
}
