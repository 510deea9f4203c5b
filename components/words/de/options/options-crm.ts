import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { crmFirst, inCrm, theCrm } from '../grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);
const otherVersion = {
  text: 'Das CRM nimmt die Frage nicht an',
  advice: 'Seine Version passt vielleicht nicht zu diesem Ringside. Aktualisieren Sie das ältere von beiden.',
};

/** Connecting a CRM, in German. */
export const crmGerman: typeof crmEnglish = {
  titleFirst: 'CRM verbinden',
  title: 'CRM',
  titleSeveral: 'CRMs',
  lead: 'Der Schlüssel bleibt in diesem Browser. Er wird an die Adresse unten gesendet und nirgendwohin sonst.',
  leadSeveral:
    'Die Schlüssel bleiben in diesem Browser. Jeder wird nur an sein eigenes CRM gesendet und nirgendwohin sonst.',
  theCrm,
  connectedCrms: 'Verbundene CRMs',
  order:
    'Wer zuerst jemanden kennt, wird zuerst gezeigt. Eine ContactID, die eine Arbeitsseite sendet, wird im ersten CRM gesucht, das für diese Seite gilt.',
  moveUp: (crm: string) => `${crm} nach oben`,
  moveDown: (crm: string) => `${crm} nach unten`,
  movedTo: (crm: string, place: number, of: number) =>
    `${crm} steht jetzt an Stelle ${amount(place)} von ${amount(of)}.`,
  edit: 'Bearbeiten',
  editOf: (crm: string) => `${crm} bearbeiten`,
  close: 'Schließen',
  addAnother: 'Weiteres CRM hinzufügen',
  name: 'Name',
  nameHint: 'Was Agenten statt des Namens des CRM lesen',
  onlyHosts: 'Nur für diese Arbeitsseiten',
  forAllHosts: 'Keine ist angekreuzt: Es wird für jede Arbeitsseite gefragt.',
  forTheseHosts: 'Es wird für Anrufe und Chats der angekreuzten Arbeitsseiten gefragt, für keine anderen.',
  notConnected: '(nicht verbunden)',
  onlyFor: (hosts: string[]) => `nur für ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Kommt mit Ringside',
  yours: 'Ihr eigenes',
  keyKept: 'Gespeichert. Lassen Sie dies leer, um dabei zu bleiben.',
  stay: 'Angemeldet bleiben',
  staySignIn:
    'Behält die Anmeldung auf diesem Computer, auch wenn der Browser geschlossen wird. Sonst ist sie nur im Arbeitsspeicher und muss wiederholt werden.',
  stayKey:
    'Behält den Schlüssel auf diesem Computer, auch wenn der Browser geschlossen wird. Sonst ist er nur im Arbeitsspeicher und muss erneut eingegeben werden.',
  redirect: 'Weiterleitungsadresse',
  copyThere: 'Das Kopieren wurde nicht erlaubt. Markieren und kopieren Sie die Adresse.',
  registerIt: (crm: string) => `Tragen Sie sie ${inCrm(crm)} zusammen mit der Client-ID ein.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  signInWith: (crm: string) => `Mit ${crm} anmelden`,
  signInAgainWith: (crm: string) => `Erneut mit ${crm} anmelden`,
  signIn: {
    none: 'Öffnet die eigene Seite des CRM. Ringside sieht das Passwort nie.',
    kept: 'Angemeldet.',
    new: 'Angemeldet. Speichern Sie, um es zu behalten.',
  },
  signedIn: 'Angemeldet',
  signedOutSignIn: 'Abgemeldet. Melden Sie sich an und speichern Sie.',
  signedOutKey: 'Abgemeldet. Geben Sie den Schlüssel ein und speichern Sie.',
  unreachable: 'Der Browser lässt Ringside diese Adresse nicht erreichen',
  mayReach: (crm: string) => `Ringside darf ${crm} erreichen.`,
  mayNotReach: (crm: string) => `Der Browser durfte ${crm} nicht erreichen.`,
  notAllowed: 'Der Browser durfte diese Adresse nicht erreichen. Es wurde nichts gespeichert oder gesendet.',
  arrange: 'Felder anordnen',
  signOut: 'Abmelden',
  signOutOf: (crm: string) => `Abmelden: ${crm}`,
  signInShort: 'Anmelden',
  signInTo: (crm: string) => `Anmelden: ${crm}`,
  arrangeOf: (crm: string) => `Felder anordnen: ${crm}`,
  allowOne: (crm: string) => `${crm} erlauben`,
  signedOutOfOne: 'Abgemeldet',
  signedOut: 'Abgemeldet. Der Schlüssel ist vergessen.',
  removeMeans:
    'Ringside meldet sich ab, löscht seine gespeicherten Kopien und gibt dem Browser die Berechtigung zurück. Im CRM ändert sich nichts.',
  notSignedIn: (why: string) => `Nicht angemeldet: ${why}`,
  signInProblems: {
    'not-allowed': 'das Fenster wurde geschlossen, oder das CRM hat abgelehnt',
    'signed-out': 'das CRM hat diese Client-ID oder Weiterleitungsadresse nicht angenommen',
    'bad-reply': 'das CRM hat etwas anderes geantwortet, als gefragt war',
  },
  tested: (headline: string) => `Getestet: ${headline}`,
  saved: (headline: string) => `Gespeichert. ${headline}.`,
  savedButFailed: (headline: string) => `Gespeichert, doch der Test schlug fehl: ${headline}`,
  notForgotten:
    'Nichts wurde gespeichert: Der Browser konnte den früheren Schlüssel nicht vergessen. Versuchen Sie es erneut.',
  keyNotKept:
    'Die Adresse wurde gespeichert, doch der Browser wollte den Schlüssel nicht behalten. Geben Sie ihn noch einmal ein und speichern Sie.',
  choose: 'Wählen Sie ein CRM.',
  twice:
    'Dieses CRM steht mit genau diesen Angaben schon in der Liste. Jede Person wird nur einmal gezeigt: Ändern Sie das vorhandene.',
  nameNeeded:
    'Ein anderes CRM heißt schon so. Geben Sie diesem einen Namen, den Agenten unterscheiden können.',
  nameTaken: 'Ein anderes CRM hat diesen Namen schon.',
  nameTooLong: (most: number) => `Höchstens ${most} Zeichen.`,
  cannotUse: 'Damit kann dieses CRM nichts anfangen.',
  needs: 'Das muss dieses CRM wissen.',
  signInFirst: 'Melden Sie sich zuerst an.',
  keyAgain: 'Geben Sie den Schlüssel noch einmal ein: Der vorhandene gehört zu einer anderen Adresse.',
  key: 'Geben Sie den Schlüssel des CRM ein.',
  know: (crm: string) => `${crmFirst(crm)}: was zu wissen ist`,
  errors: {
    offline: {
      text: 'Dieser Computer ist offline',
      advice: 'Verbinden Sie ihn mit dem Netzwerk und testen Sie erneut.',
    },
    unreachable: {
      text: 'Die Adresse antwortet nicht',
      advice:
        'Prüfen Sie die Adresse, ob der Server läuft und ob dieser Browser seinem Zertifikat vertraut. Öffnen Sie die Adresse in einem Tab, um es selbst zu sehen.',
    },
    timeout: {
      text: 'Die Adresse antwortet nicht rechtzeitig',
      advice:
        'Der Server ist vielleicht ausgelastet oder das Netzwerk langsam. Testen Sie in einer Minute erneut.',
    },
    'signed-out': {
      text: 'Der Schlüssel wird abgelehnt',
      advice:
        'Er ist falsch getippt, abgelaufen oder zurückgezogen. Erzeugen Sie im CRM einen neuen und geben Sie ihn hier ein.',
    },
    'not-allowed': {
      text: 'Das CRM erlaubt dies dem Inhaber des Schlüssels nicht',
      advice: 'Geben Sie diesem Benutzer im CRM das Recht und testen Sie erneut.',
    },
    'not-found': {
      text: 'Etwas antwortet, aber dieses CRM ist nicht dort',
      advice: 'Prüfen Sie die Adresse, auch was nach dem Servernamen steht.',
    },
    'server-error': {
      text: 'Das CRM meldet einen eigenen Fehler',
      advice: 'Seine Administration findet mehr in seinem Protokoll. Testen Sie später erneut.',
    },
    redirected: {
      text: 'Die Adresse führt zu einer anderen weiter',
      advice:
        'Ringside folgt nie mit einem Schlüssel. Geben Sie die Adresse ein, zu der sie führt, sofern das keine Anmeldeseite ist.',
    },
    'bad-reply': {
      text: 'Was antwortet, spricht nicht die Sprache dieses CRM',
      advice:
        'Es ist vielleicht eine Webseite, etwa eine Anmeldeseite. Prüfen Sie, ob die Adresse die des CRM ist und oben das richtige CRM gewählt ist.',
    },
    'not-supported': { text: 'Dieses CRM kann das nicht', advice: 'Hier ist nichts zu tun.' },
    conflict: otherVersion,
    invalid: otherVersion,
  },
  pause: (seconds: number) => ({
    text: 'Das CRM bittet um eine Pause',
    advice: `Testen Sie in ${seconds} s erneut.`,
  }),
};
