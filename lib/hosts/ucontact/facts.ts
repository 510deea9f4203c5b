import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'ucontact',
  label: 'uContact',
  rank: 30,
  contactId: 'contract',
};
