import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, thisIdentifier } from './grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);

/** What is asked and told where a client ID is assigned, in French. */
export const assignFrench: ViewWords['assign'] = {
  title: 'Associer l’identifiant',
  question: <Part>(identifier: Part): Sentence<Part> => ['Associer ', identifier, '\u202f?'],
  undone: 'Annulé',
  isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' est de nouveau à sa place'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
    identifier,
    ` ne peut pas être associé. ${why}`,
  ],
  nowWith: 'Actuellement chez',
  nowWithSeveral: (count: number) => `Actuellement chez ${amount(count)}, en premier`,
  assignTo: 'Associer à',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    name,
    ` n’a pas encore ${thisIdentifier(kind)}, et personne d’autre ne l’a dans ${crm}.`,
  ],
  move: 'Déplacer',
  keep: 'Laisser aux deux',
  assign: 'Associer',
  notNow: 'Pas maintenant',
  keepHint: (kind: IdentifierKind) => `Laisser aux deux si ces contacts partagent ${thisIdentifier(kind)}.`,
  notUndone: 'Non annulé.',
  notUndoneBecause: (what: string) => `Non annulé. ${what}.`,
  byYou: (time: string) => `par vous, ${time}`,
  onlyThere: (crm: string) => `seul ${crm} peut l’annuler`,
  undo: 'Annuler l’action',
  movedFrom: (names: string[]) => `Retiré à ${listOf(names)}`,
  keptWith: (names: string[]) => `Laissé aux deux, aussi à ${listOf(names)}`,
  assignedTo: (name: string) => `Associé à ${name}`,
};

/** Who lets nobody do so, in French. */
export const assignRefusedFrench = {
  nobodyAssigns: (crm: string) => `${crmFirst(crm)} ne laisse pas associer d’identifiants d’ici`,
  assignThere: (crm: string) => `Faites-le directement dans ${crm}.`,
};
