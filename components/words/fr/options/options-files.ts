import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, { one: string; many: string; other: string }> = {
  characters: { one: 'caractère', many: 'de caractères', other: 'caractères' },
  entries: { one: 'entrée', many: 'd’entrées', other: 'entrées' },
  headers: { one: 'en-tête', many: 'd’en-têtes', other: 'en-têtes' },
  words: { one: 'mot', many: 'de mots', other: 'mots' },
  hosts: { one: 'page de travail', many: 'de pages de travail', other: 'pages de travail' },
  crms: { one: 'CRM', many: 'de CRM', other: 'CRM' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

const notJson = (line: number | undefined): string =>
  line === undefined ? 'Ce n’est pas du JSON.' : `Ce n’est pas du JSON (ligne ${amount(line)}).`;

/** What is wrong with a file or definition that somebody wrote, in French. */
export const fileFrench: typeof fileEnglish = {
  allOfIt: '(tout)',
  definition: {
    empty: () => 'Il n’y a pas encore de définition.',
    'too-large': (most: number) => `C’est trop grand pour une définition (${amount(most)} ko au plus).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `C’est pour un Ringside plus récent (version ${version} des définitions\u202f; celui-ci lit la ${read}).`,
    'wrong-parts': () => 'Des parties de cette définition sont fausses.',
    'not-this': () => 'Ce n’est pas une définition.',
  },
  rules: {
    empty: () => 'Il n’y a pas encore de règles.',
    'too-large': (most: number) => `C’est trop grand pour un fichier de règles (${amount(most)} ko au plus).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `Ce fichier est pour un Ringside plus récent (version ${version} des règles\u202f; celui-ci lit la ${read}).`,
    'wrong-parts': () => 'Des parties de ce fichier sont fausses.',
    'not-this': () => 'Ce n’est pas un fichier de règles.',
  },
  settings: {
    empty: () => 'Ce fichier est vide.',
    'too-large': (most: number) =>
      `C’est trop grand pour un fichier de réglages (${amount(most)} ko au plus).`,
    'not-json': (_line: number | undefined) => 'Ce fichier n’est pas du JSON.',
    newer: (version: number, read: number) =>
      `Ce fichier vient d’un Ringside plus récent (version ${version} des réglages\u202f; celui-ci lit la ${read}).`,
    'wrong-parts': () => 'Des parties de ce fichier sont fausses.',
    'not-this': () => 'Ce n’est pas un fichier de réglages, ou des parties en sont fausses.',
  },
  expected: {
    'as-documented': (document: string) => `ce que dit ${document}`,
    'no-such-member': () => 'pas de tel élément',
    smaller: () => 'quelque chose de plus petit',
    'one-of': (choices: string[]) => `l’un de\u00a0: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'autre chose',
    'at-most': (count: number, of: CountedParts) => `${countOf(count, of)} au plus`,
    'at-least': (count: number, of: CountedParts) => `${countOf(count, of)} au moins`,
    'number-between': (least: number, most: number) => `un nombre de ${amount(least)} à ${amount(most)}`,
    date: () => 'une date comme 2026-11-21',
    text: () => 'un texte',
    number: () => 'un nombre',
    'whole-number': () => 'un nombre entier',
    'true-or-false': () => 'true ou false',
    list: () => 'une liste',
    object: () => 'un objet',
    table: () => 'un tableau',
    slug: () => 'minuscules, chiffres et traits d’union, 64 au plus',
    'letters-digits-hyphens': (most: number) =>
      `lettres, chiffres et traits d’union, ${amount(most)} au plus`,
    'plain-characters': (most: number) => `caractères simples, ${amount(most)} au plus`,
    'header-name': () => 'le nom d’un en-tête',
    'header-of-ours': () => 'un en-tête qui n’est pas celui du navigateur\u202f; la connexion est dans auth',
    'parameter-name': () => 'le nom d’un paramètre',
    'attribute-name': () => 'le nom d’un attribut',
    'oauth-scopes': () => 'des périmètres OAuth',
    currency: () => 'trois lettres comme EUR',
    origin: () => 'une origine comme https://desk.example.com (http seulement pour localhost)',
    'host-place': () => 'un hôte comme desk.example.com, *.example.com ou *',
    address: () =>
      'une adresse entière comme https://login.example.com/token (http seulement pour localhost)',
    'address-or-path': () => 'une adresse entière, ou un chemin sous celle du CRM',
    'plain-path': () => 'un chemin simple',
    'json-path': () => 'un chemin comme data.list, phones[].number, ou . pour tout',
    'name-path': () => 'un chemin de noms comme address.city',
    'name-path-or-read-only': () => 'un chemin de noms comme address.city, ou readOnly',
    'message-path': () => 'un chemin comme call.from[0].number',
    'every-key-once': () => 'chaque clé une fois',
    'every-id-once': () => 'chaque identifiant une fois',
    'every-crm-once': () => 'chaque CRM une fois\u202f; celui-ci figure déjà plus haut',
    'id-of-its-own': (most: number) =>
      `minuscules, chiffres et traits d’union, ${amount(most)} au plus, et différents pour chaque CRM`,
    origins: () => 'une liste d’origines comme https://desk.example.com, au moins une',
    'every-host-once': () => 'chaque page de travail une fois\u202f; celle-ci figure déjà plus haut',
    'newest-first': () => 'des versions, la plus récente d’abord',
    'regular-expression': () => 'une expression régulière comme en JavaScript',
    'fewer-repetitions': () =>
      'un motif avec moins de répétitions\u00a0: deux + et * au plus, ou un seul s’il ne commence pas par ^\u202f; {1,40} coûte moins',
    'no-nested-repetition': () => 'pas de répétition d’un groupe qui répète ou choisit',
    'no-look-around': () => 'ni assertion avant ou arrière, ni groupes nommés',
    'no-back-reference': () => 'pas de renvoi à un groupe',
    'places-or-one': () => 'slots, list ou rows, ou plusieurs d’entre eux',
    'one-body': () => 'soit body, soit form',
    'not-in-address': (name: string) =>
      `pas de ${inBraces(name)} ici\u00a0: il serait dans une adresse, que les journaux conservent\u202f; mettez-le dans un en-tête ou un corps`,
    'piece-of-number': (name: string) => `pas de chiffres de ${inBraces(name)}, qui n’est pas un numéro`,
    'spread-in-list': (name: string) => `"{...${name}}" seul dans une liste, de ce qui est ici une liste`,
    'object-to-spread': () => '"{changes}", "{record}" ou une partie de l’un d’eux',
    'id-or-shared': () => 'id, ou shared si personne n’est nommé',
    'next-or-link': () => 'next ou link',
    'place-to-look-at': () => 'path ou header, où regarder',
    'one-request': () =>
      'une seule requête, car chaque résultat est ensuite lu en entier\u00a0: deux allers-retours au plus',
    'add-or-read-only': () => 'add ou readOnly',
    'read-only-without-update': () => 'readOnly, car il n’y a pas d’update',
    'request-with': (name: string) => `une requête qui contient ${inBraces(name)}`,
    'request-expected-of': () => 'une requête dont cela est attendu',
    'no-slash-in-front': () => 'pas de barre oblique au début',
    'no-list-of': (what: string) => `pas de liste de ${what} ici`,
    'join-or-index': () => 'join, ou {index} dans le nom du paramètre',
    'method-with-body': () => 'une méthode qui a un corps, comme post',
    'braces-in-pairs': () => 'des accolades par paires, comme dans contacts/{contactId}',
    'doubled-braces': () => 'des accolades par paires\u202f; une accolade littérale est doublée',
    'path-below': () => 'un chemin sous l’adresse, comme api/contacts/{contactId}',
    'how-written': (name: string) =>
      `comment il s’écrit dans un autre texte\u00a0: {${name}:plain}, :quoted, :doubled ou :raw`,
    'no-placeholder': (name: string) => `pas de marqueur comme ${inBraces(name)} ici`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} n’est pas connu ici\u00a0: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" seul, car c’est un objet',
    arrangement: (document: string) => `des sections avec id, label et fields, comme le dit ${document}`,
  },
};
