import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { fileGerman } from './options-files.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

/** The frame of the options page, and what all its sections say, in German. */
export const pageGerman: typeof pageEnglish = {
  title: 'Ringside-Einstellungen',
  version: 'Version',
  documents: 'Dokumente',
  options: 'Einstellungen',
  save: 'Speichern',
  saved: 'Gespeichert',
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  replace: 'Ersetzen',
  allow: 'Erlauben',
  tryAgain: 'Erneut versuchen',
  discard: 'Änderungen verwerfen',
  discarded: 'Ihre Änderungen wurden verworfen.',
  askRemove: (name: string) => `${name} entfernen?`,
  removeOf: (name: string) => `${name} entfernen`,
  removed: (name: string) => `${name} wurde entfernt.`,
  nothingChanged: 'Es wurde nichts geändert',
  someUnsaved: 'Einige Änderungen sind noch nicht gespeichert.',
  unreadable: 'Die Einstellungen können nicht gelesen werden. Laden Sie diese Seite neu.',
  notSaved:
    'Nicht gespeichert: Der Browser wollte es nicht ablegen. Ihre Eingabe ist noch da; versuchen Sie es erneut.',
  settingsProblems: {
    newer: (version: number) =>
      `Diese Einstellungen stammen von einem neueren Ringside (Version ${version} der Einstellungen). Sie sind hier zu sehen, aber nicht zu ändern.`,
    damaged: (paths: string[]) =>
      `Die gespeicherten Einstellungen konnten nicht gelesen werden (${paths.map((path) => path || fileGerman.allOfIt).join(', ')}). Ringside arbeitet mit seinen Vorgaben; die beschädigten Einstellungen bleiben aufbewahrt.`,
  },
  sections: {
    hosts: 'Arbeitsseiten',
    rules: 'Regeln',
    diagnostics: 'Diagnose',
    crms: 'CRMs',
    fields: 'Felder und Abschnitte',
    view: 'Ansicht',
    'saved-copies': 'Gespeicherte Kopien',
    transfer: 'Import, Export',
  },
  steps: {
    list: 'Schritte bis zum ersten Anruf',
    crm: 'CRM verbinden',
    host: 'Softphone oder Posteingang verbinden',
    call: 'Anruf annehmen: Wer als Nächstes anruft, erscheint in der Seitenleiste',
    done: ' (erledigt)',
  },
  view: {
    title: 'Ansicht',
    lead: 'Was sich öffnet, wenn ein Anruf oder Chat eintrifft, und wie es aussieht.',
    opensWith: 'Öffnet sich als',
    views: { auto: 'Je nach Posteingang', reduced: 'Kurzansicht', full: 'Vollansicht' },
    autoHint:
      'Die Vollansicht neben einem ganzen Posteingang, sonst die Kurzansicht. Wozu ein Agent gewechselt hat, wird für diese Arbeitsseite und diesen Posteingang gemerkt.',
    sameHint:
      'Immer dasselbe, wie auch immer der Posteingang genutzt wird. Der Agent kann trotzdem wechseln.',
    remembered: 'Gemerkt',
    choices: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'Wahl des Agenten', other: 'Wahlen des Agenten' })}`,
    forget: 'Vergessen',
    forgotten: 'Die gemerkten Wahlen sind vergessen.',
    arrival: 'Ein Eintreffen zeigt',
    surfaces: { card: 'Karte auf der Seite', notification: 'Benachrichtigung', badge: 'Nur das Abzeichen' },
    arrivalHint:
      'Nur solange neben der Seite keine Seitenleiste offen ist. Wo eine Seite die Karte nicht erlaubt, kommt stattdessen eine Benachrichtigung.',
    names: 'Benachrichtigungen nennen die Person',
    namesHint: 'Sonst nennen sie nur Kanal und Kampagne: Andere sehen vielleicht diesen Bildschirm.',
    discreet: 'Keine Namen und Nummern ansagen',
    discreetHint: 'Ein Screenreader erfährt, dass ein Kontakt gefunden wurde, nicht wer es ist.',
    singleKeys: 'Einzelne Tasten in der Ansicht',
    singleKeysHint:
      'Etwa N für „Nicht diese Person“. Schalten Sie sie aus, wo Sprache oder ein Versehen sie auslöst.',
    browserKeys: 'Tasten im ganzen Browser',
    browserKeysHint: 'Seitenleiste öffnen, von einer Interaktion zur nächsten, suchen.',
    changeKeys: 'Tasten ändern',
    language: 'Sprache',
    languageAuto: 'Wie die Arbeitsseite, sonst wie der Browser',
    theme: 'Farben',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  },
  address: {
    none: 'Geben Sie zuerst eine Adresse ein oder fügen Sie sie ein.',
    'not-an-address': 'Das ist keine Adresse. Fügen Sie ein, was der Browser in seiner Adressleiste anzeigt.',
    'not-web': 'Ringside arbeitet nur mit Webseiten, nicht mit Seiten des Browsers selbst oder mit Dateien.',
    insecure:
      'Diese Adresse ist nicht verschlüsselt (http): Unterwegs könnte jeder mitlesen und ändern. Verwenden Sie https; http geht nur auf diesem Computer (localhost).',
    'user-info': 'Lassen Sie Name und Passwort aus der Adresse weg.',
    closed: 'Der Browser lässt keine Erweiterung in diese Seite.',
    many: 'Das steht für viele Websites. Geben Sie die Adresse einer einzigen ein: Ringside fragt nie nach einer ganzen Domain.',
    blanks:
      'Eine Adresse enthält keine Leerzeichen. Fügen Sie ein, was der Browser in seiner Adressleiste anzeigt.',
    word: 'Das ist ein einzelnes Wort und keine Adresse. Fügen Sie die ganze Adresse ein, die der Browser anzeigt, mit https://.',
  },
};
