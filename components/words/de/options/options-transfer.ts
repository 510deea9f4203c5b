import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';

const amount = (count: number): string => numberFormat().format(count);

const allOf = (names: string[]): string => (names.length === 0 ? 'keines' : listOf(names));

/** Saved copies, and settings as a file, in German. */
export const transferGerman: typeof transferEnglish = {
  copies: {
    title: 'Gespeicherte Kopien',
    lead: 'Ringside bewahrt gelesene Kontakte verschlüsselt als Kopien auf, damit sie sofort erscheinen, auch wenn das CRM nicht antwortet. Nach dem Abmelden oder dem Schließen des Browsers sind sie nicht mehr lesbar.',
    freshMinutes: 'Frisch, in Minuten',
    freshMinutesHint:
      'So lange wird eine Kopie gezeigt, ohne das CRM erneut zu fragen. Bei 0 wird jedes Mal gefragt.',
    staleHours: 'Aufbewahrt, in Stunden',
    staleHoursHint:
      'So lange wird eine Kopie sofort gezeigt, mit ihrem Alter, während das CRM gefragt wird. Danach wird sie gelöscht.',
    missSeconds: 'Nicht gefunden, in Sekunden',
    missSecondsHint: 'Wie lange Ringside sich merkt, dass das CRM niemanden mit einer Nummer kennt.',
    deleteNow: 'Gespeicherte Kopien jetzt löschen',
    askDelete: 'Gespeicherte Kopien löschen?',
    delete: 'Löschen',
    deleteMeans:
      'Im CRM ändert sich nichts. Kontakte werden wieder daraus gelesen, wenn sie gebraucht werden.',
    deleted: 'Die gespeicherten Kopien sind gelöscht.',
    notDeleted:
      'Die gespeicherten Kopien konnten nicht gelöscht werden. Schließen Sie den Browser: Dann sind sie nicht mehr lesbar.',
    numberUpTo: (most: number) => `Eine Zahl von 0 bis ${most}.`,
  },
  title: 'Import, Export',
  lead: 'Nehmen Sie die Einstellungen als Datei in andere Browser mit. Die Schlüssel der CRMs stehen nie darin.',
  export: 'Exportieren',
  exportHolds: 'Arbeitsseiten, CRM-Adressen, Ansicht und gespeicherte Kopien, als JSON',
  exported: (file: string) => `${file} wurde dem Browser übergeben.`,
  import: 'Importieren',
  shownFirst: 'Was sich ändern würde, wird zuerst gezeigt',
  wrongFile: 'Was an der Datei falsch ist',
  nothingChanged: 'es wurde nichts geändert',
  read: (file: string) => `${file} wurde gelesen. Noch ist nichts geändert.`,
  unreadable: (file: string) => `${file} kann nicht importiert werden.`,
  imported: 'Die Einstellungen wurden importiert.',
  importedInPart:
    'Die Einstellungen wurden importiert. Einige Arbeitsseiten oder CRMs müssen noch erlaubt werden: siehe dort.',
  notImported: 'Es wurde nichts importiert.',
  wouldChange: 'Was sich ändern würde',
  nothingWould: 'Es würde sich nichts ändern',
  thisWould: 'Das würde sich ändern',
  replaceMine: 'Meine Einstellungen ersetzen',
  lines: {
    hosts: 'Arbeitsseiten',
    fresh: (count: number) => `${amount(count)} neu`,
    changed: (count: number) => `${amount(count)} geändert`,
    removed: (count: number) => `${amount(count)} entfernt`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `jetzt ${amount(now)}, dann ${amount(then)}: ${changes.join(', ')}`,
    header: 'ContactID-Header',
    trusted: (origins: string[]) => `ihm wird vertraut bei ${listOf(origins)}`,
    crm: 'CRMs',
    stay: '„Angemeldet bleiben“ ändert sich',
    crmsChange: 'ihre Reihenfolge, Namen, Arbeitsseiten oder Felder ändern sich',
    crmThen: (now: string[], then: string[]) => `jetzt ${allOf(now)}, dann ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `jetzt ${allOf(now)}, dann ${allOf(then)}; danach anmelden bei ${listOf(signIns)}`,
    rules: 'Regeln',
    rulesThen: (now: number, then: number) => `jetzt ${amount(now)} eigene, dann ${amount(then)}`,
    view: 'Ansicht',
    changes: 'ändert sich',
    copies: 'Gespeicherte Kopien',
    livesChange: 'ihre Fristen ändern sich',
  },
};
