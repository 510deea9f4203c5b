import type { Workspace } from '../../lib/domain/fields/workspace.ts';

/**
 * What a new database starts with: no campaigns, and the fields that nearly everybody has. They have no labels, so that each
 * reader sees them in their own language; those that an organisation gives are its own.
 */
export function defaultWorkspace(region: string): Workspace {
  return {
    name: 'Ringside',
    region,
    campaigns: [],
    fields: [
      { key: 'phone', label: '', type: 'phone', identifier: 'phone', reduced: true },
      { key: 'email', label: '', type: 'email', identifier: 'email', reduced: true },
      { key: 'jobTitle', label: '', type: 'text' },
      { key: 'company', label: '', type: 'text', reduced: true, onCreate: true },
      { key: 'city', label: '', type: 'text' },
      { key: 'country', label: '', type: 'text' },
      { key: 'owner', label: '', type: 'person', reduced: true },
      { key: 'note', label: '', type: 'long-text' },
    ],
    sections: [
      {
        id: 'details',
        label: '',
        fields: ['phone', 'email', 'jobTitle', 'company', 'city', 'country', 'owner', 'note'],
      },
    ],
  };
}
