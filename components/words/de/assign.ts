import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inCrm, thisIdentifier } from './grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);

/** What is asked and told where a client ID is assigned, in German. */
export const assignGerman: ViewWords['assign'] = {
  title: 'Kennung zuordnen',
  question: <Part>(identifier: Part): Sentence<Part> => [identifier, ' zuordnen?'],
  undone: 'Rückgängig gemacht',
  isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' ist wieder, wo es vorher war'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
    identifier,
    ` lässt sich nicht zuordnen. ${why}`,
  ],
  nowWith: 'Jetzt bei',
  nowWithSeveral: (count: number) => `Jetzt bei ${amount(count)}, zuerst`,
  assignTo: 'Zuordnen zu',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    name,
    ` hat ${thisIdentifier(kind)} noch nicht, und auch sonst niemand ${inCrm(crm)}.`,
  ],
  move: 'Verschieben',
  keep: 'Bei beiden lassen',
  assign: 'Zuordnen',
  notNow: 'Nicht jetzt',
  keepHint: (kind: IdentifierKind) => `Bei beiden lassen, wenn sie ${thisIdentifier(kind)} gemeinsam nutzen.`,
  notUndone: 'Nicht rückgängig gemacht.',
  notUndoneBecause: (what: string) => `Nicht rückgängig gemacht. ${what}.`,
  byYou: (time: string) => `von Ihnen, ${time}`,
  onlyThere: (crm: string) => `rückgängig nur ${inCrm(crm)} selbst`,
  undo: 'Rückgängig',
  movedFrom: (names: string[]) => `Verschoben von ${listOf(names)}`,
  keptWith: (names: string[]) => `Bei beiden, auch bei ${listOf(names)}`,
  assignedTo: (name: string) => `Zugeordnet zu ${name}`,
};

/** Who lets nobody do so, in German. */
export const assignRefusedGerman = {
  nobodyAssigns: (crm: string) => `${crmFirst(crm)} lässt von hier aus keine Kennungen zuordnen`,
  assignThere: (crm: string) => `Das geht nur ${inCrm(crm)} selbst.`,
};
