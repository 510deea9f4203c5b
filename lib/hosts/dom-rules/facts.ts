import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'dom-rules',
  label: 'Page rules',
  rank: 10,
  contactId: 'contract',
};
