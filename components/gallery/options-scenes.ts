import type { Crm } from '../../lib/crms/crm.ts';
import { offeredCrms } from '../../lib/crms/offered-crms.ts';
import { CrmError } from '../../lib/domain/crm/crm-error.ts';
import { elodie } from '../fixtures/people.ts';
import { workspace } from '../fixtures/workspace.ts';
import type { createTestLink } from '../options/state/create-test-link.ts';
import { optionsWords } from '../words/options-words.ts';

interface Scene {
  hash: string;
  start: NonNullable<Parameters<typeof createTestLink>[0]>;
  /** What the agent's hand does, once it can: true when it is done. */
  act?: (root: HTMLElement) => boolean;
}

const works: Partial<Crm> = {
  session: async () => ({ agent: { id: '1', name: 'Ringside Service' } }),
  search: async () => ({ contacts: [elodie] }),
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
const connector = { tried: 'published-contract' } as const;
/** Wrong in several ways, as a definition and as rules. */
const wrongFile = '{"version":1,"id":"Not A Slug","speed":1,"rules":[]}';
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

/** Presses a button by its name. */
function press(name: () => string) {
  return (root: HTMLElement): boolean => {
    const button = [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === name(),
    );
    button?.click();
    return button !== undefined;
  };
}

/** Types into the editor of rules, and has it checked. */
function checkRules(root: HTMLElement): boolean {
  const editor = root.querySelector<HTMLTextAreaElement>('#rules-text');
  if (!editor) return false;
  editor.value = wrongFile;
  editor.dispatchEvent(new Event('input', { bubbles: true }));
  return press(() => optionsWords().hosts.rules.checkAndAdd)(root);
}

/** The form of each CRM, by its facts and the words for it. */
const forms = Object.fromEntries(
  offeredCrms.map((offered) => [
    `16-form-${offered.id}`,
    {
      hash: 'crms',
      start: {
        connector: offered,
        settings: {
          crm: { id: offered.id, settings: { definition: wrongFile }, staySignedIn: false },
        },
      },
    },
  ]),
);

/** Pictures of the options page: connecting a CRM, its test, and its fields. */
export const optionsScenes: Record<string, Scene> = {
  ...forms,
  '16-rules-wrong': { hash: 'rules', start: {}, act: checkRules },
  '16-connect': { hash: 'crms', start: { connector } },
  '16-tested': {
    hash: 'crms',
    start: { ...connected, connector, crm: { ...works, mayCreate: async () => false } },
    act: press(() => optionsWords().test.test),
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
    act: press(() => optionsWords().test.test),
  },
  '16-crm': { hash: 'crms', start: { ...connected, connector } },
  '16-crm-add': {
    hash: 'crms',
    start: { ...connected, connector },
    act: press(() => optionsWords().crm.addAnother),
  },
  '16-crms': { hash: 'crms', start: { ...three, connector } },
  '16-crms-edit': { hash: 'crms', start: { ...three, connector }, act: press(() => optionsWords().crm.edit) },
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
