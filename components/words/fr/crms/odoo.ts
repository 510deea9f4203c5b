import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Odoo, in French. */
export const odooFrench: CrmWords<'odoo'> = {
  about:
    'Odoo 14 et versions ultérieures\u00a0: ses contacts, personnes et sociétés, sauf ceux qui sont archivés.',
  plan: 'Une requête\u00a0: par le numéro qu’Odoo a normalisé, ou par les chiffres nationaux de tout numéro. Une deuxième pour le pays de la société d’une personne qui n’en indique pas. Si seule une société a le numéro, une requête de plus cherche ses personnes. Une nouvelle connexion demande d’abord qui est l’utilisateur et quels sont les champs.',
  form: {
    baseUrl: { hint: 'Ce que le navigateur affiche jusqu’à la première barre oblique simple.' },
    database: {
      hint: 'Sur odoo.com, la première partie de l’adresse\u202f; sur votre propre serveur, ce qu’indique sa page de connexion ou son administrateur.',
    },
    user: { hint: 'Ce que vous saisissez pour vous connecter, souvent une adresse e-mail.' },
    credential: {
      hint: 'Dans Odoo, avec cet utilisateur\u00a0: «\u00a0My Profile\u00a0» (ou «\u00a0Preferences\u00a0»), «\u00a0Account Security\u00a0», «\u00a0New API Key\u00a0». Odoo ne l’affiche qu’une fois.',
    },
  },
};
