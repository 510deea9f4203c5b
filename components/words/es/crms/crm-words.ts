import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in Spanish. A CRM says what is different with it. */
export const crmFieldSpanish: typeof crmFieldEnglish = {
  baseUrl: { label: 'Dirección' },
  user: { label: 'Nombre de usuario' },
  database: { label: 'Base de datos' },
  oauthClientId: { label: 'ID de cliente OAuth' },
  credential: { label: 'Clave' },
  region: {
    label: 'País de los números nacionales',
    hint: 'Los números sin prefijo de país se leen como números de este país.',
  },
  otherFields: {
    label: 'Campos para otros ID de cliente',
    hint: 'Campos de texto del CRM que guardan lo que no es número de teléfono ni dirección de correo. Puede quedar vacío.',
  },
};
