import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Dolibarr, in French. */
export const dolibarrFrench: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr\u00a0: ses contacts, avec la société dont ils dépendent\u202f; ni désactivés ni privés\u202f; un tiers quand lui seul a un numéro. Les champs supplémentaires ne sont communiqués qu’à la clé d’un administrateur.',
  plan: 'Une requête\u00a0: les chiffres du numéro national avec n’importe quoi entre eux, dans l’un des trois champs de téléphone\u202f; les adresses e-mail sans distinction de casse\u202f; les autres identifiants dans les champs supplémentaires prévus. Si personne n’a un numéro, une requête de plus demande quel tiers l’a, et une autre ses personnes.',
  form: {
    baseUrl: { hint: 'De Dolibarr lui-même, sans api/index.php.' },
    credential: {
      hint: 'Dans Dolibarr\u00a0: la fiche d’un utilisateur, «\u00a0Modifier\u00a0», «\u00a0Clé pour l’API\u00a0», générer. Un administrateur active d’abord le module «\u00a0API/Web services (serveur REST)\u00a0».',
    },
    otherFields: {
      hint: 'Champs supplémentaires des contacts qui contiennent ce qui n’est ni numéro de téléphone ni adresse e-mail. Peut rester vide.',
    },
  },
};
