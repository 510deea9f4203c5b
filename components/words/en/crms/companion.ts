import type { CrmWords } from './crm-words.ts';

/** The companion CRM, in English. */
export const companionEnglish: CrmWords<'companion'> = {
  about: 'The CRM server that comes with Ringside.',
  plan: 'One request each: the server finds everybody who carries the identifier by its normalised spelling.',
  form: {
    baseUrl: { hint: 'Where the companion server runs: https, or http on this computer.' },
    credential: { hint: 'The token that the server was started with (--token).' },
  },
};
