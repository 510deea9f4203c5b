import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { apart, contactsGenitive, counted, thisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

/** Whose a ClientID is to be, in Arabic. */
export const assignArabic: ViewWords['assign'] = {
  title: 'إسناد معرّف العميل',
  question: <Part>(identifier: Part): Sentence<Part> => ['إسناد ', identifier, '؟'],
  undone: 'تم التراجع',
  isBack: <Part>(identifier: Part): Sentence<Part> => ['عاد ', identifier, ' إلى مكانه السابق'],
  cannot: <Part>(identifier: Part, why: string): Sentence<Part> => ['لا يمكن إسناد ', identifier, `. ${why}`],
  nowWith: 'حاليًا لدى',
  nowWithSeveral: (count: number) =>
    `حاليًا لدى ${counted(count, amount(count), plural(count, contactsGenitive))}، أولاها`,
  assignTo: 'إسناد إلى',
  nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
    'ليس لدى ',
    name,
    ` ${thisIdentifier(kind)} بعد، ولا لدى أي جهة اتصال أخرى في ${apart(crm)}.`,
  ],
  move: 'نقل',
  keep: 'إبقاء لدى الجهتين',
  assign: 'إسناد',
  notNow: 'ليس الآن',
  keepHint: (kind: IdentifierKind) => `يُبقى لدى الجهتين إذا كان ${sharedThing(kind)} مشتركًا بينهما.`,
  notUndone: 'لم يتم التراجع.',
  notUndoneBecause: (what: string) => `لم يتم التراجع. ${what}.`,
  byYou: (time: string) => `بواسطتك، ${time}`,
  onlyThere: (crm: string) => `لا يمكن التراجع إلا في ${apart(crm)} نفسه`,
  undo: 'تراجع',
  movedFrom: (names: string[]) => `نُقل من ${listOf(names.map(apart))}`,
  keptWith: (names: string[]) => `أُبقي لدى الجهتين، مع ${listOf(names.map(apart))}`,
  assignedTo: (name: string) => `أُسند إلى ${apart(name)}`,
};

function sharedThing(kind: IdentifierKind): string {
  if (kind === 'phone') return 'هذا الهاتف';
  return kind === 'email' ? 'هذا العنوان' : thisIdentifier(kind);
}
