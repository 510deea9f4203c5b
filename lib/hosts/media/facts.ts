import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'media',
  rank: 5,
  contactId: 'header',
};
