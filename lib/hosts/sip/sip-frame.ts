/** Which way the media of a re-INVITE flow, as its sender says. */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/**
 * What the tap tells of one SIP message: the kind of its start line and a fixed list of headers, by long name in lower
 * case. Never an Authorization header, never a body. `at`: epoch milliseconds when it passed the socket.
 */
export interface SipFrame {
  socket: number;
  /** The page sent it; else it came in. */
  sent: boolean;
  at: number;
  /** A request's method, or the status of a response to an INVITE. */
  start: 'INVITE' | 'CANCEL' | 'BYE' | 'UPDATE' | number;
  /** A request outside a dialog, as the INVITE that begins a call. */
  initial: boolean;
  headers: Record<string, string>;
  /** INVITE and UPDATE with a session description only. */
  media?: MediaDirection;
}

const methods = new Set<unknown>(['INVITE', 'CANCEL', 'BYE', 'UPDATE']);
const directions = new Set<unknown>(['sendrecv', 'sendonly', 'recvonly', 'inactive']);
const maxHeaders = 40;
const maxHeaderLength = 1_024;

/** Checks a message that claims to come from the tap: the page can dispatch the same event. Null when it is no frame. */
export function checkSipFrame(message: unknown): SipFrame | null {
  if (typeof message !== 'object' || message === null) return null;
  // Every member is checked below before it is used.
  const { socket, sent, at, start, initial, headers, media } = message as Record<string, unknown>;
  if (!Number.isSafeInteger(socket) || typeof sent !== 'boolean' || typeof initial !== 'boolean') return null;
  if (typeof at !== 'number' || !(at >= 0 && at < 1e14)) return null;
  if (!methods.has(start) && !(Number.isInteger(start) && Number(start) > 100 && Number(start) < 700))
    return null;
  if (typeof headers !== 'object' || headers === null) return null;
  const entries = Object.entries(headers);
  if (entries.length > maxHeaders) return null;
  if (entries.some(([, value]) => typeof value !== 'string' || value.length > maxHeaderLength)) return null;
  if (media !== undefined && !directions.has(media)) return null;
  return {
    // Checked above, member by member.
    ...(message as SipFrame),
    headers: Object.assign(Object.create(null), headers),
  };
}
