import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in French. */
export const espocrmFrench: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 et suivants\u00a0: ses contacts\u202f; un compte quand lui seul a un numéro.',
  plan: 'Une requête trouve qui a le numéro, d’après ses chiffres tels qu’on les saisit\u202f; une seconde série lit chaque résultat en entier, car les listes omettent les seconds numéros. Si personne n’a un numéro, une requête de plus demande quel compte l’a, et deux le lisent avec ses personnes.',
  form: {
    baseUrl: { hint: 'D’EspoCRM lui-même, sans api/v1.' },
    credential: {
      hint: 'Dans EspoCRM\u00a0: «\u00a0Administration\u00a0», «\u00a0API Users\u00a0», «\u00a0Create\u00a0», avec «\u00a0API Key\u00a0». Son rôle doit permettre de lire, créer et modifier les contacts, et de lire les comptes.',
    },
  },
};
