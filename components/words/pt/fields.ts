import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { inSentence, ofTheChannel, thisChannel } from './nouns.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** What fields and the form of a new contact say, in Portuguese. */
export const fieldPortuguese: typeof fieldEnglish = {
  nobody: 'Ninguém',
  notSet: 'Não preenchido',
  empty: 'vazio',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => ofTheChannel(channel),
  tooLong: (crm: string) => ` Longo demais para caber aqui. Veja no ${crm}.`,
  unread: (crm: string) => ` Nem tudo pode ser lido. Veja no ${crm}.`,
  edit: (label: string) => `Editar ${inSentence(label)}`,
  typeToFind: 'Digite para encontrar',
  noSuchOption: 'Opção inexistente',
  chosen: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'escolhida', many: 'escolhidas', other: 'escolhidas' })}`,
  whyNot: (label: string) => `Motivo do bloqueio: ${inSentence(label)}`,
  notEditable: {
    crm: (crm: string) => `O ${crm} não permite alterar este contato por aqui.`,
    field: (crm: string) => `O ${crm} não permite alterar isto por aqui.`,
    cut: (crm: string) => `Aqui o texto não está completo. Altere no ${crm}.`,
    kind: (crm: string) => `O ${crm} não tem onde guardar isto. Altere diretamente lá.`,
    unlink: (crm: string) =>
      `O ${crm} não permite remover números nem endereços por aqui. Altere diretamente lá.`,
  },
  copyOf: (label: string) => `Copiar ${inSentence(label)}`,
  copyIt: 'Copiar',
  emptyFields: (count: number) => {
    const forms = { one: 'campo vazio', many: 'de campos vazios', other: 'campos vazios' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  elsewhere: 'Outra pessoa alterou este contato, mas não este valor.',
  changed: <Part>(newer: Part): Sentence<Part> => ['Outra pessoa alterou este valor. Agora é “', newer, '”.'],
  saveMine: 'Salvar o meu',
  takeNewer: 'Usar o mais novo',
  name: 'Nome',
  phone: 'Telefone',
  email: 'E-mail',
  identifiers: 'Identificadores',
  shared: 'compartilhado',
  only: <Part>(campaigns: Part): Sentence<Part> => ['Só ', campaigns],
  copy: (age: string) => `cópia, ${age}`,
  notKept: 'não guardado',
  createIn: 'Criar em',
  required: 'obrigatório',
  optional: 'opcional',
  create: 'Criar contato',
  draftNotKept: 'Rascunho não guardado',
  keepingDraft: 'Guardando rascunho',
  draftKept: 'Rascunho guardado',
};
