import type { HostTap } from '../host.ts';
import { emptyTable, now } from '../page/built-ins.ts';
import { watchWebSockets } from '../page/watch-web-sockets.ts';
import { createLiveCalls } from '../sip/live-frames.ts';
import type { SipReading } from '../sip/read-sip-frame.ts';
import { createSipStreams } from '../sip/read-sip-stream.ts';
import type { SipFrame } from '../sip/sip-frame.ts';
import { dropUnwanted, readWanted, type WantedHeaders } from '../sip/sip-headers.ts';

/** What waits for an adapter that has not said yet which headers it wants. */
const maxWaiting = 200;

/**
 * Sees SIP messages on the page's sockets by their content, and forwards what sip-frame.ts lists, nothing else. Until the
 * adapter has asked, nothing leaves this world: only then is it known which header names the campaign.
 */
const tap: HostTap = {
  id: 'sip-websocket',
  start({ send, onAsk }) {
    const live = createLiveCalls();
    const waiting = emptyTable<SipFrame>();
    let first = 0;
    let next = 0;
    let wanted: WantedHeaders = null;

    function tell(frame: SipFrame): void {
      if (wanted !== null) {
        send(frame);
        return;
      }
      waiting[next++] = frame;
      if (next - first > maxWaiting) delete waiting[first++];
    }

    const streams = createSipStreams((socket, sent, reading) => {
      if (reading.headers['call-id'] === undefined || (reading.start === 'REGISTER' && !sent)) return;
      const frame = toFrame(socket, sent, reading);
      live.keep(frame);
      tell(frame);
    });
    watchWebSockets(
      window,
      (socket, sent, text) => streams.take(socket, sent, text, wanted),
      (socket) => {
        streams.closed(socket);
        const closed = live.close(socket, now());
        if (closed !== null) tell(closed);
      },
    );
    onAsk((wants, again) => {
      const names = readWanted(wants);
      if (wanted === null) live.each((frame) => dropUnwanted(frame.headers, names));
      wanted = names;
      if (again) live.each(send);
      for (; first < next; first++) {
        const frame = waiting[first];
        delete waiting[first];
        if (frame === undefined) continue;
        dropUnwanted(frame.headers, names);
        if (!again) send(frame);
      }
    });
  },
};

export default tap;

/** No prototype, so that no `toJSON` of the page's is called. */
function toFrame(socket: number, sent: boolean, reading: SipReading): SipFrame {
  return { __proto__: null, socket, sent, at: now(), ...reading } as SipFrame; // The prototype is no member.
}
