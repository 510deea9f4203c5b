import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'chatwoot',
  label: 'Chatwoot',
  rank: 30,
  contactId: 'contract',
};
