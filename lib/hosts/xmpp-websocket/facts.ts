import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'xmpp-websocket',
  label: 'XMPP over WebSocket',
  rank: 20,
  contactId: 'contract',
};
