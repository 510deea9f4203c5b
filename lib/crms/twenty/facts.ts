import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'Twenty, in the cloud or on your own server: its people.',
  tried: 'running product',
  words:
    'One request over the primary and the additional numbers, digit by digit; a second one for the name of a company that was not seen before.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://crm.example.com',
      hint: 'Of your own server, or https://api.twenty.com.',
    },
    regionField,
    {
      key: 'oauthClientId',
      label: 'Client ID',
      kind: 'text',
      hint: 'To sign in as a person instead of with a key, where your Twenty offers OAuth (POST /oauth/register gives a client ID). May be left empty.',
    },
    {
      key: 'credential',
      label: 'API key',
      kind: 'secret',
      hint: 'In Twenty: Settings, APIs & Webhooks, Create key. Twenty shows it once.',
    },
    otherFieldsField,
  ],
};
