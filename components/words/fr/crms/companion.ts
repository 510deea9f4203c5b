import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in French. */
export const companionFrench: CrmWords<'companion'> = {
  about: 'Le serveur CRM fourni avec Ringside.',
  plan: 'Une requête par recherche\u00a0: le serveur trouve tous ceux qui ont l’identifiant, sous sa forme normalisée.',
  form: {
    baseUrl: { hint: 'L’adresse du serveur Companion\u00a0: https, ou http sur cet ordinateur.' },
    credential: { label: 'Jeton', hint: 'Le jeton avec lequel le serveur a été démarré (--token).' },
  },
};
