import type { crmFieldEnglish } from '../../en/crms/crm-words.ts';

/** Inputs that many CRMs ask for, in Portuguese. A CRM says what is different with it. */
export const crmFieldPortuguese: typeof crmFieldEnglish = {
  baseUrl: { label: 'Endereço' },
  user: { label: 'Nome de usuário' },
  database: { label: 'Banco de dados' },
  oauthClientId: { label: 'ID do cliente OAuth' },
  credential: { label: 'Chave' },
  region: {
    label: 'País dos números nacionais',
    hint: 'Números sem código de país são lidos como números deste país.',
  },
  otherFields: {
    label: 'Campos para outros IDs de cliente',
    hint: 'Campos de texto do CRM que guardam o que não é número de telefone nem endereço de e-mail. Pode ficar vazio.',
  },
};
