import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in Portuguese. */
export const companionPortuguese: CrmWords<'companion'> = {
  about: 'O servidor de CRM que vem com o Ringside.',
  plan: 'Uma requisição por consulta: o servidor encontra todos os que têm o identificador pela grafia normalizada.',
  form: {
    baseUrl: { hint: 'Onde o servidor Companion está rodando: https, ou http neste computador.' },
    credential: { hint: 'O token com que o servidor foi iniciado (--token).' },
  },
};
