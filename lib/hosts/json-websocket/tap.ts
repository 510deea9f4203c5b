import type { HostTap } from '../host.ts';
import { emptyTable, now } from '../page/built-ins.ts';
import { watchWebSockets } from '../page/watch-web-sockets.ts';
import { createOpenLines, type SocketLine } from '../rules/messages/open-lines.ts';
import {
  createFrameReader,
  type FrameReader,
  type PassedFrame,
  type SocketEvent,
} from '../rules/messages/wanted-frames.ts';

/** Frames that passed before the adapter said what it wants, and events that a new adapter is told again. */
const maxWaiting = 100;
const maxKept = 200;
/** Longer frames are not kept for later. */
const maxLength = 16_384;

interface Frame extends PassedFrame {
  /** Its socket has closed; it carries nothing. */
  closed: boolean;
}

/**
 * Reads JSON messages on the sockets for which there is a rule, and forwards the values that the rule declares, nothing
 * else. Until it is known what is wanted, the last frames wait in the page's own world; where nothing is, they are dropped.
 */
const tap: HostTap = {
  id: 'json-websocket',
  start({ send, onAsk }) {
    const waiting = createRing<Frame>(maxWaiting);
    const kept = createRing<(SocketEvent | SocketLine) & { again?: true }>(maxKept);
    const lines = createOpenLines();
    let reader: FrameReader | undefined;

    const tell = (event: SocketEvent) => {
      kept.add(event);
      send(event);
    };
    const read = (by: FrameReader, frame: Frame) => {
      if (frame.closed) {
        const line = lines.closed(frame.socket, frame.at);
        if (line === undefined) return;
        kept.add(line);
        send(line);
      } else if (by.read(frame, tell)) {
        const line = lines.seen(frame.socket, frame.address, frame.at);
        if (line !== undefined) send(line);
      }
    };
    const pass = (frame: Frame) => {
      if (reader === undefined) waiting.add(frame);
      else read(reader, frame);
    };
    watchWebSockets(
      window,
      (socket, sent, text, address, binary) => {
        if (reader !== undefined || text.length <= maxLength)
          pass(frameOf(socket, { sent, text, address, binary }));
      },
      (socket) => pass(frameOf(socket, { sent: false, text: '', address: '', binary: false, closed: true })),
    );
    onAsk((wants, again) => {
      const fresh = createFrameReader(wants);
      const first = reader === undefined;
      reader = fresh;
      if (first) waiting.empty((frame) => read(fresh, frame));
      if (!again) return;
      lines.each(send);
      kept.each((event) => {
        event.again = true;
        send(event);
      });
    });
  },
};

export default tap;

function frameOf(
  socket: number,
  { sent, text, address, binary, closed }: Omit<Frame, 'socket' | 'at' | 'closed'> & { closed?: boolean },
): Frame {
  // No prototype: a page may have put members on that of others. The cast is sound: every member is set.
  const frame = emptyTable<unknown>() as unknown as Frame;
  frame.socket = socket;
  frame.sent = sent;
  frame.text = text;
  frame.address = address;
  frame.binary = binary;
  frame.closed = closed === true;
  frame.at = now();
  return frame;
}

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
