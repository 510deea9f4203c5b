import type { CrmFacts } from '../crm.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'An address book on any CardDAV server, such as Radicale or Nextcloud.',
  tried: 'running product',
  words:
    'The book is read once, a hundred cards a request, and indexed here. Each lookup then asks what changed since, and reads that if there is any.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address of the book',
      kind: 'url',
      placeholder: 'https://dav.example.com/agent/contacts',
      hint: 'The address of the book itself, not of the server: as its web page or another program shows it.',
    },
    { key: 'user', label: 'User name', kind: 'text', hint: 'What you type to log in to the server.' },
    {
      key: 'credential',
      label: 'Password',
      kind: 'secret',
      hint: 'Where the server makes passwords for single apps (Nextcloud: Settings, Security), one of those.',
    },
    regionField,
  ],
};
