import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in French. */
export const intercomFrench: CrmWords<'intercom'> = {
  about: 'Intercom\u00a0: ses utilisateurs et ses leads.',
  plan: 'Une recherche\u00a0: le numéro qui contient les chiffres nationaux ou qui est écrit comme on le saisit\u202f; l’adresse e-mail\u202f; les attributs prévus pour les autres ID client.',
  form: {
    baseUrl: {
      label: 'Adresse de l’API',
      hint: 'Celle de la région de votre espace de travail\u00a0: api.intercom.io, api.eu.intercom.io ou api.au.intercom.io.',
    },
    credential: {
      label: 'Jeton d’accès',
      hint: 'Dans le Developer Hub d’Intercom\u00a0: «\u00a0New app\u00a0», «\u00a0Authentication\u00a0». L’application reste la vôtre, sans publication nécessaire.',
    },
    otherFields: {
      hint: 'Attributs qui contiennent ce qui n’est ni un numéro de téléphone ni une adresse e-mail\u00a0: attributs personnalisés par leur nom, ou external_id. Facultatif.',
    },
  },
};
