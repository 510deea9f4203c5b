import type { CrmExample } from '../crm.ts';
import dolibarr from '../definitions/dolibarr.json';
import { dolibarrExample } from './dolibarr.ts';

/** What an administrator adds to the shipped definition: the extra fields of this organisation. */
const definition = {
  ...dolibarr,
  identifiers: {
    ...dolibarr.identifiers,
    telegram: {
      find: [{ query: { sqlfilters: "(te.telegram:like:'%{value:plain}%')" } }],
      slots: ['array_options.options_telegram'],
    },
  },
  fields: [
    ...dolibarr.fields,
    { key: 'options_clientid', label: 'clientid', path: 'array_options.options_clientid' },
  ],
};

const { session, workspace, getContact, findByIdentifier, search } = dolibarrExample.steps;
const { createContact, updateContact, assignIdentifier, undoAssignment } = dolibarrExample.steps;
const reads = { session, workspace, getContact, findByIdentifier, search };
const writes = { createContact, updateContact, assignIdentifier, undoAssignment };

/** Dolibarr once more, by its definition: the same calls, exchanges and answers as the connector that is written for it. */
export const restExample: CrmExample = {
  ...dolibarrExample,
  steps: { ...reads, ...writes } as CrmExample['steps'], // The example of Dolibarr has every one of them.
  settings: (baseUrl) => ({ baseUrl, region: 'GB', definition: JSON.stringify(definition) }),
};
