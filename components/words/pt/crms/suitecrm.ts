import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in Portuguese. */
export const suitecrmPortuguese: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7: os contatos; uma conta quando só ela tem o número.',
  plan: 'Uma requisição por número, nos quatro campos em que ele pode estar, dígito a dígito. Um endereço de e-mail exige duas: a API mais antiga encontra quem o tem, e todos os resultados são lidos de uma vez. Se ninguém tem o número, mais uma pergunta qual conta o tem, e outra busca as pessoas dela. Uma conexão nova pede primeiro um token e os campos.',
  form: {
    baseUrl: { hint: 'O do próprio SuiteCRM, sem index.php nem Api.' },
    oauthClientId: {
      hint: 'No SuiteCRM: “Admin”, “OAuth2 Clients and Tokens”, “New Client Credentials Client”.',
    },
    user: {
      hint: 'Para encontrar também por endereço de e-mail, o que o SuiteCRM só faz para usuários. Pode ficar vazio.',
    },
    credential: {
      hint: 'O segredo definido para esse cliente. Com um nome de usuário: o segredo, um espaço e a senha desse usuário.',
    },
  },
};
