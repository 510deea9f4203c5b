import { emptyTable, execute, indexOf, slice } from '../../page/built-ins.ts';
import { own, readValues, type Wanted } from '../read-values.ts';
import { readJsonFrame, readSocketIoFrame, readSockJsFrame } from './socket-frames.ts';

/** What the adapter asks its tap for: by version of a rule, which sockets, and what to take of their messages. */
export interface WantedSocket extends Wanted {
  /** Names the version of the rule. */
  key: string;
  /** Pattern of the socket's address. */
  url?: string;
  /** Namespace where frames are socket.io's. */
  io?: string;
  /** Frames are those of SockJS. */
  sockjs?: 1;
  contains?: string;
}

/** What crosses to the isolated world: the declared values of one event, and nothing else. */
export interface SocketEvent {
  /** Names what was wanted. */
  key: string;
  socket: number;
  sent: boolean;
  /** Epoch milliseconds. */
  at: number;
  type: string;
  values: Record<number, string | null>;
  /** Told before, to an isolated half that is gone. */
  again?: true;
}

const maxAddress = 512;
/** As it was before the page could replace it. */
const Expression = RegExp;

interface Prepared {
  wanted: WantedSocket;
  url: RegExp | null;
}

export interface FrameReader {
  /** Reads one frame for every version that wants its socket. False where none does. */
  read(frame: PassedFrame, tell: (event: SocketEvent) => void): boolean;
}

export interface PassedFrame {
  socket: number;
  sent: boolean;
  text: string;
  address: string;
  binary: boolean;
  at: number;
}

/** Prepares what the adapter wants; the page may have forged it, which gains it nothing: all of it is its own traffic. */
export function createFrameReader(wants: unknown): FrameReader {
  const prepared = emptyTable<Prepared>();
  let count = 0;
  if (typeof wants === 'object' && wants !== null) {
    for (let item = own(wants, 0); typeof item === 'object' && item !== null; item = own(wants, count))
      prepared[count++] = prepare(item);
  }

  return {
    read({ socket, sent, text, address, binary, at }, tell) {
      let fits = false;
      const short = slice(address, 0, maxAddress);
      for (let index = 0; index < count; index++) {
        const { wanted, url } = prepared[index] ?? {};
        if (wanted === undefined || (url && execute(url, short) === null)) continue;
        if (wanted.contains !== undefined && indexOf(text, wanted.contains) < 0) continue;
        fits = true;
        const take = (message: unknown) =>
          readValues(wanted, message, (type, values) => {
            // The cast is sound: every member is set. No prototype, so that no `toJSON` of the page's is called.
            const event = emptyTable<unknown>() as unknown as SocketEvent;
            event.key = wanted.key;
            event.socket = socket;
            event.sent = sent;
            event.at = at;
            event.type = type;
            event.values = values;
            tell(event);
          });
        if (wanted.sockjs !== undefined) readSockJsFrame(text, take);
        else if (wanted.io === undefined) readJsonFrame(text, take);
        // Binary frames of socket.io are attachments: what a customer sends in a file is no event.
        else if (!binary) readSocketIoFrame(text, wanted.io, take);
      }
      return fits;
    },
  };
}

const members = ['key', 'url', 'io', 'sockjs', 'contains', 'each', 'types', 'accept', 'paths'] as const;

/** A copy of its own members only: a prototype that the page has changed must not speak. */
function prepare(item: object): Prepared {
  const copy = emptyTable<unknown>();
  for (let index = 0; index < members.length; index++) {
    const name = members[index] ?? 'url';
    copy[name] = own(item, name);
  }
  // The adapter sent it so; where the page forged it, what is read fails quietly.
  const wanted = copy as unknown as WantedSocket;
  return { wanted, url: wanted.url === undefined ? null : new Expression(wanted.url, 'iu') };
}
