import type { HostInteraction } from '../../domain/host/host-event.ts';
import { bareJid } from './bare-jid.ts';
import type { XmppChats } from './xmpp-chats.ts';
import type { XmppMessage } from './xmpp-message.ts';

/**
 * What one message makes of the chats: who is at the other end, and whether it counts. `opened`: what is older begins
 * nothing, epoch milliseconds.
 */
export function takeMessage(chats: XmppChats, message: XmppMessage, opened: number): HostInteraction | null {
  const { at, body, correction, state, delay, nick } = message;
  const ours = message.carbon === undefined ? message.sent : message.carbon === 'sent';
  const jid = bareJid(ours ? message.to : message.from);
  if (jid === null || jid === bareJid(ours ? message.from : message.to)) return null;
  const old = delay !== undefined && delay < opened;
  if (body && !correction) {
    if (!old) return ours ? chats.replied(jid, at, message.late) : chats.wrote(jid, at, nick);
    if (!ours) chats.hadWritten(jid);
    return null;
  }
  if (old) return null;
  if (state === 'gone') return chats.left(jid, at, ours ? 'us' : 'them');
  return ours && !correction ? chats.unread(jid, 0) : null;
}
