import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';

const again = 'Tente de novo daqui a pouco.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in Portuguese. Never the CRM's own text, never a customer datum. */
export const errorPortuguese: typeof errorEnglish = {
  unreachable: (crm: string) => ({
    what: `O ${crm} não responde`,
    next: 'Verifique a rede e tente de novo.',
  }),
  timeout: (crm: string) => ({ what: `O ${crm} está demorando demais para responder`, next: again }),
  'signed-out': (crm: string) => ({ what: `Sessão encerrada no ${crm}`, next: 'Entre para continuar.' }),
  'not-allowed': (crm: string) => ({
    what: `O ${crm} não permite isto`,
    next: 'Peça a permissão ao administrador.',
  }),
  'not-found': (crm: string) => ({
    what: `Este contato não existe mais no ${crm}`,
    next: 'Pesquise o contato.',
  }),
  stale: (_crm: string) => ({
    what: 'Outra pessoa alterou este contato',
    next: 'Veja primeiro o valor mais novo.',
  }),
  conflict: (_crm: string) => ({
    what: 'Isto já pertence a outro contato',
    next: 'Pesquise esse contato ou altere o valor.',
  }),
  namesake: (crm: string) => ({
    what: `O ${crm} não aceita um segundo contato com este nome`,
    next: 'Veja se é a mesma pessoa ou acrescente ao nome algo que as diferencie.',
  }),
  invalid: (crm: string) => ({
    what: `O ${crm} não aceita isto`,
    next: 'Altere o que está marcado e salve de novo.',
  }),
  'rate-limited': (crm: string) => ({ what: `O ${crm} está recebendo consultas demais`, next: again }),
  'server-error': (crm: string) => ({ what: `O ${crm} está com um problema interno`, next: again }),
  redirected: (crm: string) => ({
    what: `O ${crm} nos enviou a outra página`,
    next: 'O endereço pode ter mudado, ou a sua sessão foi encerrada.',
  }),
  'bad-reply': (crm: string) => ({
    what: `O ${crm} deu uma resposta ilegível`,
    next: 'Tente de novo ou avise o administrador.',
  }),
  'not-supported': (crm: string) => ({
    what: `O ${crm} não oferece esta função`,
    next: 'Faça isso no próprio CRM.',
  }),
  'no-slot': (crm: string) => ({
    what: `Este contato não tem lugar livre no ${crm} para mais um`,
    next: 'Remova um dos que ele tem e tente de novo.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `O ${crm} não tem onde guardar este tipo de ID de cliente`,
    next: 'Peça ao administrador que escolha um campo para ele.',
  }),
  'read-only': (crm: string) => ({
    what: `O ${crm} não deixa ninguém alterar isto`,
    next: 'Faça isso no próprio CRM.',
  }),
  'not-taken': (crm: string) => ({
    what: `O ${crm} aceitou isto, mas não salvou`,
    next: 'Veja o contato no CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `Há contatos possíveis demais no ${crm} para verificar todos`,
    next: 'Pesquise o contato pelo nome.',
  }),
};

/** What is wrong with a value, for under its field, in Portuguese. */
export const problemPortuguese: typeof problemEnglish = {
  required: 'Campo obrigatório',
  'not-valid': 'Inválido',
  'stands-for-nobody': 'Isto não identifica ninguém: deixe vazio quando não houver número',
  'not-a-field': 'Não é um campo deste espaço de trabalho',
  'read-only': 'Não pode ser alterado',
  taken: 'Isto já pertence a outro contato',
  'not-text': 'Deve ser um texto',
  'too-long': 'Longo demais',
  'too-many': 'Há itens demais',
  'not-a-number': 'Um número, por exemplo 4180,50',
  'not-a-date': 'Uma data, por exemplo 2026-11-24',
  'not-a-date-time': 'Data e hora, por exemplo 2026-11-24 09:30',
  'not-an-option': 'Escolha uma das opções',
  'not-among-options': 'Escolha entre as opções',
  'not-yes-or-no': 'Deve ser sim ou não',
  'not-https': 'Um endereço que comece com https://',
  'not-an-email': 'Um endereço de e-mail é como nome@example.com',
  'not-a-phone': 'Um número de telefone tem dígitos, por exemplo +44 20 7946 0123',
  'not-a-list': 'Deve ser uma lista',
};

/** Where it is known how much there may be. */
export const limitPortuguese: typeof limitEnglish = {
  'too-long': (most: number) => `Longo demais: no máximo ${amount(most)} caracteres`,
  'too-many': (most: number) => `Há itens demais: no máximo ${amount(most)}`,
};
