import type { HostFacts } from '../host.ts';

export const facts: HostFacts = {
  id: 'zoom-phone',
  label: 'Zoom Phone Smart Embed',
  rank: 30,
  contactId: 'contract',
};
