import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in Portuguese. */
export const intercomPortuguese: CrmWords<'intercom'> = {
  about: 'Intercom: os usuários e leads.',
  plan: 'Uma pesquisa: o número que contém os dígitos nacionais ou está escrito como as pessoas o digitam; o endereço de e-mail; os atributos definidos para outros IDs de cliente.',
  form: {
    baseUrl: {
      label: 'Endereço da API',
      hint: 'O da região em que está o seu espaço de trabalho: api.intercom.io, api.eu.intercom.io ou api.au.intercom.io.',
    },
    credential: {
      hint: 'O token de acesso de um aplicativo próprio. No “Developer Hub” do Intercom: “New app”, “Authentication”. O aplicativo continua sendo seu e não precisa ser publicado.',
    },
    otherFields: {
      hint: 'Atributos que guardam o que não é número de telefone nem endereço de e-mail: os personalizados, pelo nome, ou external_id. Pode ficar vazio.',
    },
  },
};
