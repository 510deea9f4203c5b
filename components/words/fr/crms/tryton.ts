import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in French. */
export const trytonFrench: CrmWords<'tryton'> = {
  about: 'Tryton 6 avec le module party\u00a0: ses tiers.',
  plan: 'Une requête\u00a0: les tiers avec un moyen de contact dont le numéro est au format E.164 ou a les mêmes chiffres dans le même ordre, avec tous leurs moyens de contact. Une deuxième seulement pour un tiers fusionné dans un autre.',
  form: {
    baseUrl: { hint: 'L’adresse où répond trytond, avec son port s’il y en a un.' },
    database: { hint: 'Comme dans la fenêtre de connexion du client Tryton.' },
    user: {
      hint: 'De préférence un utilisateur dédié, créé sous «\u00a0Administration\u00a0», «\u00a0Users\u00a0», qui peut lire, modifier et créer des tiers.',
    },
    credential: {
      label: 'Mot de passe',
      hint: 'Celui de cet utilisateur. Tryton ne propose pas ici de clés par programme.',
    },
  },
};
