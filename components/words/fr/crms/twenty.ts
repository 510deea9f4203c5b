import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in French. */
export const twentyFrench: CrmWords<'twenty'> = {
  about: 'Twenty, dans le cloud ou sur votre propre serveur\u00a0: ses personnes.',
  plan: 'Une requête sur les numéros principaux et supplémentaires, chiffre par chiffre\u202f; une deuxième pour le nom d’une société qui n’a pas encore été vue.',
  form: {
    baseUrl: { hint: 'Celle de votre propre serveur, ou https://api.twenty.com.' },
    oauthClientId: {
      hint: 'Pour se connecter en tant que personne et non avec une clé, si votre Twenty propose OAuth (POST /oauth/register donne un ID client OAuth). Facultatif.',
    },
    credential: {
      hint: 'Dans Twenty\u00a0: «\u00a0Settings\u00a0», «\u00a0APIs & Webhooks\u00a0», «\u00a0Create key\u00a0». Twenty ne l’affiche qu’une fois.',
    },
  },
};
