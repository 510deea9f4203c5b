import JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import { softphone } from './softphone.ts';
import { type CallState, sipDomain } from './softphone-contract.ts';

const audioOnly = { audio: true, video: false };
let agent: InstanceType<typeof JsSIP.UA>;
let session: RTCSession | undefined;
let tell: (state: CallState, detail: string) => void = () => {};

function follow(next: RTCSession): void {
  session = next;
  next.on('accepted', () => tell('active', ''));
  next.on('ended', ({ cause }) => over(next, cause));
  next.on('failed', ({ cause }) => over(next, cause));
}

function over(ended: RTCSession, cause: string): void {
  if (session !== ended) return;
  session = undefined;
  tell('ended', cause);
}

await softphone({
  register({ url, user }, listener) {
    tell = listener;
    agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(url)],
      uri: `sip:${user}@${sipDomain}`,
      session_timers: false,
    });
    agent.on('newRTCSession', ({ originator, session: next }: RTCSessionEvent) => {
      if (originator === 'local') return;
      if (session !== undefined) {
        next.terminate({ status_code: 486 });
        return;
      }
      follow(next);
      tell('ringing', '');
    });
    return new Promise((resolve) => {
      agent.on('registered', () => resolve());
      agent.start();
    });
  },
  call({ number, from, displayName, anonymous, headers }) {
    tell('calling', '');
    follow(
      agent.call(`sip:${number}@${sipDomain}`, {
        mediaConstraints: audioOnly,
        extraHeaders: headers ?? [],
        ...(anonymous === undefined ? {} : { anonymous }),
        ...(from === undefined ? {} : { fromUserName: from }),
        ...(displayName === undefined ? {} : { fromDisplayName: displayName }),
      }),
    );
  },
  answer: () => session?.answer({ mediaConstraints: audioOnly }),
  // Its own hold event comes before the other side has agreed.
  hold: () => session?.hold({}, () => tell('held', '')),
  resume: () => session?.unhold({}, () => tell('active', '')),
  hangUp: () => session?.terminate(),
  media: () => session?.connection?.connectionState ?? 'none',
});
