import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, { one: string; other: string }> = {
  characters: { one: 'Zeichen', other: 'Zeichen' },
  entries: { one: 'Eintrag', other: 'Einträge' },
  headers: { one: 'Header', other: 'Header' },
  words: { one: 'Wort', other: 'Wörter' },
  hosts: { one: 'Arbeitsseite', other: 'Arbeitsseiten' },
  crms: { one: 'CRM', other: 'CRMs' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

const notJson = (line: number | undefined): string =>
  line === undefined ? 'Das ist kein JSON.' : `Das ist kein JSON (Zeile ${amount(line)}).`;

/** What is wrong with a file or definition that somebody wrote, in German. */
export const fileGerman: typeof fileEnglish = {
  allOfIt: '(alles)',
  definition: {
    empty: () => 'Noch gibt es keine Definition.',
    'too-large': (most: number) => `Das ist zu groß für eine Definition (höchstens ${amount(most)} kB).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `Das ist für ein neueres Ringside (Version ${version} der Definitionen; dieses liest ${read}).`,
    'wrong-parts': () => 'Teile dieser Definition sind falsch.',
    'not-this': () => 'Das ist keine Definition.',
  },
  rules: {
    empty: () => 'Noch gibt es keine Regeln.',
    'too-large': (most: number) => `Das ist zu groß für eine Regeldatei (höchstens ${amount(most)} kB).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `Diese Datei ist für ein neueres Ringside (Version ${version} der Regeln; dieses liest ${read}).`,
    'wrong-parts': () => 'Teile dieser Datei sind falsch.',
    'not-this': () => 'Das ist keine Regeldatei.',
  },
  settings: {
    empty: () => 'Diese Datei ist leer.',
    'too-large': (most: number) =>
      `Das ist zu groß für eine Einstellungsdatei (höchstens ${amount(most)} kB).`,
    'not-json': (_line: number | undefined) => 'Diese Datei ist kein JSON.',
    newer: (version: number, read: number) =>
      `Diese Datei stammt von einem neueren Ringside (Version ${version} der Einstellungen; dieses liest ${read}).`,
    'wrong-parts': () => 'Teile dieser Datei sind falsch.',
    'not-this': () => 'Das ist keine Einstellungsdatei, oder Teile davon sind falsch.',
  },
  expected: {
    'as-documented': (document: string) => `was ${document} sagt`,
    'no-such-member': () => 'kein solcher Eintrag',
    smaller: () => 'etwas Kleineres',
    'one-of': (choices: string[]) => `eines von: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'etwas anderes',
    'at-most': (count: number, of: CountedParts) => `höchstens ${countOf(count, of)}`,
    'at-least': (count: number, of: CountedParts) => `mindestens ${countOf(count, of)}`,
    'number-between': (least: number, most: number) => `eine Zahl von ${amount(least)} bis ${amount(most)}`,
    date: () => 'ein Datum wie 2026-11-21',
    text: () => 'ein Text',
    number: () => 'eine Zahl',
    'whole-number': () => 'eine ganze Zahl',
    'true-or-false': () => 'true oder false',
    list: () => 'eine Liste',
    object: () => 'ein Objekt',
    table: () => 'eine Tabelle',
    slug: () => 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 64',
    'letters-digits-hyphens': (most: number) =>
      `Buchstaben, Ziffern und Bindestriche, höchstens ${amount(most)}`,
    'plain-characters': (most: number) => `einfache Zeichen, höchstens ${amount(most)}`,
    'header-name': () => 'der Name eines Headers',
    'header-of-ours': () => 'ein Header, der nicht dem Browser gehört; die Anmeldung steht in auth',
    'parameter-name': () => 'der Name eines Parameters',
    'attribute-name': () => 'der Name eines Attributs',
    'oauth-scopes': () => 'OAuth-Scopes',
    currency: () => 'drei Buchstaben wie EUR',
    origin: () => 'ein Ursprung wie https://desk.example.com (http nur für localhost)',
    'host-place': () => 'ein Host wie desk.example.com, *.example.com oder *',
    address: () => 'eine ganze Adresse wie https://login.example.com/token (http nur für localhost)',
    'address-or-path': () => 'eine ganze Adresse, oder ein Pfad unter der des CRM',
    'plain-path': () => 'ein einfacher Pfad',
    'json-path': () => 'ein Pfad wie data.list, phones[].number, oder . für alles',
    'name-path': () => 'ein Pfad aus Namen wie address.city',
    'name-path-or-read-only': () => 'ein Pfad aus Namen wie address.city, oder readOnly',
    'message-path': () => 'ein Pfad wie call.from[0].number',
    'every-key-once': () => 'jeden Schlüssel einmal',
    'every-id-once': () => 'jede ID einmal',
    'every-crm-once': () => 'jedes CRM einmal; dieses steht weiter oben schon',
    'id-of-its-own': (most: number) =>
      `Kleinbuchstaben, Ziffern und Bindestriche, höchstens ${amount(most)}, und für jedes CRM andere`,
    origins: () => 'eine Liste von Ursprüngen wie https://desk.example.com, mindestens einer',
    'every-host-once': () => 'jede Arbeitsseite einmal; diese steht weiter oben schon',
    'newest-first': () => 'Versionen, die neueste zuerst',
    'regular-expression': () => 'ein regulärer Ausdruck wie in JavaScript',
    'fewer-repetitions': () =>
      'ein Muster mit weniger Wiederholungen: höchstens zwei + und *, oder eine, wo es nicht mit ^ beginnt; {1,40} kostet weniger',
    'no-nested-repetition': () => 'keine Wiederholung einer Gruppe, die wiederholt oder wählt',
    'no-look-around': () => 'kein Vor- oder Rückblick und keine benannten Gruppen',
    'no-back-reference': () => 'keine Rückverweise auf eine Gruppe',
    'places-or-one': () => 'slots, list oder rows, oder mehrere davon',
    'one-body': () => 'entweder body oder form',
    'not-in-address': (name: string) =>
      `hier kein ${inBraces(name)}: Es stünde in einer Adresse, die in Protokollen landet; setzen Sie es in einen Header oder in body`,
    'piece-of-number': (name: string) => `keine Ziffern von ${inBraces(name)}, das keine Nummer ist`,
    'spread-in-list': (name: string) =>
      `"{...${name}}" allein in einer Liste, von dem, was hier eine Liste ist`,
    'object-to-spread': () => '"{changes}", "{record}" oder ein Teil davon',
    'id-or-shared': () => 'id, oder shared, wo niemand genannt ist',
    'next-or-link': () => 'next oder link',
    'place-to-look-at': () => 'path oder header, wo nachzusehen ist',
    'one-request': () => 'nur eine Anfrage, da dann jeder Treffer ganz gelesen wird: höchstens zwei Runden',
    'add-or-read-only': () => 'add oder readOnly',
    'read-only-without-update': () => 'readOnly, da es kein update gibt',
    'request-with': (name: string) => `eine Anfrage mit ${inBraces(name)} darin`,
    'request-expected-of': () => 'eine Anfrage, von der es erwartet wird',
    'no-slash-in-front': () => 'kein Schrägstrich am Anfang',
    'no-list-of': (what: string) => `hier keine Liste von ${what}`,
    'join-or-index': () => 'join, oder {index} im Namen des Parameters',
    'method-with-body': () => 'eine Methode mit body, etwa post',
    'braces-in-pairs': () => 'Klammern paarweise, wie in contacts/{contactId}',
    'doubled-braces': () => 'Klammern paarweise; eine Klammer, die für sich selbst steht, wird verdoppelt',
    'path-below': () => 'ein Pfad unter der Adresse, etwa api/contacts/{contactId}',
    'how-written': (name: string) =>
      `wie es in anderem Text geschrieben wird: {${name}:plain}, :quoted, :doubled oder :raw`,
    'no-placeholder': (name: string) => `hier kein Platzhalter wie ${inBraces(name)}`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} ist hier nicht bekannt: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" allein, da es ein Objekt ist',
    arrangement: (document: string) => `Abschnitte mit id, label und fields, wie ${document} sagt`,
  },
};
