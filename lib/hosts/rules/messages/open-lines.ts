import { emptyTable, indexOf, slice } from '../../page/built-ins.ts';

/** What the isolated half is told of a socket that a rule wants: that it is open, or has closed. */
export interface SocketLine {
  socket: number;
  /** Sockets to one address, whatever its query, have the same number. */
  place: number;
  /** Epoch milliseconds. */
  at: number;
  open: boolean;
}

/** More addresses than any page has. */
const maxPlaces = 500;

export interface OpenLines {
  /** A frame passed that a rule wants; undefined where the socket is known. */
  seen(socket: number, address: string, at: number): SocketLine | undefined;
  /** Undefined where no rule wanted anything of it. */
  closed(socket: number, at: number): SocketLine | undefined;
  each(use: (line: SocketLine) => void): void;
}

/** Which of the page's sockets are open that a rule wants. Runs in the page's own world; no address leaves it. */
export function createOpenLines(): OpenLines {
  const open = emptyTable<SocketLine>();
  let places = emptyTable<number>();
  let count = 0;

  function placeOf(address: string): number {
    const query = indexOf(address, '?');
    const place = query < 0 ? address : slice(address, 0, query);
    // Numbers are never used again: forgetting them all costs a reconnect its recognition, no more.
    if (count % maxPlaces === 0) places = emptyTable();
    places[place] ??= ++count;
    return places[place];
  }

  return {
    seen(socket, address, at) {
      if (open[socket] !== undefined) return undefined;
      const line = lineOf(socket, placeOf(address), at, true);
      open[socket] = line;
      return line;
    },
    closed(socket, at) {
      const line = open[socket];
      delete open[socket];
      return line && lineOf(socket, line.place, at, false);
    },
    each(use) {
      for (const socket in open) {
        const line = open[socket];
        if (line !== undefined) use(line);
      }
    },
  };
}

function lineOf(socket: number, place: number, at: number, open: boolean): SocketLine {
  // The cast is sound: every member is set. No prototype, so that no `toJSON` of the page's is called.
  const line = emptyTable<unknown>() as unknown as SocketLine;
  line.socket = socket;
  line.place = place;
  line.at = at;
  line.open = open;
  return line;
}
