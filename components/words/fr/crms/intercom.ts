import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in French. */
export const intercomFrench: CrmWords<'intercom'> = {
  about: 'Intercom\u00a0: ses utilisateurs et ses prospects.',
  plan: 'Une recherche\u00a0: le numéro qui contient les chiffres nationaux ou s’écrit comme on le saisit\u202f; l’adresse e-mail\u202f; les attributs prévus pour les autres identifiants.',
  form: {
    baseUrl: {
      label: 'Adresse de l’API',
      hint: 'De la région où se trouve votre espace\u00a0: api.intercom.io, api.eu.intercom.io ou api.au.intercom.io.',
    },
    credential: {
      hint: 'Le jeton d’accès d’une application à vous. Dans le «\u00a0Developer Hub\u00a0» d’Intercom\u00a0: «\u00a0New app\u00a0», «\u00a0Authentication\u00a0». L’application reste la vôtre et n’a pas à être publiée.',
    },
    otherFields: {
      hint: 'Attributs qui contiennent ce qui n’est ni numéro de téléphone ni adresse e-mail\u00a0: personnalisés, par leur nom, ou external_id. Peut rester vide.',
    },
  },
};
