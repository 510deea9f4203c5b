import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { freePort } from '../../../scripts/process/free-port.ts';
import { until } from '../../../scripts/process/until.ts';

/** A WebSocket server that says to the page exactly what a test wants, valid SIP or not. It reads nothing. */
export interface SipWire {
  url: string;
  /** Waits until this many pages are connected. */
  connected(count?: number): Promise<void>;
  /** Sends one text frame to every page, or to the one that connected as the n-th (from 0). */
  send(text: string, to?: number): void;
  stop(): Promise<void>;
}

const acceptGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startSipWire(): Promise<SipWire> {
  const port = await freePort();
  const sockets: Duplex[] = [];
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${acceptGuid}`)
      .digest('base64');
    const protocol = request.headers['sec-websocket-protocol'];
    socket.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${accept}`,
        ...(protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
        '\r\n',
      ].join('\r\n'),
    );
    socket.on('error', () => {});
    socket.resume();
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${port}`,
    connected: async (count = 1) => void (await until('pages on the wire', () => sockets.length >= count)),
    send(text, to) {
      const chosen = to === undefined ? sockets : sockets.slice(to, to + 1);
      for (const socket of chosen) if (!socket.destroyed) socket.write(textFrame(text));
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One unmasked final text frame (RFC 6455, section 5.2). */
function textFrame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, body.length]), body]);
  if (body.length < 65_536) {
    const head = Buffer.from([0x81, 126, 0, 0]);
    head.writeUInt16BE(body.length, 2);
    return Buffer.concat([head, body]);
  }
  const head = Buffer.alloc(10);
  head.set([0x81, 127]);
  head.writeBigUInt64BE(BigInt(body.length), 2);
  return Buffer.concat([head, body]);
}
