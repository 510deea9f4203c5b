import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'host-protocol',
  label: 'Host protocol',
  rank: 40,
  contactId: 'contract',
};
