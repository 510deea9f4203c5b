import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in German. A CRM says what is different with it. */
export const crmFieldGerman: typeof crmFieldEnglish = {
  baseUrl: { label: 'Adresse' },
  user: { label: 'Benutzername' },
  database: { label: 'Datenbank' },
  oauthClientId: { label: 'OAuth-Client-ID' },
  credential: { label: 'Schlüssel' },
  region: {
    label: 'Land nationaler Nummern',
    hint: 'Nummern ohne Landesvorwahl werden als Nummern dieses Landes gelesen.',
  },
  otherFields: {
    label: 'Felder für andere Kennungen',
    hint: 'Textfelder des CRM, die enthalten, was weder Telefonnummer noch E-Mail-Adresse ist. Kann leer bleiben.',
  },
};
