import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { crmFirst, inCrm } from '../grammar/nouns.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'Telefonnummern',
  email: 'E-Mail-Adressen',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp-IDs',
  username: 'Benutzernamen',
  other: 'andere Kennungen',
};

const doings: Record<Parameters<typeof crmTestEnglish.cannot>[0][number], string> = {
  create: 'Kontakte anlegen',
  update: 'Felder ändern',
  search: 'nach Namen suchen',
  link: 'eine Nummer oder Adresse zu einem Kontakt hinzufügen',
  move: 'eine von Kontakt zu Kontakt verschieben',
  unlink: 'eine von einem Kontakt entfernen',
};

/** The test of a CRM, and what to know of it, in German. */
export const crmTestGerman: typeof crmTestEnglish = {
  lookup: 'Was eine Suche anfragt',
  title: 'Test',
  test: 'Testen',
  testing: 'Wird getestet',
  again: 'Erneut testen',
  before: 'vor Ihrer Änderung getestet',
  justNow: 'gerade eben getestet',
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number) =>
    `${numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(count)} s`,
  notTried: 'nicht versucht',
  notKnown: 'nicht bekannt',
  never: 'nie',
  rest: ['Kontakte', 'Felder und Kampagnen', 'Telefonsuche', 'Anlegen'],
  signingIn: 'Anmeldung',
  answers: 'Die Adresse antwortet',
  answersSlowly: 'Die Adresse antwortet langsam',
  slowMeans: 'So lange wartet ein Agent auf einen Kontakt, der hier noch nicht gespeichert ist.',
  signedInAs: (agent: string) => `Angemeldet als ${agent}`,
  contactsRead: 'Kontakte können gelesen werden',
  contactsUnread: 'Kontakte können nicht gelesen werden',
  fieldsRead: (workspace: string) => `Felder und Kampagnen von ${workspace} wurden gelesen`,
  fieldsUnread: 'Felder und Kampagnen können nicht gelesen werden',
  campaigns: (count: number) => `${amount(count)} ${plural(count, { one: 'Kampagne', other: 'Kampagnen' })}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Telefonsuche',
  noNumber: 'Keiner der gelesenen Kontakte hat eine Telefonnummer, um sie auszuprobieren.',
  phoneSearchFails: 'Die Telefonsuche schlägt fehl',
  isFound: (who: string, number: string) => `${who} wird unter ${number} gefunden`,
  isNotFound: (who: string, number: string) => `${who} wird unter ${number} nicht gefunden`,
  notFoundMeans:
    'Die Nummer steht im CRM, doch die Suche danach findet ihren Kontakt nicht. Prüfen Sie das Land der nationalen Nummern; ein CRM, das spät indiziert, braucht vielleicht eine Minute.',
  withOthers: (count: number) =>
    `Mit ${amount(count)} ${plural(count, { one: 'weiterem, der', other: 'weiteren, die' })} diese Nummer ${plural(count, { one: 'hat', other: 'haben' })}: Agenten werden gebeten zu wählen.`,
  leftOut: (contacts: number, parts: number) => {
    const whole = `${amount(contacts)} ${plural(contacts, { one: 'Kontakt', other: 'Kontakte' })}`;
    const some = `${amount(parts)} ${plural(parts, { one: 'Teil eines Kontakts oder Felds', other: 'Teile von Kontakten oder Feldern' })}`;
    const left = [...(contacts > 0 ? [whole] : []), ...(parts > 0 ? [some] : [])];
    return `Nicht alles ist lesbar: ${listOf(left, 'conjunction')} ausgelassen`;
  },
  leftOutMeans:
    'Der Rest wird verwendet. Was ausgelassen wurde, sagt die Diagnose, sobald Agenten damit gearbeitet haben.',
  creating: 'Kontakte anlegen',
  creatingUnknown:
    'Dieses CRM sagt nicht, wer das darf. Bekannt wird es erst, wenn der erste Kontakt angelegt ist.',
  createsNone: (crm: string) => `${crmFirst(crm)} legt über Ringside keine Kontakte an`,
  canCreate: 'Kontakte können angelegt werden',
  cannotCreate: 'Kontakte können nicht angelegt werden',
  giveRight: (crm: string) =>
    `Geben Sie diesem Benutzer das Recht, ${inCrm(crm)} Kontakte anzulegen, und testen Sie erneut. Lesen geht auch ohne.`,
  headlines: {
    noFields: 'Kontakte sind lesbar, die Felder nicht',
    notByPhone: 'Kontakte sind lesbar, werden aber nicht nach Telefonnummer gefunden',
    noCreating: 'Lesen geht, Anlegen nicht',
    slow: 'Alles geht, aber langsam',
    notAll: 'Alles geht, doch nicht alle Kontakte sind ganz lesbar',
    all: 'Alles geht',
  },
  tried: {
    'running-product': 'Am laufenden Produkt erprobt',
    'recorded-exchanges': 'An Aufzeichnungen des laufenden Produkts erprobt',
    'published-contract': 'Nach der veröffentlichten Schnittstelle gebaut, nicht am Dienst erprobt',
    'documents-only': 'Nach den Dokumenten gebaut, nicht am Dienst erprobt',
  },
  cannot: (what) =>
    `Kann nicht: ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds) =>
    `Kann nicht speichern: ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) =>
    `Legen Sie im CRM ein Textfeld dafür an und nennen Sie es oben unter „${field}“.`,
  byHand: 'Wer mit einer solchen kommt, wird jedes Mal von Hand gewählt.',
  unguarded: 'Bemerkt nicht, wenn zwei Personen einen Kontakt ändern',
  laterHolds: 'Die spätere Änderung gilt.',
  almostGuarded: 'Zwei Personen, die einen Kontakt in derselben Sekunde ändern',
  numbersAreKept:
    'Bei einem Feld gilt die spätere Änderung. Eine Nummer, die eine Person über die der anderen schrieb, wird eine Sekunde später bemerkt und zurückgesetzt oder gemeldet.',
  searchesInAddress: 'Nimmt Suchen in der Adresse entgegen',
  inLogs:
    'Sein eigenes Zugriffsprotokoll und das eines Proxys davor können die gesuchten Nummern und Namen enthalten.',
};
