import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'ringcentral',
  label: 'RingCentral Embeddable',
  rank: 30,
  contactId: 'contract',
};
