import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in German. */
export const intercomGerman: CrmWords<'intercom'> = {
  about: 'Intercom: seine Benutzer und Leads.',
  plan: 'Eine Suche: die Nummer, die die nationalen Ziffern enthält oder so geschrieben ist, wie man sie tippt; die E-Mail-Adresse; die für andere Kennungen eingestellten Attribute.',
  form: {
    baseUrl: {
      label: 'API-Adresse',
      hint: 'Der Region, in der Ihr Arbeitsbereich liegt: api.intercom.io, api.eu.intercom.io oder api.au.intercom.io.',
    },
    credential: {
      hint: 'Das Zugriffstoken einer eigenen App. Im „Developer Hub“ von Intercom: „New app“, „Authentication“. Die App bleibt Ihre eigene und muss nicht veröffentlicht werden.',
    },
    otherFields: {
      hint: 'Attribute, die enthalten, was weder Telefonnummer noch E-Mail-Adresse ist: eigene nach Namen, oder external_id. Kann leer bleiben.',
    },
  },
};
