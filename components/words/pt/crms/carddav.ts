import type { CrmWords } from '../../en/crms/crm-words.ts';

/** CardDAV, in Portuguese. */
export const carddavPortuguese: CrmWords<'carddav'> = {
  about: 'Um catálogo de endereços em qualquer servidor CardDAV, como Radicale ou Nextcloud.',
  plan: 'O catálogo é lido uma vez, cem cartões por requisição, e indexado aqui. Depois, cada consulta pergunta o que mudou desde então e lê as mudanças, se houver.',
  form: {
    baseUrl: {
      label: 'Endereço do catálogo',
      hint: 'O endereço do próprio catálogo, não o do servidor: como aparece na página web dele ou em outro programa.',
    },
    user: { hint: 'O que você digita para entrar no servidor.' },
    credential: {
      label: 'Senha',
      hint: 'Se o servidor cria senhas para aplicativos individuais (no Nextcloud: “Settings”, “Security”), uma delas.',
    },
  },
};
