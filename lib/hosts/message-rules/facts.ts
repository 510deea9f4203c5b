import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'message-rules',
  rank: 30,
  contactId: 'contract',
};
