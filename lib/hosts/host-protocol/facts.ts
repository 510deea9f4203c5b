import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'host-protocol',
  rank: 40,
  contactId: 'contract',
};
