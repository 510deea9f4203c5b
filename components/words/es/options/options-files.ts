import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { type Forms, pluralOf } from '../../language/plural.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, Forms> = {
  characters: { one: 'carácter', many: 'de caracteres', other: 'caracteres' },
  entries: { one: 'elemento', many: 'de elementos', other: 'elementos' },
  headers: { one: 'encabezado', many: 'de encabezados', other: 'encabezados' },
  words: { one: 'palabra', many: 'de palabras', other: 'palabras' },
  hosts: { one: 'plataforma', many: 'de plataformas', other: 'plataformas' },
  crms: { one: 'CRM', many: 'de CRM', other: 'CRM' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

/** What is wrong with a file or definition that somebody wrote, in Spanish. */
export const fileSpanish: typeof fileEnglish = {
  allOfIt: '(todo)',
  definition: {
    empty: () => 'Aún no hay ninguna definición.',
    'too-large': (most: number) =>
      `Es demasiado grande para ser una definición (${amount(most)} kB como máximo).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Esto no es JSON.' : `Esto no es JSON (línea ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Esto es para un Ringside más reciente (versión ${version} de las definiciones; este lee la ${read}).`,
    'wrong-parts': () => 'Hay partes incorrectas en esta definición.',
    'not-this': () => 'Esto no es una definición.',
  },
  rules: {
    empty: () => 'Aún no hay ninguna regla.',
    'too-large': (most: number) =>
      `Es demasiado grande para ser un archivo de reglas (${amount(most)} kB como máximo).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Esto no es JSON.' : `Esto no es JSON (línea ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Este archivo es para un Ringside más reciente (versión ${version} de las reglas; este lee la ${read}).`,
    'wrong-parts': () => 'Hay partes incorrectas en este archivo.',
    'not-this': () => 'Esto no es un archivo de reglas.',
  },
  settings: {
    empty: () => 'Este archivo está vacío.',
    'too-large': (most: number) =>
      `Es demasiado grande para ser un archivo de configuración (${amount(most)} kB como máximo).`,
    'not-json': (_line: number | undefined) => 'Este archivo no es JSON.',
    newer: (version: number, read: number) =>
      `Este archivo procede de un Ringside más reciente (versión ${version} de la configuración; este lee la ${read}).`,
    'wrong-parts': () => 'Hay partes incorrectas en este archivo.',
    'not-this': () => 'Esto no es un archivo de configuración o tiene partes incorrectas.',
  },
  expected: {
    'as-documented': (document: string) => `lo que dice ${document}`,
    'no-such-member': () => 'este miembro no existe',
    smaller: () => 'algo más pequeño',
    'one-of': (choices: string[]) => `uno de estos: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'otra cosa',
    'at-most': (count: number, of: CountedParts) => `${countOf(count, of)} como máximo`,
    'at-least': (count: number, of: CountedParts) => `${countOf(count, of)} como mínimo`,
    'number-between': (least: number, most: number) => `un número de ${amount(least)} a ${amount(most)}`,
    date: () => 'una fecha como 2026-11-21',
    text: () => 'un texto',
    number: () => 'un número',
    'whole-number': () => 'un número entero',
    'true-or-false': () => 'true o false',
    list: () => 'una lista',
    object: () => 'un objeto',
    table: () => 'una tabla',
    slug: () => 'letras minúsculas, dígitos y guiones, 64 como máximo',
    'letters-digits-hyphens': (most: number) => `letras, dígitos y guiones, ${amount(most)} como máximo`,
    'plain-characters': (most: number) => `caracteres simples, ${amount(most)} como máximo`,
    'header-name': () => 'el nombre de un encabezado',
    'header-of-ours': () =>
      'un encabezado que no sea del propio navegador; el inicio de sesión se indica en auth',
    'parameter-name': () => 'el nombre de un parámetro',
    'attribute-name': () => 'el nombre de un atributo',
    'oauth-scopes': () => 'ámbitos de OAuth',
    currency: () => 'tres letras, como EUR',
    origin: () => 'un origen como https://desk.example.com (http solo para localhost)',
    'host-place': () => 'un host como desk.example.com, *.example.com o *',
    address: () => 'una dirección completa como https://login.example.com/token (http solo para localhost)',
    'address-or-path': () => 'una dirección completa o una ruta por debajo de la del CRM',
    'plain-path': () => 'una ruta simple',
    'json-path': () => 'una ruta como data.list, phones[].number, o . para todo',
    'name-path': () => 'una ruta de nombres como address.city',
    'name-path-or-read-only': () => 'una ruta de nombres como address.city, o readOnly',
    'message-path': () => 'una ruta como call.from[0].number',
    'every-key-once': () => 'cada clave una sola vez',
    'every-id-once': () => 'cada id una sola vez',
    'every-crm-once': () => 'cada CRM una sola vez; este ya aparece más arriba',
    'id-of-its-own': (most: number) =>
      `letras minúsculas, dígitos y guiones, ${amount(most)} como máximo, y un id distinto para cada CRM`,
    origins: () => 'una lista de orígenes como https://desk.example.com, al menos uno',
    'every-host-once': () => 'cada plataforma una sola vez; esta ya aparece más arriba',
    'newest-first': () => 'versiones, la más reciente primero',
    'regular-expression': () => 'una expresión regular como las de JavaScript',
    'fewer-repetitions': () =>
      'un patrón con menos repeticiones: dos + y * como máximo, o uno solo si no empieza por ^; {1,40} cuesta menos',
    'no-nested-repetition': () => 'ninguna repetición de un grupo que se repite o que elige',
    'no-look-around': () => 'sin aserciones de contexto (look-around) ni grupos con nombre',
    'no-back-reference': () => 'sin referencias hacia atrás a un grupo',
    'places-or-one': () => 'slots, list o rows, o varios de ellos',
    'one-body': () => 'body o form, no ambos',
    'not-in-address': (name: string) =>
      `sin ${inBraces(name)} aquí: estaría en una dirección, y las direcciones quedan en registros; póngalo en un encabezado o un cuerpo`,
    'piece-of-number': (name: string) => `sin dígitos de ${inBraces(name)}, que no es un número`,
    'spread-in-list': (name: string) => `"{...${name}}" solo en una lista, con algo que aquí es una lista`,
    'object-to-spread': () => '"{changes}", "{record}" o una parte de uno de ellos',
    'id-or-shared': () => 'id, o shared si no se nombra a nadie',
    'next-or-link': () => 'next o link',
    'place-to-look-at': () => 'path o header, para saber dónde mirar',
    'one-request': () =>
      'una sola solicitud, ya que después se lee entero cada resultado: dos idas y vueltas como máximo',
    'add-or-read-only': () => 'add o readOnly',
    'read-only-without-update': () => 'readOnly, ya que no hay update',
    'request-with': (name: string) => `una solicitud que contenga ${inBraces(name)}`,
    'request-expected-of': () => 'una solicitud de la que se espere esto',
    'no-slash-in-front': () => 'sin barra al principio',
    'no-list-of': (what: string) => `sin lista de ${what} aquí`,
    'join-or-index': () => 'join, o {index} en el nombre del parámetro',
    'method-with-body': () => 'un método que tenga cuerpo, como post',
    'braces-in-pairs': () => 'llaves por pares, como en contacts/{contactId}',
    'doubled-braces': () => 'llaves por pares; una llave literal se duplica',
    'path-below': () => 'una ruta por debajo de la dirección, como api/contacts/{contactId}',
    'how-written': (name: string) =>
      `cómo se escribe dentro de otro texto: {${name}:plain}, :quoted, :doubled o :raw`,
    'no-placeholder': (name: string) => `sin marcador como ${inBraces(name)} aquí`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `aquí no se conoce ${inBraces(name)}; valen: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" solo, ya que es un objeto',
    arrangement: (document: string) => `secciones con id, etiqueta y campos, como dice ${document}`,
  },
};
