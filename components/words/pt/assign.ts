import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { identifierNoun } from './nouns.ts';

const amount = (count: number): string => numberFormat().format(count);

/** Whose a ClientID is to be, in Portuguese. */
export const assignPortuguese: ViewWords['assign'] = {
  title: 'Atribuir ID de cliente',
  question: <Part>(identifier: Part): Sentence<Part> => ['Atribuir ', identifier, '?'],
  undone: 'Desfeito',
  isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' voltou para onde estava'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
    identifier,
    ` não pode ser atribuído. ${why}`,
  ],
  nowWith: 'Agora com',
  nowWithSeveral: (count: number) => `Agora com ${amount(count)}, entre eles`,
  assignTo: 'Atribuir a',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    name,
    ` ainda não tem este ${identifierNoun(kind)}, nem ninguém mais no ${crm}.`,
  ],
  move: 'Mover',
  keep: 'Manter em ambos',
  assign: 'Atribuir',
  notNow: 'Agora não',
  keepHint: (kind: IdentifierKind) =>
    `Mantenha em ambos se este ${kind === 'phone' ? 'telefone' : identifierNoun(kind)} for compartilhado.`,
  notUndone: 'Não desfeito.',
  notUndoneBecause: (what: string) => `Não desfeito. ${what}.`,
  byYou: (time: string) => `por você, ${time}`,
  onlyThere: (crm: string) => `só pode ser desfeito no próprio ${crm}`,
  undo: 'Desfazer',
  movedFrom: (names: string[]) => `Movido de ${listOf(names)}`,
  keptWith: (names: string[]) => `Mantido em ambos, com ${listOf(names)}`,
  assignedTo: (name: string) => `Atribuído a ${name}`,
};
