import type { CrmWords } from './crm-words.ts';

/** Twenty, in English. */
export const twentyEnglish: CrmWords<'twenty'> = {
  about: 'Twenty, in the cloud or on your own server: its people.',
  plan: 'One request over the primary and the additional numbers, digit by digit; a second one for the name of a company that was not seen before.',
  form: {
    baseUrl: { hint: 'Of your own server, or https://api.twenty.com.' },
    oauthClientId: {
      hint: 'To sign in as a person instead of with a key, where your Twenty offers OAuth (POST /oauth/register gives a client ID). May be left empty.',
    },
    credential: { hint: 'In Twenty: Settings, APIs & Webhooks, Create key. Twenty shows it once.' },
  },
};
