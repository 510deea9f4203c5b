import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'dom-rules',
  rank: 10,
  contactId: 'contract',
};
