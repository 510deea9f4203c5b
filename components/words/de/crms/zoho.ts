import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in German. */
export const zohoGerman: CrmWords<'zoho'> = {
  about: 'Zoho CRM: seine Kontakte; eine Firma, wo nur sie eine Nummer hat.',
  plan: 'Eine Abfrage nach der Nummer, wie man sie tippt, in jedem Telefonfeld; findet sie niemanden, die eigene Telefonsuche von Zoho. E-Mail-Adressen und andere Kennungen: eine Anfrage. Hat niemand eine Nummer, werden die Firmen ebenso gefragt, und eine weitere fragt nach den Personen der Firma, die sie hat.',
  form: {
    baseUrl: {
      label: 'API-Adresse',
      hint: 'Der Region, in der Ihre Organisation liegt: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk oder .com.cn.',
    },
    credential: {
      hint: 'Ein Zugriffstoken über OAuth, mit den Scopes ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ und ZohoSearch.securesearch.READ sowie ZohoCRM.modules.accounts.READ, um Firmen nach ihren Nummern zu finden. Es gilt eine Stunde.',
    },
    otherFields: {
      hint: 'API-Namen einzeiliger Felder, die enthalten, was weder Telefonnummer noch E-Mail-Adresse ist. Kann leer bleiben.',
    },
  },
};
