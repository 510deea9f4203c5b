import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** The key suffix of RFC 6455, 1.3. */
const suffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * A page's server on loopback: serves `html` and echoes every text frame of up to 64 kB. Returns its address and `stop`.
 * Only what a measurement needs of RFC 6455: no fragments, no pings.
 */
export async function startEcho(html: string): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(html),
  );
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    const key = createHash('sha1')
      .update(request.headers['sec-websocket-key'] + suffix)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    let rest: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let frame = take(rest); frame !== null; frame = take(rest)) {
        rest = rest.subarray(frame.length);
        if (frame.opcode === 8) socket.end();
        else socket.write(text(frame.payload));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  // One that listens on TCP has one.
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop };
}

/** The first whole frame of a client, unmasked; null while it is not whole. */
function take(buffer: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (buffer.length < 6) return null;
  const short = (buffer[1] ?? 0) & 127;
  const header = short === 126 ? 8 : 6;
  if (buffer.length < header) return null;
  const size = short === 126 ? buffer.readUInt16BE(2) : short;
  if (buffer.length < header + size) return null;
  const mask = buffer.subarray(header - 4, header);
  const payload = Buffer.from(buffer.subarray(header, header + size));
  for (let index = 0; index < size; index++) payload[index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0);
  return { opcode: (buffer[0] ?? 0) & 15, payload, length: header + size };
}

function text(payload: Buffer): Buffer {
  const head = payload.length < 126 ? Buffer.from([129, payload.length]) : Buffer.from([129, 126, 0, 0]);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
