import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in French. */
export const espocrmFrench: CrmWords<'espocrm'> = {
  about:
    'EspoCRM 7 et versions ultérieures\u00a0: ses contacts\u202f; un compte s’il est seul à avoir le numéro.',
  plan: 'Une requête trouve qui a le numéro, d’après ses chiffres tels qu’ils sont saisis\u202f; une deuxième série lit chaque résultat en entier, car les listes omettent les numéros secondaires. Si personne n’a le numéro, une requête de plus cherche le compte qui l’a, et deux le lisent avec ses personnes.',
  form: {
    baseUrl: { hint: 'Celle d’EspoCRM lui-même, sans api/v1.' },
    credential: {
      hint: 'Dans EspoCRM\u00a0: «\u00a0Administration\u00a0», «\u00a0API Users\u00a0», «\u00a0Create\u00a0», avec «\u00a0API Key\u00a0». Son rôle doit permettre de lire, de créer et de modifier des contacts, et de lire des comptes.',
    },
  },
};
