import { apply, emptyTable, getOwnPropertyDescriptor } from './built-ins.ts';

/** Bytes; a larger frame carries no signalling. */
const maxBytes = 131_072;

const getter = (owner: object, name: string) => getOwnPropertyDescriptor(owner, name)?.get;
const { isView } = ArrayBuffer;
const { getPrototypeOf } = Object;
const sizes = [
  getter(ArrayBuffer.prototype, 'byteLength'),
  getter(getPrototypeOf(Uint8Array.prototype), 'byteLength'),
  getter(DataView.prototype, 'byteLength'),
];
const blobSize = getter(Blob.prototype, 'size');
const { arrayBuffer } = Blob.prototype;
const { then } = Promise.prototype;
const { decode } = TextDecoder.prototype;
const decoder = new TextDecoder();

/**
 * What a socket carried, as text: at once for strings, buffers and views of them, by a promise for a Blob. Undefined where
 * it is too large or nothing that a socket takes. May throw what the page's own objects throw. Runs in the page's world.
 */
export function decodeFrame(data: unknown): string | undefined | PromiseLike<string | undefined> {
  if (typeof data === 'string') return data;
  if (typeof data !== 'object' || data === null) return undefined;
  const size = sizeOf(data, 0) ?? (isView(data) ? (sizeOf(data, 1) ?? sizeOf(data, 2)) : undefined);
  if (size !== undefined) return size > maxBytes ? undefined : apply(decode, decoder, [data]);
  const blob = blobSize && attempt(blobSize, data);
  if (blob === undefined || blob > maxBytes) return undefined;
  // The slot check of `size` above proves it to be a Blob.
  return whenRead(apply(arrayBuffer, data as Blob, []), (bytes) => apply(decode, decoder, [bytes]));
}

/** `then` as it was before the page could change it. `use` gets undefined where the promise fails. */
export function whenRead<In, Out>(
  promise: PromiseLike<In>,
  use: (value: In) => Out,
): PromiseLike<Out | undefined> {
  const failed = () => undefined;
  return apply(then, promise, [use, failed]);
}

function sizeOf(data: object, kind: 0 | 1 | 2): number | undefined {
  const read = sizes[kind];
  return read && attempt(read, data);
}

/** These getters throw on objects of another kind, from whatever frame they come. */
function attempt(read: () => unknown, data: object): number | undefined {
  try {
    const size = apply(read, data, []);
    return typeof size === 'number' ? size : undefined;
  } catch {
    return undefined;
  }
}

/** Frames of one socket in the order they passed, while a Blob among them is still being read. */
export interface FrameQueue {
  /** Nothing waits: a string may be told at once. */
  idle(): boolean;
  /** `tell` is called in turn, with undefined where the frame was no text; at once where nothing waits before it. */
  add(data: unknown, tell: (text: string | undefined) => void): void;
}

const maxWaiting = 64;

interface Waiting {
  tell: (text: string | undefined) => void;
  text?: string | undefined;
  ready: boolean;
}

export function createFrameQueue(): FrameQueue {
  const waiting = emptyTable<Waiting>();
  let first = 0;
  let next = 0;

  function drain(): void {
    while (first < next) {
      const item = waiting[first];
      if (item?.ready === false) return;
      delete waiting[first++];
      try {
        item?.tell(item.text);
      } catch {
        // The page's traffic goes on without us.
      }
    }
  }

  return {
    idle: () => first === next,
    add(data, tell) {
      const text = decodeFrame(data);
      const later = typeof text === 'object';
      if (first === next && !later) return tell(text);
      // More Blobs at once than signalling ever is: this one goes unread.
      if (next - first >= maxWaiting) return;
      const item = emptyTable() as unknown as Waiting;
      item.tell = tell;
      item.ready = !later;
      item.text = later ? undefined : text;
      waiting[next++] = item;
      if (later)
        whenRead(
          whenRead(text, (read) => {
            item.text = read;
          }),
          () => {
            item.ready = true;
            drain();
          },
        );
    },
  };
}
