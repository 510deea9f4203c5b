import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in Portuguese. */
export const twentyPortuguese: CrmWords<'twenty'> = {
  about: 'Twenty, na nuvem ou em um servidor próprio: as pessoas.',
  plan: 'Uma requisição sobre os números principais e adicionais, dígito a dígito; uma segunda para o nome de uma empresa ainda não vista.',
  form: {
    baseUrl: { hint: 'O do seu servidor, ou https://api.twenty.com.' },
    oauthClientId: {
      hint: 'Para entrar como pessoa em vez de usar uma chave, se o seu Twenty oferece OAuth (POST /oauth/register fornece um ID do cliente OAuth). Pode ficar vazio.',
    },
    credential: {
      hint: 'No Twenty: “Settings”, “APIs & Webhooks”, “Create key”. O Twenty a mostra uma única vez.',
    },
  },
};
