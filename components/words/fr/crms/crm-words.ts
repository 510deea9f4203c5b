import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in French. A CRM says what is different with it. */
export const crmFieldFrench: typeof crmFieldEnglish = {
  baseUrl: { label: 'Adresse' },
  user: { label: 'Nom d’utilisateur' },
  database: { label: 'Base de données' },
  oauthClientId: { label: 'ID client OAuth' },
  credential: { label: 'Clé API' },
  region: {
    label: 'Pays des numéros nationaux',
    hint: 'Les numéros sans indicatif de pays sont lus comme des numéros de ce pays.',
  },
  otherFields: {
    label: 'Champs pour les autres ID client',
    hint: 'Champs de texte du CRM qui contiennent ce qui n’est ni un numéro de téléphone ni une adresse e-mail. Facultatif.',
  },
};
