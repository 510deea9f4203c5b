import type { HostTap } from './host.ts';
import { emptyTable, now } from './page/built-ins.ts';
import { watchWebSockets } from './page/watch-web-sockets.ts';
import { createFrameReader, type FrameReader, type SocketEvent } from './rules/wanted-frames.ts';

/** Frames that passed before the adapter said what it wants, and events that a new adapter is told again. */
const maxWaiting = 100;
const maxKept = 200;
/** Longer frames are not kept for later. */
const maxLength = 16_384;

interface Frame {
  socket: number;
  sent: boolean;
  text: string;
  address: string;
  at: number;
}

/**
 * Reads JSON messages on the sockets for which there is a rule, and forwards the values that the rule declares, nothing
 * else. Until it is known what is wanted, the last frames wait in the page's own world; where nothing is, they are dropped.
 */
const tap: HostTap = {
  id: 'json-websocket',
  start({ send, onAsk }) {
    const waiting = createRing<Frame>(maxWaiting);
    const kept = createRing<SocketEvent>(maxKept);
    let reader: FrameReader | undefined;

    const tell = (event: SocketEvent) => {
      kept.add(event);
      send(event);
    };
    watchWebSockets(window, (socket, sent, text, address) => {
      if (reader === undefined && text.length > maxLength) return;
      // No prototype: a page may have put members on that of others.
      const frame = emptyTable<unknown>() as unknown as Frame; // The cast is sound: every member is set below.
      frame.socket = socket;
      frame.sent = sent;
      frame.text = text;
      frame.address = address;
      frame.at = now();
      if (reader === undefined) waiting.add(frame);
      else reader.read(frame, tell);
    });
    onAsk((wants, again) => {
      const fresh = createFrameReader(wants);
      const first = reader === undefined;
      reader = fresh;
      if (first) waiting.empty((frame) => fresh.read(frame, tell));
      if (!again) return;
      kept.each((event) => {
        event.again = true;
        send(event);
      });
    });
  },
};

export default tap;

interface Ring<Item> {
  add(item: Item): void;
  each(use: (item: Item) => void): void;
  empty(use: (item: Item) => void): void;
}

/** The newest `max` items, without any method that a page may have replaced. */
function createRing<Item extends object>(max: number): Ring<Item> {
  const items = emptyTable<Item>();
  let first = 0;
  let next = 0;
  const each = (use: (item: Item) => void) => {
    for (let index = first; index < next; index++) {
      const item = items[index];
      if (item !== undefined) use(item);
    }
  };
  return {
    add(item) {
      items[next++] = item;
      if (next - first > max) delete items[first++];
    },
    each,
    empty(use) {
      each(use);
      while (first < next) delete items[first++];
    },
  };
}
