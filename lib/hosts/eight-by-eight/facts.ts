import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'eight-by-eight',
  label: '8x8 Agent Workspace',
  rank: 30,
  contactId: 'contract',
};
