import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Dolibarr, in Portuguese. */
export const dolibarrPortuguese: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr: os contatos, com a empresa a que pertencem, exceto os desativados e os privados; um terceiro quando só ele tem o número. Os campos extras só são informados à chave de um administrador.',
  plan: 'Uma requisição: os dígitos do número nacional com qualquer coisa entre eles, em qualquer um dos três campos de telefone; endereços de e-mail sem distinguir maiúsculas; outros IDs de cliente nos campos extras definidos para eles. Se ninguém tem o número, mais uma pergunta qual terceiro o tem, e outra busca as pessoas dele.',
  form: {
    baseUrl: { hint: 'O do próprio Dolibarr, sem api/index.php.' },
    credential: {
      hint: 'No Dolibarr: na ficha de um usuário, “Modify”, “Key for API”, gerar. Antes, um administrador ativa o módulo “API/Web services (REST server)”.',
    },
    otherFields: {
      hint: 'Campos extras de contatos que guardam o que não é número de telefone nem endereço de e-mail. Pode ficar vazio.',
    },
  },
};
