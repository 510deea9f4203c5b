import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'sip-websocket',
  rank: 20,
  contactId: 'header',
};
