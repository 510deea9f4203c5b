import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in French. */
export const trytonFrench: CrmWords<'tryton'> = {
  about: 'Tryton 6 avec le module party\u00a0: ses tiers.',
  plan: 'Une requête\u00a0: les tiers dont un moyen de contact a un numéro E.164 ou les mêmes chiffres dans le même ordre, avec tous leurs moyens de contact. Une seconde seulement pour un tiers fusionné avec un autre.',
  form: {
    baseUrl: { hint: 'Là où trytond répond, avec son port s’il y en a un.' },
    database: { hint: 'Comme dans la fenêtre de connexion du client Tryton.' },
    user: {
      hint: 'De préférence un utilisateur dédié, créé sous «\u00a0Administration\u00a0», «\u00a0Users\u00a0», qui peut lire, écrire et créer des tiers.',
    },
    credential: {
      label: 'Mot de passe',
      hint: 'Celui de cet utilisateur. Tryton n’a pas ici de clés par programme.',
    },
  },
};
