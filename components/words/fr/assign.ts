import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { thisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const keep = 'Laisser aux deux';

/** Whose a ClientID is to be, in French. */
export const assignFrench: ViewWords['assign'] = {
  title: 'Associer l’ID client',
  question: <Part>(identifier: Part): Sentence<Part> => ['Associer ', identifier, '\u202f?'],
  undone: 'Association annulée',
  isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' est de nouveau à sa place précédente'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
    'Impossible d’associer ',
    identifier,
    `. ${why}`,
  ],
  nowWith: 'Actuellement chez',
  nowWithSeveral: (count: number) => {
    const forms = { one: 'contact', many: 'de contacts', other: 'contacts' };
    return `Actuellement chez ${amount(count)} ${plural(count, forms)}, dont`;
  },
  assignTo: 'Associer à',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    name,
    ` n’a pas encore ${thisIdentifier(kind)}, et personne d’autre ne l’a dans ${crm}.`,
  ],
  move: 'Déplacer',
  keep,
  assign: 'Associer',
  notNow: 'Pas maintenant',
  keepHint: (kind: IdentifierKind) => {
    const shared =
      kind === 'phone' ? 'ce téléphone' : kind === 'email' ? 'cette adresse' : thisIdentifier(kind);
    return `S’ils partagent ${shared}, choisissez «\u00a0${keep}\u00a0».`;
  },
  notUndone: 'Échec de l’annulation.',
  notUndoneBecause: (what: string) => `Échec de l’annulation. ${what}.`,
  byYou: (time: string) => `par vous à ${time}`,
  onlyThere: (crm: string) => `annulation possible uniquement dans ${crm}`,
  undo: 'Annuler l’action',
  movedFrom: (names: string[]) => `Déplacé, auparavant chez ${listOf(names)}`,
  keptWith: (names: string[]) => `Laissé aussi à ${listOf(names)}`,
  assignedTo: (name: string) => `Associé à ${name}`,
};
