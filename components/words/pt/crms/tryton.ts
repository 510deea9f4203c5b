import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in Portuguese. */
export const trytonPortuguese: CrmWords<'tryton'> = {
  about: 'Tryton 6 com o módulo party: as “parties” cadastradas.',
  plan: 'Uma requisição: as “parties” com um meio de contato cujo número está em E.164 ou tem os mesmos dígitos na mesma ordem, com todos os meios de contato delas. Uma segunda só para uma “party” que foi mesclada a outra.',
  form: {
    baseUrl: { hint: 'Onde o trytond responde, com a porta, se houver.' },
    database: { hint: 'Como na janela de login do cliente Tryton.' },
    user: {
      hint: 'De preferência um usuário próprio, criado em “Administration”, “Users”, que possa ler, alterar e criar “parties”.',
    },
    credential: {
      label: 'Senha',
      hint: 'A desse usuário. O Tryton não tem aqui chaves para programas individuais.',
    },
  },
};
