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

/** Dolibarr once more, by its definition: the same calls, exchanges and answers as the connector that is written for it. */
export const restExample: CrmExample = {
  ...dolibarrExample,
  settings: (baseUrl) => ({ baseUrl, region: 'GB', definition: JSON.stringify(definition) }),
};
