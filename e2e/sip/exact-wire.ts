import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { freePort } from '../../scripts/process/free-port.ts';

/** A WebSocket server that says exactly what a test wants on one socket, as text or as bytes, and can hang up. It reads nothing. */
export interface ExactWire {
  url: string;
  /** Sockets that were ever opened; the n-th (from 0) keeps its number. */
  count(): number;
  send(socket: number, data: string | Buffer): void;
  close(socket: number): void;
  stop(): Promise<void>;
}

const acceptGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startExactWire(): Promise<ExactWire> {
  const port = await freePort();
  const sockets: Duplex[] = [];
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${acceptGuid}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => {});
    socket.resume();
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${port}`,
    count: () => sockets.length,
    send(socket, data) {
      const body = Buffer.from(data);
      // One unmasked final frame (RFC 6455, 5.2).
      const kind = typeof data === 'string' ? 0x81 : 0x82;
      const short = body.length < 126;
      const head = Buffer.from(short ? [kind, body.length] : [kind, 126, 0, 0]);
      if (!short) head.writeUInt16BE(body.length, 2);
      sockets[socket]?.write(Buffer.concat([head, body]));
    },
    close: (socket) => void sockets[socket]?.destroy(),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
