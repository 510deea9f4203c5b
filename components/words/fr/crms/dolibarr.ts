import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Dolibarr, in French. */
export const dolibarrFrench: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr\u00a0: ses contacts, avec la société à laquelle ils appartiennent, sauf les contacts désactivés et les contacts privés\u202f; un tiers s’il est seul à avoir le numéro. Les attributs supplémentaires ne sont communiqués qu’à la clé d’un administrateur.',
  plan: 'Une requête\u00a0: les chiffres du numéro national, quel que soit ce qui les sépare, dans l’un des trois champs de téléphone\u202f; les adresses e-mail sans distinction de casse\u202f; les autres ID client dans les attributs supplémentaires prévus pour eux. Si personne n’a le numéro, une requête de plus cherche le tiers qui l’a, et une autre ses personnes.',
  form: {
    baseUrl: { hint: 'Celle de Dolibarr lui-même, sans api/index.php.' },
    credential: {
      hint: 'Dans Dolibarr\u00a0: la fiche d’un utilisateur, «\u00a0Modifier\u00a0», «\u00a0Key for API\u00a0», générer. Un administrateur active d’abord le module «\u00a0API/Web services (REST server)\u00a0».',
    },
    otherFields: {
      hint: 'Attributs supplémentaires des contacts qui contiennent ce qui n’est ni un numéro de téléphone ni une adresse e-mail. Facultatif.',
    },
  },
};
