import type { HostTap } from '../host.ts';
import { emptyTable } from '../page/built-ins.ts';
import { watchPeerConnections } from './watch-peer-connections.ts';

/** Tells how many peer connections the page has, and how many are connected; nothing else about them. */
const tap: HostTap = {
  id: 'media',
  start({ send, onAsk }) {
    const state = emptyTable<number>();
    state.open = 0;
    state.connected = 0;
    watchPeerConnections(window, (open, connected) => {
      state.open = open;
      state.connected = connected;
      send(state);
    });
    onAsk((_, again) => {
      if (again) send(state);
    });
  },
};

export default tap;
