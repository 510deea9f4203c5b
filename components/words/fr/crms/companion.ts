import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in French. */
export const companionFrench: CrmWords<'companion'> = {
  about: 'Le serveur CRM fourni avec Ringside.',
  plan: 'Une requête à chaque fois\u00a0: le serveur trouve tous ceux qui portent l’identifiant sous sa forme normalisée.',
  form: {
    baseUrl: { hint: 'Là où tourne le serveur Companion\u00a0: https, ou http sur cet ordinateur.' },
    credential: { hint: 'Le jeton avec lequel le serveur a été lancé (--token).' },
  },
};
