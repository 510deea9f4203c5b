import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'SuiteCRM 7: its contacts.',
  tried: 'running product',
  words:
    'One request for a number, over its four places, digit by digit. An e-mail address takes two: the older API finds who, all hits are then read at once. A new connection first asks for a token and the fields.',
  form: [
    {
      key: 'baseUrl',
      label: 'Address',
      kind: 'url',
      placeholder: 'https://crm.example.com',
      hint: 'Of SuiteCRM itself, without index.php or Api.',
    },
    {
      key: 'oauthClientId',
      label: 'Client ID',
      kind: 'text',
      hint: 'In SuiteCRM: Admin, OAuth2 Clients and Tokens, New Client Credentials Client.',
    },
    {
      key: 'user',
      label: 'User name',
      kind: 'text',
      hint: 'To find by e-mail address too, which SuiteCRM does for users only. May be left empty.',
    },
    {
      key: 'credential',
      label: 'Client secret',
      kind: 'secret',
      hint: 'The secret that was typed for that client. With a user name: the secret, a space, and the password of that user.',
    },
    regionField,
    otherFieldsField,
  ],
};
