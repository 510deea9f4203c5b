export type SipMethod =
  | 'INVITE'
  | 'ACK'
  | 'PRACK'
  | 'CANCEL'
  | 'BYE'
  | 'UPDATE'
  | 'INFO'
  | 'REFER'
  | 'NOTIFY'
  | 'REGISTER';

/** Which way the media of a re-INVITE flow, as its sender says. */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/**
 * What the tap tells of one SIP message: the kind of its start line and a fixed list of headers, by long name in lower
 * case. Never an Authorization header, never a body. `at`: epoch milliseconds when it passed the socket. `CLOSE` is none
 * of SIP's: the socket has closed, and there are no headers.
 */
export interface SipFrame {
  socket: number;
  /** The page sent it; else it came in. */
  sent: boolean;
  at: number;
  /** A request's method, or the status of a response to one that belongs to a call. */
  start: SipMethod | 'CLOSE' | number;
  /** A request outside a dialog, as the INVITE that begins a call. */
  initial: boolean;
  /** By name; `branch` is none, but the transaction that the topmost Via names. */
  headers: Record<string, string>;
  /** INVITE and UPDATE with a session description only. */
  media?: MediaDirection;
  /** NOTIFY: the status that the referred request got. */
  outcome?: number;
  /** Its sender is a conference. */
  focus?: boolean;
}

/** One that is not known says nothing. */
const method = /^[A-Z]{3,8}$/;
const directions = /^(?:sendrecv|sendonly|recvonly|inactive)$/;
const maxHeaders = 40;
const maxHeaderLength = 1_024;

/** Checks a message that claims to come from the tap: the page can dispatch the same event. Null when it is no frame. */
export function checkSipFrame(message: unknown): SipFrame | null {
  if (typeof message !== 'object' || message === null) return null;
  // Every member is checked below before it is used.
  const { socket, sent, at, start, initial, headers, media, outcome, focus } = message as Record<
    string,
    unknown
  >;
  if (!Number.isSafeInteger(socket) || typeof sent !== 'boolean' || typeof initial !== 'boolean') return null;
  if (typeof at !== 'number' || !(at >= 0 && at < 1e14)) return null;
  if (!isStatus(start) && !isWord(start, method)) return null;
  if (typeof headers !== 'object' || headers === null) return null;
  const entries = Object.entries(headers);
  if (entries.length > maxHeaders) return null;
  if (entries.some(([, value]) => typeof value !== 'string' || value.length > maxHeaderLength)) return null;
  if (media !== undefined && !isWord(media, directions)) return null;
  if (outcome !== undefined && !isStatus(outcome)) return null;
  if (focus !== undefined && typeof focus !== 'boolean') return null;
  return {
    // Checked above, member by member.
    ...(message as SipFrame),
    headers: Object.assign(Object.create(null), headers),
  };
}

function isWord(value: unknown, words: RegExp): boolean {
  return typeof value === 'string' && words.test(value);
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) < 700;
}
