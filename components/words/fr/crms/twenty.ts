import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in French. */
export const twentyFrench: CrmWords<'twenty'> = {
  about: 'Twenty, dans le cloud ou sur votre serveur\u00a0: ses personnes.',
  plan: 'Une requête sur le numéro principal et les autres, chiffre par chiffre\u202f; une seconde pour le nom d’une société encore inconnue.',
  form: {
    baseUrl: { hint: 'De votre serveur, ou https://api.twenty.com.' },
    oauthClientId: {
      hint: 'Pour se connecter en tant que personne et non avec une clé, si votre Twenty propose OAuth (POST /oauth/register donne un ID client). Peut rester vide.',
    },
    credential: {
      hint: 'Dans Twenty\u00a0: «\u00a0Settings\u00a0», «\u00a0APIs & Webhooks\u00a0», «\u00a0Create key\u00a0». Twenty ne la montre qu’une fois.',
    },
  },
};
