import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { sharedGerman } from './shared.ts';

const plural = pluralOf('de');
const startLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The definition of a CRM and the try of it, in German. */
export const definitionGerman: typeof definitionEnglish = {
  title: 'Die Definition',
  usable: (name: string) => `${name}: kann verwendet werden`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => sharedGerman.identifiers.labels[kind]).join(', ');
    const can = [
      kinds.length > 0 && `findet nach ${names}`,
      searches && 'sucht',
      creates && 'legt an',
      edits && 'bearbeitet',
      links && 'ordnet zu',
      `${numberFormat().format(fields)} ${plural(fields, { one: 'Feld', other: 'Felder' })}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Mit einem Beispiel beginnen',
  startFrom: 'Beginnen mit…',
  openFile: 'Definition aus einer Datei öffnen',
  askReplace: (name: string) => `Definition durch ${name} ersetzen?`,
  replaceMeans: 'Was jetzt im Editor steht, ist nirgends sonst gesichert, bis Sie es speichern.',
  bodySent: 'Inhalt der Anfrage',
  reply: 'Antwort',
  fine: 'OK',
  refused: 'abgelehnt',
  noContent: 'kein Inhalt',
  milliseconds: (count: number) => `${count} ms`,
  noReply: 'Keine Antwort.',
  noReplyYet: 'Noch keine Antwort…',
  errors: {
    'bad-reply': {
      text: 'Die Antwort ist nicht, was die Definition sagt',
      advice:
        'Vergleichen Sie die Antwort mit den Pfaden der Definition: die Liste, der Datensatz und seine ID.',
    },
    'not-found': {
      text: 'Das CRM hat nichts unter diesem Pfad',
      advice:
        'Vergleichen Sie den Pfad mit der Dokumentation der API. Wo sie 404 sagt, wenn niemand gefunden wird, ist noneIs404 true.',
    },
    invalid: {
      text: 'Das CRM nimmt die Anfrage nicht an',
      advice:
        'Was es dagegen hat, steht in der Antwort. Vergleichen Sie Parameter und Inhalt mit der Dokumentation der API.',
    },
    'not-supported': {
      text: 'Die Definition sagt nicht, wie',
      advice: 'Es steht keine Suche darin.',
    },
    'too-many': {
      text: 'Es kommen mehr Kontakte infrage, als angesehen wurden',
      advice:
        'Sagen Sie, wie die Liste weitergeht (pages), oder fragen Sie nach weniger: einem längeren Stück der Nummer, oder mit einem Filter, den das CRM beachtet.',
    },
  },
  signedInAs: (name: string, id: string) => `Angemeldet als ${name} (${id})`,
  nobody: 'Niemand',
  nobodyMeans:
    'Kein Datensatz der Antwort enthält es. Steht es in einem Feld, das die Definition nicht nennt, oder ist der Pfad zur Liste falsch?',
  name: 'Name',
  contactId: 'ContactID',
  changed: 'Geändert',
  tryIt: 'Ausprobieren',
  lead: 'Fragt das CRM, wie es eine Interaktion täte, und zeigt, was dabei hin- und herging. Dort wird nichts geändert, und nichts davon wird aufbewahrt.',
  lookFor: 'Suchen nach',
  byWhat: 'Wonach',
  kinds: {
    phone: { label: 'Telefonnummer', placeholder: '+44 20 7946 0123' },
    email: { label: 'E-Mail-Adresse', placeholder: 'name@example.com' },
    id: { label: 'ContactID', placeholder: 'Wie das CRM sie zählt' },
    text: { label: 'Textsuche', placeholder: 'Teil eines Namens' },
    who: { label: 'Wer angemeldet ist', placeholder: '' },
  },
  unfit: {
    phone: 'Das ist keine Telefonnummer. Weniger als sieben Ziffern sind eine Durchwahl.',
    email: 'Geben Sie eine E-Mail-Adresse ein.',
  },
  trying: 'Wird ausprobiert',
  try: 'Ausprobieren',
  sentAndAnswered: 'Gesendet und geantwortet',
  nothingSent: 'Es wurde nichts gesendet.',
  made: 'Was Ringside daraus macht',
  waiting: 'Warten auf das CRM…',
};
