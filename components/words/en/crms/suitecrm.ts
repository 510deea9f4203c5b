import type { CrmWords } from './crm-words.ts';

/** SuiteCRM, in English. */
export const suitecrmEnglish: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7: its contacts; an account where only it has a number.',
  plan: 'One request for a number, over its four places, digit by digit. An e-mail address takes two: the older API finds who, all hits are then read at once. Where nobody has a number, one more asks which account has, and one for its people. A new connection first asks for a token and the fields.',
  form: {
    baseUrl: { hint: 'Of SuiteCRM itself, without index.php or Api.' },
    oauthClientId: { hint: 'In SuiteCRM: Admin, OAuth2 Clients and Tokens, New Client Credentials Client.' },
    user: { hint: 'To find by e-mail address too, which SuiteCRM does for users only. May be left empty.' },
    credential: {
      hint: 'The secret that was typed for that client. With a user name: the secret, a space, and the password of that user.',
    },
  },
};
