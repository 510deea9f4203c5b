import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'media',
  label: 'Media state',
  rank: 5,
  contactId: 'header',
};
