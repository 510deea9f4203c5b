import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in French. */
export const zohoFrench: CrmWords<'zoho'> = {
  about: 'Zoho CRM\u00a0: ses contacts\u202f; un compte s’il est seul à avoir le numéro.',
  plan: 'Une requête pour le numéro tel qu’il est saisi, dans tous les champs de téléphone\u202f; si elle ne trouve personne, la recherche par téléphone propre à Zoho. Adresses e-mail et autres ID client\u00a0: une requête. Si personne n’a le numéro, les comptes sont interrogés de la même manière, et une requête de plus cherche les personnes d’un compte qui l’a.',
  form: {
    baseUrl: {
      label: 'Adresse de l’API',
      hint: 'Celle de la région de votre organisation\u00a0: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk ou .com.cn.',
    },
    credential: {
      label: 'Jeton d’accès',
      hint: 'OAuth, avec les portées ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ et ZohoSearch.securesearch.READ et, pour trouver les comptes par leurs numéros, ZohoCRM.modules.accounts.READ. Il dure une heure.',
    },
    otherFields: {
      hint: 'Noms d’API des champs d’une ligne qui contiennent ce qui n’est ni un numéro de téléphone ni une adresse e-mail. Facultatif.',
    },
  },
};
