import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { crmFirst } from './grammar/nouns.ts';

const plural = pluralOf('de');

/** The three steps to the first pop, in German. */
export const stepsGerman: ViewWords['steps'] = {
  step: (now: number, all: number) => `Schritt ${now} von ${all}`,
  notConnected: 'Noch nicht verbunden',
  widget: 'Die Administration verbindet dieses Widget mit dem CRM. Bis dahin wird nichts gelesen.',
  title: 'Drei Schritte bis zum ersten Treffer',
  lead: 'Etwa zwei Minuten. Ohne Ihre Erlaubnis wird keine Seite gelesen.',
  crm: 'CRM verbinden',
  softphone: 'Dieses Softphone verbinden',
  hostsConnected: (names: string[]) =>
    `${listOf(names)} ${plural(names.length, { one: 'ist', other: 'sind' })} verbunden.`,
  hostOpen: (name: string) => `${name} ist in diesem Fenster offen. Ringside fragt nur nach dieser Adresse.`,
  allowOn: (name: string) => `Auf ${name} erlauben`,
  openHost:
    'Öffnen Sie Ihr Softphone oder Ihren Posteingang in diesem Fenster. Ringside fragt nur nach der Adresse.',
  connectHost: 'Arbeitsseite verbinden',
  testCall: 'Testanruf annehmen',
  call: 'Anruf annehmen',
  nobodyToCall: 'Für einen Testanruf wurde kein Kontakt mit Telefonnummer gefunden.',
  testCallIs: 'Ein erfundener Anruf von einem Ihrer eigenen Kontakte. Es wird nichts geschrieben.',
  callIs: 'Wer als Nächstes anruft, erscheint hier, noch vor Ihrem „Guten Tag“. Es wird nichts geschrieben.',
  crmConnected: (crm: string) => `${crmFirst(crm)} ist verbunden.`,
  crmRefused: (crm: string) =>
    `${crmFirst(crm)} hat den Schlüssel nicht angenommen. Vielleicht ist er falsch getippt.`,
  crmNeedsKey: (crm: string) => `${crmFirst(crm)} braucht noch den Schlüssel.`,
  whichCrm: 'Das CRM, das Ihre Kontakte kennt, oder das Companion CRM.',
  typeAgain: 'Schlüssel noch einmal eingeben',
  connectCrm: 'CRM verbinden',
  done: ' (erledigt)',
};
