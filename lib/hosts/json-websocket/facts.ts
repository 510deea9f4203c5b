import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'json-websocket',
  rank: 20,
  contactId: 'contract',
};
