import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in Portuguese. */
export const espocrmPortuguese: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 e posteriores: os contatos; uma conta quando só ela tem o número.',
  plan: 'Uma requisição encontra quem tem o número, pelos dígitos como as pessoas os digitam; uma segunda rodada lê cada resultado por inteiro, pois as listas não trazem os números secundários. Se ninguém tem o número, mais uma pergunta qual conta o tem, e duas leem a conta e as pessoas dela.',
  form: {
    baseUrl: { hint: 'O do próprio EspoCRM, sem api/v1.' },
    credential: {
      hint: 'No EspoCRM: “Administration”, “API Users”, “Create”, com “API Key”. O perfil deve permitir ler, criar e editar contatos, e ler contas.',
    },
  },
};
