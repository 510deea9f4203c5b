import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

/** What the editor of host rules says, and a trial of them on an open tab, in German. */
export const rulesGerman: typeof rulesEnglish = {
  startFrom: 'Beginnen mit…',
  startFromLabel: 'Mit einer Vorlage oder Datei beginnen',
  templates: 'Vorlagen',
  shipped: 'Mitgeliefert',
  own: 'Ihre eigenen',
  template: {
    phone: 'Ein Telefon: ein Kasten je Anruf',
    inbox: 'Ein Posteingang: Chats, von denen einer offen ist',
    mails: 'Ein Webmailer: eine Liste und der Frame, der eine E-Mail öffnet',
    messages: 'Fensternachrichten',
    socket: 'JSON über WebSocket',
  },
  askReplace: (name: string) => `${name} an die Stelle Ihres Textes setzen?`,
  replaceMeans: 'Was im Editor steht, wurde den Regeln nicht hinzugefügt und wäre weg.',
  usable: (name: string) => `${name} kann verwendet werden.`,
  counts: (rules: number) => `${amount(rules)} ${plural(rules, { one: 'Regel', other: 'Regeln' })}`,
  line: (line: number) => `Zeile ${amount(line)}`,
  goToLine: (line: number) => `Zu Zeile ${amount(line)}`,
  tryIt: 'Am offenen Tab ausprobieren',
  lead: 'Zeigt, was jeder Selektor in einer offenen Seite findet, während sie sich ändert. Was auf der Seite steht, sehen nur Sie, und es wird nirgends aufbewahrt; nichts wird nachgeschlagen. Mit der Seite neben dieser sehen Sie beide.',
  beside: 'Neben der Seite öffnen',
  address: 'Adresse der Seite',
  addressHint: 'Der Browser fragt, ob Ringside sie lesen darf; wenn Sie aufhören, wird das zurückgegeben.',
  try: 'Ausprobieren',
  stop: 'Aufhören',
  whichTab: 'Welcher Tab',
  untitled: (id: number) => `Tab ${id}`,
  notYet: 'Es gibt nichts auszuprobieren, bis die Regeln oben verwendet werden können.',
  noneOfPages:
    'Keine dieser Regeln liest, was auf einer Seite steht. Die für Nachrichten und Sockets werden mit der Seite selbst erprobt: Verbinden Sie sie und sehen Sie unter Diagnose nach.',
  refused: (origin: string) => `Der Browser durfte Ringside ${origin} nicht lesen lassen.`,
  noTab: (origin: string) =>
    `Kein Tab ist unter ${origin} offen. Öffnen Sie die Seite und versuchen Sie es erneut.`,
  notEntered:
    'Der Browser lässt kein Skript in diesen Tab. Laden Sie ihn neu, oder versuchen Sie es mit einer anderen Seite.',
  loading: 'Warten auf die Seite…',
  page: 'Die Seite selbst',
  frame: 'Ein Frame der Seite',
  reading: {
    reads: 'kann diese Seite lesen',
    unseen: 'findet Zeilen, keine davon sichtbar',
    'cannot-read': 'keine Version passt zu dieser Seite',
    elsewhere: 'ist für einen anderen Ort',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, Version vom ${version}`,
  columns: { path: 'Wo', selector: 'Selektor', found: 'Gefunden', seen: 'Sichtbar', texts: 'Sagt' },
  selectorsOf: (rule: string) => `Selektoren von ${rule}`,
  interactionsOf: (rule: string) => `Interaktionen von ${rule}`,
  interactions: (count: number) =>
    count === 0
      ? 'Keine Interaktion'
      : `${amount(count)} ${plural(count, { one: 'Interaktion', other: 'Interaktionen' })}`,
  unknownSelector: 'Der Browser kennt diesen Selektor nicht',
  looked: 'der Agent sieht sie an',
  beginsNothing: 'beginnt von sich aus nichts',
};
