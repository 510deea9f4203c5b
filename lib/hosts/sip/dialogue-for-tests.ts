import type { HostInteraction } from '../../domain/host/host-event.ts';
import { createSipStreams } from './read-sip-stream.ts';
import { createSipCalls, type SipCalls } from './sip-calls.ts';
import type { SipFrame } from './sip-frame.ts';

/** Writes dialogues as the libraries do, and plays them through the reader and the calls, with a clock of its own. */
export interface Line {
  sent: boolean;
  socket: number;
  text: string;
}

export interface Fields {
  callId?: string;
  cseq?: string;
  from?: string;
  to?: string;
  headers?: string[];
  body?: string;
  socket?: number;
  /** Rewrites the whole message, for odd spellings. */
  spell?: (text: string) => string;
}

export const caller = '"Ann Lee" <sip:+33612345678@pbx.example>;tag=ann1';
export const agent = '<sip:agent7@pbx.example>';
export const agentTag = `${agent};tag=a7`;
export const callId = '1j9FpLxk3uxtm8tn@df7jal23ls0d.invalid';

function write(start: string, method: string, fields: Fields, to: string): string {
  const { headers = [], body = '', spell = (text) => text } = fields;
  return spell(
    [
      start,
      'Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK1234',
      'Max-Forwards: 69',
      `To: ${fields.to ?? to}`,
      `From: ${fields.from ?? caller}`,
      `Call-ID: ${fields.callId ?? callId}`,
      `CSeq: ${fields.cseq ?? '1'} ${method}`,
      ...headers,
      `Content-Length: ${new TextEncoder().encode(body).length}`,
      '',
      body,
    ].join('\r\n'),
  );
}

export const request = (method: string, fields: Fields = {}) =>
  write(
    `${method} sip:agent7@192.0.2.1;transport=ws SIP/2.0`,
    method,
    fields,
    /^(?:INVITE|CANCEL)$/.test(method) ? agent : agentTag,
  );
export const answer = (status: string, fields: Fields & { method?: string } = {}) =>
  write(`SIP/2.0 ${status}`, fields.method ?? 'INVITE', fields, agentTag);
export const sdp = (direction: string) =>
  `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${direction}\r\n`;

export const got = (text: string, socket = 1): Line => ({ sent: false, socket, text });
export const sent = (text: string, socket = 1): Line => ({ sent: true, socket, text });

export interface Desk {
  calls: SipCalls;
  /** What the lines changed, one second apart. */
  play(...lines: Line[]): HostInteraction[];
  closes(socket: number): HostInteraction[];
  /** Lets time pass, and gives what ended by itself. */
  wait(ms: number): HostInteraction[];
  now(): number;
}

export function createDesk(campaignHeader = 'X-Campaign'): Desk {
  let now = 1_790_000_000_000;
  const calls = createSipCalls({ campaignHeader }, () => now);
  let changes: HostInteraction[] = [];
  const streams = createSipStreams((socket, isSent, { media, outcome, focus, ...rest }) => {
    const frame: SipFrame = {
      ...rest,
      socket,
      sent: isSent,
      at: now,
      ...(media && { media }),
      ...(outcome && { outcome }),
      ...(focus && { focus }),
    };
    changes.push(...calls.take(frame));
  });
  const wanted = Object.assign(Object.create(null), { [campaignHeader.toLowerCase()]: true });
  return {
    calls,
    now: () => now,
    play(...lines) {
      changes = [];
      for (const { sent: isSent, socket, text } of lines) {
        streams.take(socket, isSent, text, wanted);
        now += 1_000;
      }
      return changes;
    },
    closes(socket) {
      streams.closed(socket);
      return calls.take({
        socket,
        sent: false,
        at: now,
        start: 'CLOSE',
        initial: false,
        headers: {},
      });
    },
    wait(ms) {
      const until = now + ms;
      const ended: HostInteraction[] = [];
      for (let due = calls.due(); due !== undefined && due <= until; due = calls.due()) {
        now = Math.max(now, due);
        ended.push(...calls.expire());
      }
      now = until;
      return ended;
    },
  };
}

/** `id state reason number`, short ids by name. */
export const told = (interactions: HostInteraction[], names: Record<string, string> = {}) =>
  interactions.map(({ id, state, endReason, clientId }) =>
    [names[id] ?? (id === callId ? 'call' : id), state, endReason, clientId?.value].filter(Boolean).join(' '),
  );
