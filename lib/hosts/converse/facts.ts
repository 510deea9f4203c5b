import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'converse',
  label: 'converse.js',
  rank: 30,
  contactId: 'contract',
};
