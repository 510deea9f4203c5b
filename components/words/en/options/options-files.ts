import type {
  CountedParts,
  ExpectationValues,
  RefusalValues,
} from '../../../../lib/domain/text/file-problem.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

type Messages<Values extends { [Code in keyof Values]: unknown[] }> = {
  [Code in keyof Values]: (...values: Values[Code]) => string;
};

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => `{${name}}`;
const either = (choices: string[]): string => listOf(choices, 'disjunction');

const counted: Record<NonNullable<CountedParts>, { one: string; other: string }> = {
  characters: { one: 'character', other: 'characters' },
  entries: { one: 'entry', other: 'entries' },
  headers: { one: 'header', other: 'headers' },
  words: { one: 'word', other: 'words' },
  hosts: { one: 'host', other: 'hosts' },
  crms: { one: 'CRM', other: 'CRMs' },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : `${amount(count)} ${plural(count, counted[parts])}`;

/** What is wrong with a file or definition that somebody wrote, in English. */
export const fileEnglish = {
  allOfIt: '(all of it)',
  /** Why it is refused as a whole. */
  definition: {
    empty: () => 'There is no definition yet.',
    'too-large': (most: number) => `This is too large to be a definition (${amount(most)} kB at most).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'This is not JSON.' : `This is not JSON (line ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `This is for a newer Ringside (version ${version} of definitions; this one reads ${read}).`,
    'wrong-parts': () => 'Parts of this definition are wrong.',
    'not-this': () => 'This is not a definition.',
  } satisfies Messages<RefusalValues>,
  rules: {
    empty: () => 'There are no rules yet.',
    'too-large': (most: number) => `This is too large to be a rule file (${amount(most)} kB at most).`,
    'not-json': (line: number | undefined) =>
      line === undefined ? 'This is not JSON.' : `This is not JSON (line ${amount(line)}).`,
    newer: (version: number, read: number) =>
      `This file is for a newer Ringside (version ${version} of the rules; this one reads ${read}).`,
    'wrong-parts': () => 'Parts of this file are wrong.',
    'not-this': () => 'This is not a rule file.',
  } satisfies Messages<RefusalValues>,
  settings: {
    empty: () => 'This file is empty.',
    'too-large': (most: number) => `This is too large to be a settings file (${amount(most)} kB at most).`,
    'not-json': (_line: number | undefined) => 'This file is not JSON.',
    newer: (version: number, read: number) =>
      `This file was made by a newer Ringside (version ${version} of the settings; this one reads ${read}).`,
    'wrong-parts': () => 'Parts of this file are wrong.',
    'not-this': () => 'This is not a settings file, or parts of it are wrong.',
  } satisfies Messages<RefusalValues>,
  /** What may stand in a part of it. */
  expected: {
    'as-documented': (document: string) => `what ${document} says`,
    'no-such-member': () => 'no such member',
    smaller: () => 'something smaller',
    'one-of': (choices: string[]) => `one of: ${choices.join(', ')}`,
    'one-kind-of': either,
    'something-else': () => 'something else',
    'at-most': (count: number, of: CountedParts) => `at most ${countOf(count, of)}`,
    'at-least': (count: number, of: CountedParts) => `at least ${countOf(count, of)}`,
    'number-between': (least: number, most: number) => `a number from ${amount(least)} to ${amount(most)}`,
    date: () => 'a date such as 2026-11-21',
    text: () => 'a text',
    number: () => 'a number',
    'whole-number': () => 'a whole number',
    'true-or-false': () => 'true or false',
    list: () => 'a list',
    object: () => 'an object',
    table: () => 'a table',
    slug: () => 'small letters, digits and hyphens, at most 64',
    'letters-digits-hyphens': (most: number) => `letters, digits and hyphens, at most ${amount(most)}`,
    'plain-characters': (most: number) => `plain characters, at most ${amount(most)}`,
    'header-name': () => 'the name of a header',
    'header-of-ours': () => 'a header that is not the browser’s own; signing in stands in auth',
    'parameter-name': () => 'the name of a parameter',
    'attribute-name': () => 'the name of an attribute',
    'oauth-scopes': () => 'OAuth scopes',
    currency: () => 'three letters such as EUR',
    origin: () => 'an origin such as https://desk.example.com (http only for localhost)',
    'host-place': () => 'a host such as desk.example.com, *.example.com, or *',
    address: () => 'a whole address such as https://login.example.com/token (http only for localhost)',
    'address-or-path': () => 'a whole address, or a path below that of the CRM',
    'plain-path': () => 'a plain path',
    'json-path': () => 'a path such as data.list, phones[].number, or . for all of it',
    'name-path': () => 'a path of names such as address.city',
    'name-path-or-read-only': () => 'a path of names such as address.city, or readOnly',
    'message-path': () => 'a path such as call.from[0].number',
    'every-key-once': () => 'every key once',
    'every-id-once': () => 'every id once',
    'every-crm-once': () => 'every CRM once; this one stands further up already',
    'id-of-its-own': (most: number) =>
      `small letters, digits and hyphens, at most ${amount(most)}, and another for each CRM`,
    origins: () => 'a list of origins such as https://desk.example.com, at least one',
    'every-host-once': () => 'every host once; this one stands further up already',
    'newest-first': () => 'versions, the newest first',
    'regular-expression': () => 'a regular expression as JavaScript has them',
    'fewer-repetitions': () =>
      'a pattern with fewer repetitions: at most two of + and *, or one where it does not begin with ^; {1,40} costs less',
    'no-nested-repetition': () => 'no repetition of a group that repeats or chooses',
    'no-look-around': () => 'no look-around and no named groups',
    'no-back-reference': () => 'no references back to a group',
    'places-or-one': () => 'slots, list or rows, or several of them',
    'one-body': () => 'either body or form',
    'not-in-address': (name: string) =>
      `no ${inBraces(name)} here: it would stand in an address, which logs hold; put it into a header or a body`,
    'piece-of-number': (name: string) => `no digits of ${inBraces(name)}, which is no number`,
    'spread-in-list': (name: string) => `"{...${name}}" alone in a list, of what is a list here`,
    'object-to-spread': () => '"{changes}", "{record}" or a part of one',
    'id-or-shared': () => 'id, or shared where nobody is named',
    'next-or-link': () => 'next, or link',
    'place-to-look-at': () => 'path or header, to look at',
    'one-request': () => 'one request only, since every hit is then read whole: two round trips at most',
    'add-or-read-only': () => 'add, or readOnly',
    'read-only-without-update': () => 'readOnly, since there is no update',
    'request-with': (name: string) => `a request with ${inBraces(name)} in it`,
    'request-expected-of': () => 'a request that it is expected of',
    'no-slash-in-front': () => 'no slash in front',
    'no-list-of': (what: string) => `no list of ${what} here`,
    'join-or-index': () => 'join, or {index} in the name of the parameter',
    'method-with-body': () => 'a method that has a body, such as post',
    'braces-in-pairs': () => 'braces in pairs, as in contacts/{contactId}',
    'doubled-braces': () => 'braces in pairs; a brace that stands for itself is doubled',
    'path-below': () => 'a path below the address, such as api/contacts/{contactId}',
    'how-written': (name: string) =>
      `how it is written within other text: {${name}:plain}, :quoted, :doubled or :raw`,
    'no-placeholder': (name: string) => `no placeholder such as ${inBraces(name)} here`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} is not known here: ${known.map(inBraces).join(' ')}`,
    'changes-alone': () => '"{changes}" alone, since it is an object',
    arrangement: (document: string) => `sections with an id, a label and fields, as ${document} says`,
  } satisfies Messages<ExpectationValues>,
};
