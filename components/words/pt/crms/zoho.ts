import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in Portuguese. */
export const zohoPortuguese: CrmWords<'zoho'> = {
  about: 'Zoho CRM: os contatos; uma conta quando só ela tem o número.',
  plan: 'Uma consulta pelo número como as pessoas o digitam, em todos os campos de telefone; se ela não encontra ninguém, a pesquisa por telefone do próprio Zoho. Endereços de e-mail e outros IDs de cliente: uma requisição. Se ninguém tem o número, as contas são consultadas da mesma forma, e mais uma requisição busca as pessoas de uma que o tenha.',
  form: {
    baseUrl: {
      label: 'Endereço da API',
      hint: 'O da região em que está a sua organização: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk ou .com.cn.',
    },
    credential: {
      hint: 'Um token de acesso por OAuth, com os escopos ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ e ZohoSearch.securesearch.READ e, para encontrar contas pelos números, ZohoCRM.modules.accounts.READ. Vale por uma hora.',
    },
    otherFields: {
      hint: 'Nomes de API dos campos de uma linha que guardam o que não é número de telefone nem endereço de e-mail. Pode ficar vazio.',
    },
  },
};
