import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'json-websocket',
  label: 'JSON over WebSocket',
  rank: 20,
  contactId: 'contract',
};
