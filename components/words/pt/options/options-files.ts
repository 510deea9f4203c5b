import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { type Forms, pluralOf } from '../../language/plural.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, Forms> = {
  characters: { one: 'caractere', many: 'de caracteres', other: 'caracteres' },
  entries: { one: 'item', many: 'de itens', other: 'itens' },
  headers: { one: 'cabeçalho', many: 'de cabeçalhos', other: 'cabeçalhos' },
  words: { one: 'palavra', many: 'de palavras', other: 'palavras' },
  hosts: { one: 'plataforma', many: 'de plataformas', other: 'plataformas' },
  crms: { one: 'CRM', many: 'de CRMs', other: 'CRMs' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

/** What is wrong with a file or definition that somebody wrote, in Portuguese. */
export const filePortuguese: typeof fileEnglish = {
  allOfIt: '(tudo)',
  definition: {
    empty: () => 'Ainda não há nenhuma definição.',
    'too-large': (most: number) => `É grande demais para ser uma definição (no máximo ${amount(most)} kB).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Isto não é JSON.' : `Isto não é JSON (linha ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Isto é para um Ringside mais novo (versão ${version} das definições; este lê a ${read}).`,
    'wrong-parts': () => 'Há partes erradas nesta definição.',
    'not-this': () => 'Isto não é uma definição.',
  },
  rules: {
    empty: () => 'Ainda não há nenhuma regra.',
    'too-large': (most: number) =>
      `É grande demais para ser um arquivo de regras (no máximo ${amount(most)} kB).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'Isto não é JSON.' : `Isto não é JSON (linha ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `Este arquivo é para um Ringside mais novo (versão ${version} das regras; este lê a ${read}).`,
    'wrong-parts': () => 'Há partes erradas neste arquivo.',
    'not-this': () => 'Isto não é um arquivo de regras.',
  },
  settings: {
    empty: () => 'Este arquivo está vazio.',
    'too-large': (most: number) =>
      `É grande demais para ser um arquivo de configurações (no máximo ${amount(most)} kB).`,
    'not-json': (_line: number | undefined) => 'Este arquivo não é JSON.',
    newer: (version: number, read: number) =>
      `Este arquivo foi feito por um Ringside mais novo (versão ${version} das configurações; este lê a ${read}).`,
    'wrong-parts': () => 'Há partes erradas neste arquivo.',
    'not-this': () => 'Isto não é um arquivo de configurações, ou há partes erradas nele.',
  },
  expected: {
    'as-documented': (document: string) => `o que diz ${document}`,
    'no-such-member': () => 'este membro não existe',
    smaller: () => 'algo menor',
    'one-of': (choices: string[]) => `um destes: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'outra coisa',
    'at-most': (count: number, of: CountedParts) => `no máximo ${countOf(count, of)}`,
    'at-least': (count: number, of: CountedParts) => `no mínimo ${countOf(count, of)}`,
    'number-between': (least: number, most: number) => `um número de ${amount(least)} a ${amount(most)}`,
    date: () => 'uma data como 2026-11-21',
    text: () => 'um texto',
    number: () => 'um número',
    'whole-number': () => 'um número inteiro',
    'true-or-false': () => 'true ou false',
    list: () => 'uma lista',
    object: () => 'um objeto',
    table: () => 'uma tabela',
    slug: () => 'letras minúsculas, dígitos e hifens, no máximo 64',
    'letters-digits-hyphens': (most: number) => `letras, dígitos e hifens, no máximo ${amount(most)}`,
    'plain-characters': (most: number) => `caracteres simples, no máximo ${amount(most)}`,
    'header-name': () => 'o nome de um cabeçalho',
    'header-of-ours': () => 'um cabeçalho que não seja do próprio navegador; o login fica em auth',
    'parameter-name': () => 'o nome de um parâmetro',
    'attribute-name': () => 'o nome de um atributo',
    'oauth-scopes': () => 'escopos OAuth',
    currency: () => 'três letras, como EUR',
    origin: () => 'uma origem como https://desk.example.com (http só para localhost)',
    'host-place': () => 'um host como desk.example.com, *.example.com ou *',
    address: () => 'um endereço completo como https://login.example.com/token (http só para localhost)',
    'address-or-path': () => 'um endereço completo, ou um caminho abaixo do endereço do CRM',
    'plain-path': () => 'um caminho simples',
    'json-path': () => 'um caminho como data.list, phones[].number, ou . para tudo',
    'name-path': () => 'um caminho de nomes como address.city',
    'name-path-or-read-only': () => 'um caminho de nomes como address.city, ou readOnly',
    'message-path': () => 'um caminho como call.from[0].number',
    'every-key-once': () => 'cada chave uma só vez',
    'every-id-once': () => 'cada id uma só vez',
    'every-crm-once': () => 'cada CRM uma só vez; este já aparece mais acima',
    'id-of-its-own': (most: number) =>
      `letras minúsculas, dígitos e hifens, no máximo ${amount(most)}, e um diferente para cada CRM`,
    origins: () => 'uma lista de origens como https://desk.example.com, pelo menos uma',
    'every-host-once': () => 'cada plataforma uma só vez; esta já aparece mais acima',
    'newest-first': () => 'versões, a mais nova primeiro',
    'regular-expression': () => 'uma expressão regular como as do JavaScript',
    'fewer-repetitions': () =>
      'um padrão com menos repetições: no máximo dois + e *, ou um só quando não começa com ^; {1,40} custa menos',
    'no-nested-repetition': () => 'nenhuma repetição de um grupo que repete ou escolhe',
    'no-look-around': () => 'sem “look-around” e sem grupos nomeados',
    'no-back-reference': () => 'sem referências de volta a um grupo',
    'places-or-one': () => 'slots, list ou rows, ou vários deles',
    'one-body': () => 'body ou form, não os dois',
    'not-in-address': (name: string) =>
      `sem ${inBraces(name)} aqui: apareceria em um endereço, que fica em registros; use um cabeçalho ou um corpo`,
    'piece-of-number': (name: string) => `sem dígitos de ${inBraces(name)}, que não é um número`,
    'spread-in-list': (name: string) => `"{...${name}}" sozinho em uma lista, com algo que aqui é uma lista`,
    'object-to-spread': () => '"{changes}", "{record}" ou uma parte de um deles',
    'id-or-shared': () => 'id, ou shared quando ninguém é identificado',
    'next-or-link': () => 'next ou link',
    'place-to-look-at': () => 'path ou header, para saber onde olhar',
    'one-request': () =>
      'uma só requisição, pois cada resultado é depois lido por inteiro: no máximo duas idas e voltas',
    'add-or-read-only': () => 'add ou readOnly',
    'read-only-without-update': () => 'readOnly, já que não há update',
    'request-with': (name: string) => `uma requisição que contenha ${inBraces(name)}`,
    'request-expected-of': () => 'uma requisição da qual isso é esperado',
    'no-slash-in-front': () => 'sem barra no início',
    'no-list-of': (what: string) => `sem lista de ${what} aqui`,
    'join-or-index': () => 'join, ou {index} no nome do parâmetro',
    'method-with-body': () => 'um método que tenha corpo, como post',
    'braces-in-pairs': () => 'chaves { } aos pares, como em contacts/{contactId}',
    'doubled-braces': () => 'chaves { } aos pares; uma chave que vale por si mesma é duplicada',
    'path-below': () => 'um caminho abaixo do endereço, como api/contacts/{contactId}',
    'how-written': (name: string) =>
      `como é escrito dentro de outro texto: {${name}:plain}, :quoted, :doubled ou :raw`,
    'no-placeholder': (name: string) => `sem marcador como ${inBraces(name)} aqui`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} não é conhecido aqui: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" sozinho, pois é um objeto',
    arrangement: (document: string) => `seções com id, rótulo e campos, como diz ${document}`,
  },
};
