import type { HostTap } from './host.ts';
import { emptyTable, now } from './page/built-ins.ts';
import { watchWebSockets } from './page/watch-web-sockets.ts';
import { createLiveCalls } from './sip/live-frames.ts';
import { readSipFrame } from './sip/read-sip-frame.ts';
import type { SipFrame } from './sip/sip-frame.ts';

/** Sees SIP messages on the page's sockets by their content, and forwards what sip-frame.ts lists, nothing else. */
const tap: HostTap = {
  id: 'sip-websocket',
  start({ send, onAsk }) {
    const live = createLiveCalls();
    watchWebSockets(window, (socket, sent, text) => {
      const reading = readSipFrame(text);
      if (reading === null || reading.headers['call-id'] === undefined) return;
      // The cast is sound: every member is set below. No prototype, so that no `toJSON` of the page's is called.
      const frame = emptyTable<unknown>() as unknown as SipFrame;
      frame.socket = socket;
      frame.sent = sent;
      frame.at = now();
      frame.start = reading.start;
      frame.initial = reading.initial;
      frame.headers = reading.headers;
      if (reading.media !== undefined) frame.media = reading.media;
      live.keep(frame);
      send(frame);
    });
    onAsk((_, again) => {
      if (again) live.each(send);
    });
  },
};

export default tap;
