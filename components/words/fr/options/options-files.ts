import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { type Forms, pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, Forms> = {
  characters: { one: 'caractère', many: 'de caractères', other: 'caractères' },
  entries: { one: 'élément', many: 'd’éléments', other: 'éléments' },
  headers: { one: 'en-tête', many: 'd’en-têtes', other: 'en-têtes' },
  words: { one: 'mot', many: 'de mots', other: 'mots' },
  hosts: { one: 'page de travail', many: 'de pages de travail', other: 'pages de travail' },
  crms: { one: 'CRM', many: 'de CRM', other: 'CRM' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

/** What is wrong with a file or definition that somebody wrote, in French. */
export const fileFrench: typeof fileEnglish = {
  allOfIt: '(la totalité)',
  definition: {
    empty: () => 'Il n’y a pas encore de définition.',
    'too-large': (most: number) =>
      `Trop volumineux pour une définition (${amount(most)}\u00a0ko au maximum).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Ce n’est pas du JSON.' : `Ce n’est pas du JSON (ligne ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Cette définition est destinée à un Ringside plus récent (version ${version} des définitions\u202f; celui-ci lit la version ${read}).`,
    'wrong-parts': () => 'Certaines parties de cette définition sont incorrectes.',
    'not-this': () => 'Ce n’est pas une définition.',
  },
  rules: {
    empty: () => 'Il n’y a pas encore de règles.',
    'too-large': (most: number) =>
      `Trop volumineux pour un fichier de règles (${amount(most)}\u00a0ko au maximum).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Ce n’est pas du JSON.' : `Ce n’est pas du JSON (ligne ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Ce fichier est destiné à un Ringside plus récent (version ${version} des règles\u202f; celui-ci lit la version ${read}).`,
    'wrong-parts': () => 'Certaines parties de ce fichier sont incorrectes.',
    'not-this': () => 'Ce n’est pas un fichier de règles.',
  },
  settings: {
    empty: () => 'Ce fichier est vide.',
    'too-large': (most: number) =>
      `Trop volumineux pour un fichier de réglages (${amount(most)}\u00a0ko au maximum).`,
    'not-json': (_line: number | undefined) => 'Ce fichier n’est pas du JSON.',
    newer: (version: number, read: number) =>
      `Ce fichier vient d’un Ringside plus récent (version ${version} des réglages\u202f; celui-ci lit la version ${read}).`,
    'wrong-parts': () => 'Certaines parties de ce fichier sont incorrectes.',
    'not-this': () => 'Ce n’est pas un fichier de réglages, ou certaines de ses parties sont incorrectes.',
  },
  expected: {
    'as-documented': (document: string) => `ce qu’indique ${document}`,
    'no-such-member': () => 'ce membre n’existe pas',
    smaller: () => 'quelque chose de plus petit',
    'one-of': (choices: string[]) => `au choix\u00a0: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'autre chose',
    'at-most': (count: number, of: CountedParts) => `${countOf(count, of)} au maximum`,
    'at-least': (count: number, of: CountedParts) => `${countOf(count, of)} au minimum`,
    'number-between': (least: number, most: number) => `un nombre de ${amount(least)} à ${amount(most)}`,
    date: () => 'une date comme 2026-11-21',
    text: () => 'un texte',
    number: () => 'un nombre',
    'whole-number': () => 'un nombre entier',
    'true-or-false': () => 'true ou false',
    list: () => 'une liste',
    object: () => 'un objet',
    table: () => 'un tableau',
    slug: () => 'des minuscules, des chiffres et des tirets, 64 au maximum',
    'letters-digits-hyphens': (most: number) =>
      `des lettres, des chiffres et des tirets, ${amount(most)} au maximum`,
    'plain-characters': (most: number) => `des caractères simples, ${amount(most)} au maximum`,
    'header-name': () => 'le nom d’un en-tête',
    'header-of-ours': () =>
      'un en-tête qui n’est pas réservé au navigateur\u202f; la connexion se définit dans auth',
    'parameter-name': () => 'le nom d’un paramètre',
    'attribute-name': () => 'le nom d’un attribut',
    'oauth-scopes': () => 'des portées OAuth',
    currency: () => 'trois lettres comme EUR',
    origin: () => 'une origine comme https://desk.example.com (http pour localhost seulement)',
    'host-place': () => 'un hôte comme desk.example.com, *.example.com ou *',
    address: () =>
      'une adresse complète comme https://login.example.com/token (http pour localhost seulement)',
    'address-or-path': () => 'une adresse complète ou un chemin sous celle du CRM',
    'plain-path': () => 'un chemin simple',
    'json-path': () => 'un chemin comme data.list ou phones[].number, ou . pour la totalité',
    'name-path': () => 'un chemin de noms comme address.city',
    'name-path-or-read-only': () => 'un chemin de noms comme address.city, ou readOnly',
    'message-path': () => 'un chemin comme call.from[0].number',
    'every-key-once': () => 'chaque clé une seule fois',
    'every-id-once': () => 'chaque id une seule fois',
    'every-crm-once': () => 'chaque CRM une seule fois\u202f; celui-ci figure déjà plus haut',
    'id-of-its-own': (most: number) =>
      `des minuscules, des chiffres et des tirets, ${amount(most)} au maximum, différents pour chaque CRM`,
    origins: () => 'une liste d’origines comme https://desk.example.com, une au minimum',
    'every-host-once': () => 'chaque page de travail une seule fois\u202f; celle-ci figure déjà plus haut',
    'newest-first': () => 'des versions, la plus récente en premier',
    'regular-expression': () => 'une expression rationnelle au format JavaScript',
    'fewer-repetitions': () =>
      'un motif avec moins de répétitions\u00a0: deux + ou * au maximum, ou un seul s’il ne commence pas par ^\u202f; {1,40} coûte moins',
    'no-nested-repetition': () => 'aucune répétition d’un groupe qui contient une répétition ou un choix',
    'no-look-around': () => 'aucune assertion avant ou arrière (look-around), aucun groupe nommé',
    'no-back-reference': () => 'aucune référence arrière à un groupe',
    'places-or-one': () => 'slots, list ou rows, ou plusieurs d’entre eux',
    'one-body': () => 'soit body, soit form',
    'not-in-address': (name: string) =>
      `pas de ${inBraces(name)} ici\u00a0: il figurerait dans une adresse, que les journaux conservent\u202f; placez-le dans un en-tête ou un corps`,
    'piece-of-number': (name: string) => `pas de chiffres de ${inBraces(name)}, qui n’est pas un numéro`,
    'spread-in-list': (name: string) =>
      `"{...${name}}" seul dans une liste, à partir de ce qui est ici une liste`,
    'object-to-spread': () => '"{changes}", "{record}" ou une partie de l’un d’eux',
    'id-or-shared': () => 'id, ou shared si personne n’est nommé',
    'next-or-link': () => 'next ou link',
    'place-to-look-at': () => 'path ou header, pour savoir où regarder',
    'one-request': () =>
      'une seule requête, car chaque résultat est ensuite lu en entier\u00a0: deux allers-retours au maximum',
    'add-or-read-only': () => 'add ou readOnly',
    'read-only-without-update': () => 'readOnly, puisqu’il n’y a pas de update',
    'request-with': (name: string) => `une requête qui contient ${inBraces(name)}`,
    'request-expected-of': () => 'une requête dont cela est attendu',
    'no-slash-in-front': () => 'pas de barre oblique au début',
    'no-list-of': (what: string) => `pas de liste ici (${what})`,
    'join-or-index': () => 'join, ou {index} dans le nom du paramètre',
    'method-with-body': () => 'une méthode qui a un corps, comme post',
    'braces-in-pairs': () => 'des accolades par paires, comme dans contacts/{contactId}',
    'doubled-braces': () => 'des accolades par paires\u202f; une accolade littérale est doublée',
    'path-below': () => 'un chemin sous l’adresse, comme api/contacts/{contactId}',
    'how-written': (name: string) =>
      `la manière de l’écrire au sein d’un autre texte\u00a0: {${name}:plain}, :quoted, :doubled ou :raw`,
    'no-placeholder': (name: string) => `pas de variable comme ${inBraces(name)} ici`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} est inconnu ici\u202f; possibles\u00a0: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" seul, puisque c’est un objet',
    arrangement: (document: string) =>
      `des sections avec un id, un libellé et des champs, comme l’indique ${document}`,
  },
};
