import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignGerman } from './assign.ts';
import { errorGerman, limitGerman, problemGerman } from './errors.ts';
import { fieldGerman } from './fields.ts';
import { foundGerman } from './found.ts';
import { crmFirst, identifierNoun, inCrm, ofThisChannel, thisChannel } from './grammar/nouns.ts';
import { sharedGerman } from './shared.ts';
import { stepsGerman } from './steps.ts';
import { writeGerman } from './writes.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

/** What the contact view says, in German. */
const viewGerman: ViewWords = {
  errors: errorGerman,
  problems: problemGerman,
  limits: limitGerman,
  interactions: 'Interaktionen',
  needsAttention: 'Braucht Aufmerksamkeit',
  save: 'Speichern',
  cancel: 'Abbrechen',
  saving: 'Wird gespeichert',
  saved: 'Gespeichert',
  allSaved: 'Alles gespeichert',
  notSaved: 'Nicht gespeichert',
  notSavedBecause: (what: string) => `Nicht gespeichert. ${what}.`,
  notSavedYet: 'Nicht gespeichert.',
  notSavedSo: (what: string, next: string) => `Nicht gespeichert. ${what}. ${next}`,
  ...writeGerman,
  waiting: {
    count: (count: number) => `${amount(count)} ${plural(count, { one: 'wartet', other: 'warten' })}`,
    title: 'Wartet auf das Speichern',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, ': ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', für ', whose],
    since: <Part>(time: Part): Sentence<Part> => ['Seit ', time],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => ['Seit ', time, ', wartet auf ', crm],
    sendNow: 'Jetzt senden',
    chip: 'wartet',
    bySelf: (crm: string) => `Wartet. Es wird von selbst gesendet, sobald ${crm} antwortet.`,
  },
  tryAgain: 'Erneut versuchen',
  tryNow: 'Jetzt versuchen',
  giveUp: 'Aufgeben',
  back: 'Zurück',
  signIn: 'Anmelden',
  options: 'Einstellungen',
  newContact: 'Neuer Kontakt',
  search: 'Kontakte suchen',
  searchCopies: 'Gespeicherte Kopien durchsuchen',
  notThisPerson: 'Nicht diese Person',
  fullView: 'Vollansicht',
  reducedView: 'Kurzansicht',
  assign: assignGerman,
  now: {
    last: 'Letzter Kontakt',
    unknown: 'Letzter Kontakt unbekannt',
    notTold: (crm: string) => `${crmFirst(crm)} sagt nicht, wann Sie zuletzt gesprochen haben`,
    nothing: (crm: string) =>
      `${crm === sharedGerman.theCrm ? 'Im CRM' : `In ${crm}`} ist nichts verzeichnet`,
    recorded: (crm: string) => `${inCrm(crm)} verzeichnet`,
  },
  openIn: (crm: string) => `${inCrm(crm) === 'im CRM' ? 'Im CRM' : `In ${crm}`} öffnen`,
  openRecord: 'Datensatz im CRM öffnen',
  copied: (label: string) => `${label} kopiert`,
  notCopied: 'Nicht kopiert. Markieren und kopieren Sie es von Hand.',
  browsed: { copy: 'Gespeicherte Kopie', opened: 'Von Ihnen geöffnet', reading: 'wird gelesen' },
  candidates: {
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Nummer von ',
      name,
      ` · ${amount(people)} ${plural(people, { one: 'Person', other: 'Personen' })}`,
    ],
    list: 'Passende Kontakte',
    none: 'Niemand davon?',
    more: (count: number) => `Nur ${amount(count)} davon werden gezeigt. Suchen Sie die übrigen nach Namen.`,
    search: 'Suchen',
    noCompany: 'keine Firma',
    fact: (label: string, value: string) => `${label} ${value}`,
  },
  host: {
    wasOpen: (name: string) => `${name} war schon vor Ringside offen`,
    reload:
      'Laden Sie die Seite neu, damit ihre Anrufe gesehen werden. Nicht während eines Gesprächs: Es würde beendet',
    reloadNow: 'Neu laden',
    cannotRead: (name: string) => `Ringside kann ${name} nicht lesen`,
    signInThere:
      'Melden Sie sich dort an, oder laden Sie die Seite neu. Bleibt es dabei, sagen Sie es Ihrer Administration: Anrufe könnten unbemerkt bleiben',
  },
  idle: {
    recent: 'Letzte Kontakte',
    nobody: 'Noch niemand. Mit wem Sie sprechen, erscheint hier.',
    testCall: 'Testanruf annehmen',
  },
  body: {
    notLookedUpYet: 'Noch nicht nachgeschlagen',
    noCopy: 'Keine gespeicherte Kopie',
    choose: 'wählen Sie, wer es ist',
    nothingToLookFor: 'Es gibt keine Nummer zum Suchen oder Zuordnen',
    hostHasNotSaid: (channel: Channel) =>
      `Die Arbeitsseite hat nicht gesagt, von wem ${thisChannel(channel)} ist`,
    rejected: 'Nicht diese Person, wie Sie sagten',
    nobodyByIt: 'Danach lässt sich niemand finden',
    again: 'Noch einmal',
    searchFor: <Part>(name: Part): Sentence<Part> => ['„', name, '“ suchen'],
    madeThere: (crm: string) => `Neue Kontakte werden ${inCrm(crm)} selbst angelegt.`,
    mayNotCreate: (crm: string) =>
      `Sie dürfen ${inCrm(crm)} keine Kontakte anlegen. Bitten Sie Ihre Administration um die Berechtigung.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `nach ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `nach ${sought(by)}, ${seconds} s`,
  },
  late: {
    pageGone: (channel: Channel) => `Die Seite ${ofThisChannel(channel)} ist weg`,
    finishedIn: <Part>(time: Part): Sentence<Part> => [
      'Beendet in ',
      time,
      ', wenn die Seite nicht wiederkommt',
    ],
    since: <Part>(time: Part): Sentence<Part> => ['Seit ', time, '; was hier steht, kann älter sein'],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Neuer Versuch in ', time],
    trying: 'Neuer Versuch',
    notSignedIn: (crm: string) => `Nicht angemeldet: ${crm}`,
    notAskedThere: 'Dort wird niemand nachgeschlagen',
    stillLooking: (crm: string) => `${crmFirst(crm)} hat noch nicht geantwortet`,
    othersShown: 'Die übrigen Antworten werden gezeigt',
  },
  menu: {
    more: 'Mehr',
    letGo: 'Diese Interaktion loslassen',
    keep: 'Diese Interaktion vorn behalten',
    remove: 'Aus der Liste entfernen',
    showIn: (crm: string) => `Datensatz ${inCrm(crm)} anzeigen`,
    keys: 'Tasten',
    oneTo: '1 bis 9',
    escape: 'Esc',
    choose: 'Einen passenden Kontakt wählen',
    searchCaller: 'Nach dem Namen des Anrufers suchen',
    next: 'Nächste oder vorige Interaktion',
    pin: 'Diese Interaktion vorn behalten oder loslassen',
    show: 'Diese Liste zeigen',
    singleKeys: 'Einzelne Tasten wirken',
    copyKey: 'Strg+C',
    copy: 'Den Wert im Fokus kopieren',
    back: 'Zurück, oder schließen, was offen ist',
  },
  commands: {
    'open-panel': 'Seitenleiste öffnen',
    'next-interaction': 'Nächste Interaktion',
    'previous-interaction': 'Vorige Interaktion',
    'search-contacts': 'Kontakte suchen',
    'not-this-person': 'Nicht diese Person',
  },
  rail: {
    moreInteractions: ' weitere Interaktionen',
    fresh: (count: number) => `${amount(count)} neu`,
    more: 'mehr',
    noHost: 'Noch keine Arbeitsseite verbunden',
    nothingLive: 'Keine laufende Interaktion',
    connected: (names: string[]) => `${listOf(names)} verbunden`,
    withheld: 'Unterdrückt',
    noNumber: 'Keine Nummer',
    pinned: 'angeheftet',
    rings: (who: string, state: string) => `${who}: ${state}`,
    ringsFor: (who: string, state: string, campaign: string) => `${who}: ${state}, ${campaign}`,
  },
  found: foundGerman,
  signedOut: {
    lossless: 'Nichts ist verloren. Melden Sie sich wieder an, um fortzufahren.',
    losslessAs: (agent: string) =>
      `Nichts ist verloren. Melden Sie sich wieder als ${agent} an, um fortzufahren.`,
    noCrm: 'Noch kein CRM verbunden',
    soNobody: 'Deshalb kann niemand nachgeschlagen werden',
    connect: 'Verbinden',
    never: 'Nicht angemeldet',
    since: (time: string) => `Abgemeldet um ${time}`,
    nobody: 'niemand wird nachgeschlagen',
    refused: 'der Schlüssel wurde abgelehnt',
    deleted: 'gespeicherte Kopien gelöscht',
  },
  steps: stepsGerman,
  fields: fieldGerman,
};

export { viewGerman as words };

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'Kennung';
  return by === 'phone' || by === 'email'
    ? sharedGerman.identifiers.labels[by]
    : by === 'username'
      ? 'Benutzernamen'
      : identifierNoun(by);
}
