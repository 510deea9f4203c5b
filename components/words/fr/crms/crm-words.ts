import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in French. A CRM says what is different with it. */
export const crmFieldFrench: typeof crmFieldEnglish = {
  baseUrl: { label: 'Adresse' },
  user: { label: 'Nom d’utilisateur' },
  database: { label: 'Base de données' },
  oauthClientId: { label: 'ID client OAuth' },
  credential: { label: 'Clé' },
  region: {
    label: 'Pays des numéros nationaux',
    hint: 'Les numéros sans indicatif de pays sont lus comme des numéros de ce pays.',
  },
  otherFields: {
    label: 'Champs pour les autres identifiants',
    hint: 'Champs de texte du CRM qui contiennent ce qui n’est ni numéro de téléphone ni adresse e-mail. Peut rester vide.',
  },
};
