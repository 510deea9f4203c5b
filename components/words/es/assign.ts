import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import type { Sentence } from '../language/sentence.ts';
import { thisIdentifier } from './grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);
const keep = 'Mantener en ambos';

/** Whose a ClientID is to be, in Spanish. */
export const assignSpanish: ViewWords['assign'] = {
  title: 'Asignar ID de cliente',
  question: <Part>(identifier: Part): Sentence<Part> => ['¿Asignar ', identifier, '?'],
  undone: 'Deshecho',
  isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' vuelve a estar donde estaba'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
    identifier,
    ` no se puede asignar. ${why}`,
  ],
  nowWith: 'Ahora con',
  nowWithSeveral: (count: number) => `Ahora con ${amount(count)}, entre ellos`,
  assignTo: 'Asignar a',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    name,
    ` aún no tiene ${thisIdentifier(kind)}, ni nadie más en ${crm}.`,
  ],
  move: 'Mover',
  keep,
  assign: 'Asignar',
  notNow: 'Ahora no',
  keepHint: (kind: IdentifierKind) => {
    const shared =
      kind === 'phone' ? 'este teléfono' : kind === 'email' ? 'esta dirección' : thisIdentifier(kind);
    return `Si comparten ${shared}, elija “${keep}”.`;
  },
  notUndone: 'No se ha deshecho.',
  notUndoneBecause: (what: string) => `No se ha deshecho. ${what}.`,
  byYou: (time: string) => `por usted, ${time}`,
  onlyThere: (crm: string) => `solo se puede deshacer en ${crm}`,
  undo: 'Deshacer',
  movedFrom: (names: string[]) => `Movido desde ${listOf(names)}`,
  keptWith: (names: string[]) => `Mantenido en ambos, con ${listOf(names)}`,
  assignedTo: (name: string) => `Asignado a ${name}`,
};
