import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'amazon-connect',
  label: 'Amazon Connect Streams',
  rank: 30,
  contactId: 'contract',
};
