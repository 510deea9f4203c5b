import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';
import { crmFirst, inCrm } from './grammar/nouns.ts';

const again = 'Versuchen Sie es gleich noch einmal.';
const there = 'Tun Sie es im CRM selbst.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in German. */
export const errorGerman: typeof errorEnglish = {
  unreachable: (crm: string) => ({
    what: `${crmFirst(crm)} antwortet nicht`,
    next: 'Prüfen Sie das Netzwerk und versuchen Sie es erneut.',
  }),
  timeout: (crm: string) => ({ what: `${crmFirst(crm)} antwortet zu langsam`, next: again }),
  'signed-out': (crm: string) => ({
    what: `Abgemeldet: ${crm}`,
    next: 'Melden Sie sich an, um fortzufahren.',
  }),
  'not-allowed': (crm: string) => ({
    what: `${crmFirst(crm)} erlaubt dies nicht`,
    next: 'Bitten Sie Ihre Administration um die Berechtigung.',
  }),
  'not-found': (crm: string) => ({
    what: `Diesen Kontakt gibt es ${inCrm(crm)} nicht mehr`,
    next: 'Suchen Sie nach dem Kontakt.',
  }),
  stale: (_crm: string) => ({
    what: 'Jemand anders hat diesen Kontakt geändert',
    next: 'Sehen Sie sich zuerst den neueren Wert an.',
  }),
  conflict: (_crm: string) => ({
    what: 'Ein anderer Kontakt hat dies schon',
    next: 'Suchen Sie diesen Kontakt, oder ändern Sie den Wert.',
  }),
  namesake: (crm: string) => ({
    what: `${crmFirst(crm)} nimmt keinen zweiten Kontakt dieses Namens`,
    next: 'Prüfen Sie, ob es dieselbe Person ist, oder ergänzen Sie den Namen um das, was sie unterscheidet.',
  }),
  invalid: (crm: string) => ({
    what: `${crmFirst(crm)} nimmt dies nicht an`,
    next: 'Ändern Sie, was markiert ist, und speichern Sie erneut.',
  }),
  'rate-limited': (crm: string) => ({ what: `${crmFirst(crm)} wird zu oft gefragt`, next: again }),
  'server-error': (crm: string) => ({ what: `${crmFirst(crm)} hat selbst ein Problem`, next: again }),
  redirected: (crm: string) => ({
    what: `${crmFirst(crm)} hat auf eine andere Seite verwiesen`,
    next: 'Vielleicht hat sich die Adresse geändert, oder Sie sind abgemeldet.',
  }),
  'bad-reply': (crm: string) => ({
    what: `Die Antwort war nicht lesbar (${crm})`,
    next: 'Versuchen Sie es erneut, oder sagen Sie es Ihrer Administration.',
  }),
  'not-supported': (crm: string) => ({ what: `${crmFirst(crm)} kann das nicht`, next: there }),
  'no-slot': (crm: string) => ({
    what: `Dieser Kontakt hat ${inCrm(crm)} keinen freien Platz mehr`,
    next: 'Entfernen Sie einen vorhandenen Eintrag und versuchen Sie es erneut.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `${crmFirst(crm)} hat keinen Platz für diese Art von Kennung`,
    next: 'Bitten Sie Ihre Administration, ein Feld dafür zu wählen.',
  }),
  'read-only': (crm: string) => ({ what: `${crmFirst(crm)} lässt dies nicht ändern`, next: there }),
  'not-taken': (crm: string) => ({
    what: `${crmFirst(crm)} hat dies angenommen und nicht gespeichert`,
    next: 'Sehen Sie sich den Kontakt im CRM an.',
  }),
  'too-many': (crm: string) => ({
    what: `${crmFirst(crm)} hat zu viele infrage kommende Kontakte, um alle anzusehen`,
    next: 'Suchen Sie den Kontakt nach Namen.',
  }),
};

/** What is wrong with a value, in German. */
export const problemGerman: typeof problemEnglish = {
  required: 'Pflichtfeld',
  'not-valid': 'Nicht gültig',
  'stands-for-nobody': 'Das steht für niemanden: Lassen Sie es leer, wo es keine Nummer gibt',
  'not-a-field': 'Kein Feld dieses Arbeitsbereichs',
  'read-only': 'Lässt sich nicht ändern',
  taken: 'Ein anderer Kontakt hat dies schon',
  'not-text': 'Muss Text sein',
  'too-long': 'Zu lang',
  'too-many': 'Zu viele',
  'not-a-number': 'Eine Zahl, zum Beispiel 4180,50',
  'not-a-date': 'Ein Datum, zum Beispiel 2026-11-24',
  'not-a-date-time': 'Ein Datum mit Uhrzeit, zum Beispiel 2026-11-24 09:30',
  'not-an-option': 'Wählen Sie eine der Optionen',
  'not-among-options': 'Wählen Sie aus den Optionen',
  'not-yes-or-no': 'Muss Ja oder Nein sein',
  'not-https': 'Eine Adresse, die mit https:// beginnt',
  'not-an-email': 'Eine E-Mail-Adresse sieht so aus: name@example.com',
  'not-a-phone': 'Eine Telefonnummer besteht aus Ziffern, zum Beispiel +44 20 7946 0123',
  'not-a-list': 'Muss eine Liste sein',
};

/** Where it is known how much there may be. */
export const limitGerman: typeof limitEnglish = {
  'too-long': (most: number) => `Zu lang: höchstens ${amount(most)} Zeichen`,
  'too-many': (most: number) => `Zu viele: höchstens ${amount(most)}`,
};
