import type { CrmFacts } from '../crm.ts';

export const facts: CrmFacts = {
  about: 'The CRM server that comes with Ringside.',
  ownSections: true,
  tried: 'running product',
  words:
    'One request each: the server finds everybody who carries the identifier by its normalised spelling.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'http://127.0.0.1:4180',
      hint: 'Where the companion server runs: https, or http on this computer.',
    },
    {
      key: 'credential',
      label: 'Token',
      kind: 'secret',
      hint: 'The token that the server was started with (--token).',
    },
  ],
};
