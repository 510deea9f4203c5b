import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostAdapter } from '../host.ts';
import { watchMediaState } from '../page/media-state.ts';
import { createSipCalls } from '../sip/sip-calls.ts';
import { checkSipFrame } from '../sip/sip-frame.ts';

/**
 * Any softphone that speaks SIP over a WebSocket: the signalling tells caller, direction, state and headers that no page
 * shows. What is read: docs/hosts.md.
 */
const adapter: HostAdapter = {
  id: 'sip-websocket',
  start({ emit, signal, options, tap }) {
    const calls = createSipCalls(options);
    let timer: ReturnType<typeof setTimeout> | undefined;

    function tell(interactions: HostInteraction[]): void {
      for (const interaction of interactions) emit({ type: 'interaction', interaction });
      clearTimeout(timer);
      const due = calls.due();
      if (due !== undefined) timer = setTimeout(() => tell(calls.expire()), Math.max(0, due - Date.now()));
    }

    tap.listen((message) => {
      const frame = signal.aborted ? null : checkSipFrame(message);
      if (frame !== null) tell(calls.take(frame));
    });
    watchMediaState(({ connected }) => {
      calls.media(connected);
      tell([]);
    }, signal);
    signal.addEventListener('abort', () => clearTimeout(timer));
    tap.ask({ headers: [options.campaignHeader] });
  },
};

export default adapter;
