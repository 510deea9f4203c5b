import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in French. */
export const zohoFrench: CrmWords<'zoho'> = {
  about: 'Zoho CRM\u00a0: ses contacts\u202f; un compte quand lui seul a un numéro.',
  plan: 'Une requête pour le numéro tel qu’on le saisit, dans tous les champs de téléphone\u202f; si elle ne trouve personne, la recherche par téléphone de Zoho. Adresses e-mail et autres identifiants\u00a0: une requête. Si personne n’a un numéro, les comptes sont interrogés de la même façon, et une requête de plus demande les personnes de celui qui l’a.',
  form: {
    baseUrl: {
      label: 'Adresse de l’API',
      hint: 'De la région où se trouve votre organisation\u00a0: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk ou .com.cn.',
    },
    credential: {
      hint: 'Un jeton d’accès OAuth, avec les périmètres ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ et ZohoSearch.securesearch.READ, et ZohoCRM.modules.accounts.READ pour trouver les comptes par leurs numéros. Il dure une heure.',
    },
    otherFields: {
      hint: 'Noms d’API des champs d’une ligne qui contiennent ce qui n’est ni numéro de téléphone ni adresse e-mail. Peut rester vide.',
    },
  },
};
