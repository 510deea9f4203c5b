/**
 * What the tap tells of one XMPP message: who, when and of what kind, never its words. `at`: epoch milliseconds when it
 * passed the socket.
 */
export interface XmppMessage {
  /** The page sent it; else it came in. */
  sent: boolean;
  at: number;
  from?: string;
  to?: string;
  /** A copy of what another client of the same account sent or got (XEP-0280); `from` and `to` are those of the original. */
  carbon?: 'sent' | 'received';
  /** The page was there before us. */
  late?: boolean;
  /** It has words. */
  body: boolean;
  /** It puts an earlier message right (XEP-0308). */
  correction?: boolean;
  /** Chat state (XEP-0085), or that the other's message was seen (`displayed`, XEP-0333). */
  state?: string;
  /** When it was written, where the server kept it meanwhile (XEP-0203); epoch milliseconds, 0 where unreadable. */
  delay?: number;
  /** The name its sender goes by (XEP-0172). */
  nick?: string;
}

const maxLength = 1_024;

/** Checks a message that claims to come from the tap: the page can dispatch the same event. Null when it is none. */
export function checkXmppMessage(message: unknown): XmppMessage | null {
  if (typeof message !== 'object' || message === null) return null;
  // Every member is checked below before it is used.
  const { sent, at, late, carbon, body, correction, delay, ...texts } = message as Record<string, unknown>;
  if (typeof sent !== 'boolean' || typeof body !== 'boolean' || !isTime(at)) return null;
  if (carbon !== undefined && carbon !== 'sent' && carbon !== 'received') return null;
  if (late !== undefined && typeof late !== 'boolean') return null;
  if (correction !== undefined && typeof correction !== 'boolean') return null;
  if (delay !== undefined && !isTime(delay)) return null;
  for (const text of [texts.from, texts.to, texts.state, texts.nick])
    if (text !== undefined && (typeof text !== 'string' || text.length > maxLength)) return null;
  // Checked above, member by member.
  return message as XmppMessage;
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 1e14;
}
