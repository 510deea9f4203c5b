import type { CrmFacts } from '../crm.ts';
import djangoRest from '../definitions/django-rest.json?raw';
import dolibarr from '../definitions/dolibarr.json?raw';
import jmap from '../definitions/jmap.json?raw';
import minimal from '../definitions/minimal.json?raw';
import tryton from '../definitions/tryton.json?raw';
import vtiger from '../definitions/vtiger.json?raw';
import { regionField } from '../form/region-field.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    rest: typeof facts;
  }
}

export const facts = {
  id: 'rest',
  tried: 'recorded-exchanges',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'https://crm.example.com',
    },
    {
      key: 'user',
      kind: 'text',
    },
    { key: 'credential', kind: 'secret' },
    regionField,
    {
      key: 'definition',
      kind: 'definition',
      examples: [
        { id: 'minimal', text: minimal },
        { id: 'dolibarr', text: dolibarr },
        { id: 'django', text: djangoRest },
        { id: 'jmap', text: jmap },
        { id: 'tryton', text: tryton },
        { id: 'vtiger', text: vtiger },
      ],
    },
  ],
} as const satisfies CrmFacts;
