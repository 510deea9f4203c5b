import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'sip-websocket',
  label: 'SIP over WebSocket',
  rank: 20,
  contactId: 'header',
};
