import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Odoo, in Portuguese. */
export const odooPortuguese: CrmWords<'odoo'> = {
  about: 'Odoo 14 e posteriores: os parceiros, pessoas e empresas, exceto os arquivados.',
  plan: 'Uma requisição: pelo número que o Odoo normalizou ou pelos dígitos nacionais de qualquer número. Uma segunda para o país da empresa de uma pessoa que não indica nenhum. Se só uma empresa tem o número, mais uma busca as pessoas dela. Uma conexão nova pergunta primeiro quem é o usuário e quais campos existem.',
  form: {
    baseUrl: { hint: 'O que o navegador mostra até a primeira barra simples.' },
    database: {
      hint: 'Em odoo.com, a primeira parte do endereço; em um servidor próprio, o que a página de login ou o administrador informar.',
    },
    user: { hint: 'O que você digita para entrar; muitas vezes um endereço de e-mail.' },
    credential: {
      hint: 'No Odoo, como esse usuário: “My Profile” (ou “Preferences”), “Account Security”, “New API Key”. O Odoo a mostra uma única vez.',
    },
  },
};
