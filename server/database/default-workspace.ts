import type { Workspace } from '../../lib/domain/fields/workspace.ts';

/** What a new database starts with: no campaigns, and the fields that nearly everybody has. */
export function defaultWorkspace(region: string): Workspace {
  return {
    name: 'Ringside',
    region,
    campaigns: [],
    fields: [
      { key: 'phone', label: 'Phone', type: 'phone', identifier: 'phone', reduced: true },
      { key: 'email', label: 'E-mail', type: 'email', identifier: 'email', reduced: true },
      { key: 'jobTitle', label: 'Job title', type: 'text' },
      { key: 'company', label: 'Company', type: 'text', reduced: true, onCreate: true },
      { key: 'city', label: 'City', type: 'text' },
      { key: 'country', label: 'Country', type: 'text' },
      { key: 'owner', label: 'Owner', type: 'person', reduced: true },
      { key: 'note', label: 'Note', type: 'long-text' },
    ],
    sections: [
      {
        id: 'details',
        label: 'Details',
        fields: ['phone', 'email', 'jobTitle', 'company', 'city', 'country', 'owner', 'note'],
      },
    ],
  };
}
