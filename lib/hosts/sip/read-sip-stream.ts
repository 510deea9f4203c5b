import { charCodeAt, emptyTable, execute, slice } from '../page/built-ins.ts';
import { isLetter, readSipMessage, type SipReading, skipBlank } from './read-sip-frame.ts';
import type { WantedHeaders } from './sip-headers.ts';

const maxLength = 131_072;
const maxMessages = 64;
/** A message in more pieces than that is not put together: each piece is read again with those before it. */
const maxPieces = 8;
const maxRests = 50;

const begins = /^(?:[a-z]{1,16} +(?:sips?|tel):|sip\/2\.0 )/i;

interface Rest {
  text: string;
  pieces: number;
}

export interface SipStreams {
  take(socket: number, sent: boolean, text: string, wanted: WantedHeaders): void;
  closed(socket: number): void;
}

/**
 * Finds the SIP messages in the frames of all sockets: one in a frame as a rule (RFC 7118), but also several in one, or
 * one in several. A message is told as soon as enough of it is there, and once more where the rest came later. Memory is
 * bounded. Runs in the page's own world.
 */
export function createSipStreams(
  tell: (socket: number, sent: boolean, reading: SipReading) => void,
): SipStreams {
  const rests = emptyTable<Rest>();
  let count = 0;

  function forget(key: string): void {
    if (rests[key] === undefined) return;
    delete rests[key];
    count--;
  }

  function keep(key: string, text: string, pieces: number): void {
    if (pieces > maxPieces || count >= maxRests) return;
    const rest = emptyTable() as unknown as Rest;
    rest.text = text;
    rest.pieces = pieces;
    rests[key] = rest;
    count++;
  }

  return {
    take(socket, sent, text, wanted) {
      if (text.length > maxLength) return;
      // Nearly all other traffic goes no further than its first character.
      const first = charCodeAt(text, 0);
      if (count === 0 && first > 32 && !isLetter(first)) return;
      const start = skipBlank(text, 0);
      const fresh = execute(begins, slice(text, start, start + 64)) !== null;
      if (start === text.length || (!fresh && count === 0)) return;
      const key = `${socket}${sent ? '>' : '<'}`;
      const rest = rests[key];
      if (!fresh && rest === undefined) return;
      const whole = fresh || rest === undefined ? text : rest.text + text;
      const pieces = fresh || rest === undefined ? 1 : rest.pieces + 1;
      forget(key);
      if (whole.length > maxLength) return;
      let position = 0;
      for (let number = 0; number < maxMessages; number++) {
        const message = readSipMessage(whole, position, wanted);
        // A start line that was cut is not put together: whatever came next would make a call of it.
        if (message === null) return;
        if (message.reading !== null) tell(socket, sent, message.reading);
        if (!message.whole) return keep(key, slice(whole, message.start), pieces);
        position = message.end;
      }
    },
    closed(socket) {
      forget(`${socket}>`);
      forget(`${socket}<`);
    },
  };
}
