import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'hubspot-calling',
  label: 'HubSpot calling SDK',
  rank: 30,
  contactId: 'contract',
};
