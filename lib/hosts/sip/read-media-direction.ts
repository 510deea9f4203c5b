import { charCodeAt, execute, indexOf, slice } from '../page/built-ins.ts';
import type { MediaDirection } from './sip-frame.ts';

const media = /^m=(\S{1,32}) (\d{1,6})/;
const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/;

/**
 * The direction of the first audio stream of a session description, else of the first stream, else of the session;
 * undefined where there is none. The description stands from `from` to `to`; where it is not `whole`, only what it says counts,
 * and not what it leaves out. Linear. Runs in the page's own world.
 */
export function readMediaDirection(
  text: string,
  { from, to, whole }: { from: number; to: number; whole: boolean },
): MediaDirection | undefined {
  let position = from;
  let session: MediaDirection | undefined;
  let first: MediaDirection | undefined;
  let streams = 0;
  let audio = false;
  while (position < to) {
    const next = indexOf(text, '\n', position);
    const end = next === -1 || next > to ? to : next;
    const kind = charCodeAt(text, position);
    // Only lines that begin with a or m; the length keeps a line of nonsense cheap.
    if ((kind === 97 || kind === 109) && end - position < 256) {
      const line = slice(text, position, end);
      const stream = kind === 109 ? execute(media, line) : null;
      if (stream !== null) {
        if (audio) break;
        streams++;
        audio = stream[1] === 'audio' && stream[2] !== '0';
        if (audio) first = undefined;
      }
      const found = kind === 97 ? execute(direction, line) : null;
      // The casts follow the pattern above.
      if (found !== null && streams === 0) session = found[1] as MediaDirection;
      else if (found !== null && (audio || streams === 1)) first ??= found[1] as MediaDirection;
    }
    position = end + 1;
  }
  return streams === 0 ? undefined : (first ?? session ?? (whole ? 'sendrecv' : undefined));
}
