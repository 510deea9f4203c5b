import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'xmpp-websocket',
  rank: 20,
  contactId: 'contract',
};
