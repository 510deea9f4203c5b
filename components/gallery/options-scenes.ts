import type { Crm } from '../../lib/crms/crm.ts';
import { CrmError } from '../../lib/domain/crm/crm-error.ts';
import { elodie } from '../fixtures/people.ts';
import { workspace } from '../fixtures/workspace.ts';
import type { createTestLink } from '../options/state/create-test-link.ts';

interface Scene {
  hash: string;
  start: NonNullable<Parameters<typeof createTestLink>[0]>;
  /** The name of a button to press once it stands there. */
  press?: string;
}

const works: Partial<Crm> = {
  session: async () => ({ agent: { id: '1', name: 'Ringside Service' } }),
  search: async () => [elodie],
  findByIdentifier: async () => [elodie],
  workspace: async () => workspace,
  mayCreate: async () => true,
};
const connected = {
  settings: {
    crms: [
      {
        id: 'example',
        connector: 'example',
        label: '',
        settings: { baseUrl: 'https://crm.example.com/' },
        staySignedIn: false,
      },
    ],
  },
  granted: ['https://crm.example.com/*'],
  credential: 'kept',
};
const connector = {
  about: 'An invented CRM: its contacts.',
  tried: 'published contract',
} as const;
const host = (origin: string, label: string) => ({
  ...{ origin, label, trustContactIdHeader: false, campaignHeader: 'X-Campaign', popInternal: false },
});
const entry = (id: string, label: string) => ({
  ...{ id, connector: 'example', label, staySignedIn: false },
  settings: { baseUrl: `https://${id}.example.com/` },
});
/** One is signed out, one is for one host only. */
const three = {
  settings: {
    hosts: [host('https://desk.example.com', 'Support desk'), host('https://inbox.example.com', '')],
    crms: [
      entry('customers', 'Customers'),
      { ...entry('partners', 'Partners and resellers'), hosts: ['https://desk.example.com'] },
      entry('archive', ''),
    ],
  },
  granted: ['customers', 'partners', 'archive'].map((name) => `https://${name}.example.com/*`),
  credential: { customers: 'kept', archive: 'kept' },
};
const long =
  'Ansprechpartnerzusatzinformationsverwaltung und alles, was ein Mensch sonst noch in ein Feld geschrieben hat';

/** Pictures of the options page: connecting a CRM, its test, and its fields. */
export const optionsScenes: Record<string, Scene> = {
  '16-connect': { hash: 'crms', start: { connector } },
  '16-tested': {
    hash: 'crms',
    start: { ...connected, connector, crm: { ...works, mayCreate: async () => false } },
    press: 'Test',
  },
  '16-refused': {
    hash: 'crms',
    start: {
      ...connected,
      connector,
      crm: {
        session: async () => {
          throw new CrmError({ code: 'signed-out' });
        },
      },
    },
    press: 'Test',
  },
  '16-crm': { hash: 'crms', start: { ...connected, connector } },
  '16-crm-add': { hash: 'crms', start: { ...connected, connector }, press: 'Add another CRM' },
  '16-crms': { hash: 'crms', start: { ...three, connector } },
  '16-crms-edit': { hash: 'crms', start: { ...three, connector }, press: 'Edit' },
  '16-crms-fields': { hash: 'fields', start: { ...three, crm: works } },
  '16-fields': { hash: 'fields', start: { ...connected, crm: works } },
  '16-fields-long': {
    hash: 'fields',
    start: {
      ...connected,
      crm: {
        ...works,
        workspace: async () => ({
          ...workspace,
          fields: workspace.fields.map((field) =>
            field.key === 'jobTitle' ? { ...field, label: long.slice(0, 100) } : field,
          ),
          sections: workspace.sections.map((section) =>
            section.id === 'service' ? { ...section, campaigns: ['Sales ->', long] } : section,
          ),
        }),
      },
    },
  },
};
