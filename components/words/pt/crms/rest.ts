import type { CrmWords } from '../../en/crms/crm-words.ts';

/** A REST API with a definition, in Portuguese. */
export const restPortuguese: CrmWords<'rest'> = {
  plan: 'O que a definição diz: uma requisição por consulta, ou uma segunda quando a primeira não encontra ninguém ou os resultados devem ser lidos por inteiro, e mais uma para cada página seguinte. Um contato que foi mesclado é lido mais uma vez. O login e a lista de campos são pedidos uma única vez.',
  form: {
    baseUrl: { hint: 'Aquilo que vem antes de todos os caminhos da definição.' },
    user: {
      label: 'Nome de usuário ou ID do cliente OAuth',
      hint: 'Só para basic, login e OAuth 2. Nos outros casos pode ficar vazio.',
    },
    credential: { label: 'Chave, senha ou segredo do cliente' },
    definition: {
      label: 'Definição',
      hint: 'O que perguntar e onde estão as respostas, em JSON. O que ela pode conter está em crm-definitions.md, na documentação.',
    },
  },
  examples: {
    minimal: 'O mínimo necessário',
    dolibarr: 'Dolibarr: filtros na consulta',
    django: 'Django REST framework: páginas, um token, campos que ele lista',
    jmap: 'Cyrus: várias chamadas em uma requisição (JMAP)',
    tryton: 'Tryton: chamadas por POST (JSON-RPC)',
    vtiger: 'Vtiger: um desafio no login, formulários, uma linguagem de consulta',
  },
};
