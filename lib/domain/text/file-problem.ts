/** What may stand in a part of a file that somebody wrote, by its code: what goes into the sentence of each. */
export interface ExpectationValues {
  'as-documented': [document: string];
  'no-such-member': [];
  smaller: [];
  'one-of': [choices: string[]];
  'one-kind-of': [kinds: string[]];
  'something-else': [];
  'at-most': [count: number, of: CountedParts];
  'at-least': [count: number, of: CountedParts];
  'number-between': [least: number, most: number];
  date: [];
  text: [];
  number: [];
  'whole-number': [];
  'true-or-false': [];
  list: [];
  object: [];
  table: [];
  // Names and addresses
  slug: [];
  'letters-digits-hyphens': [most: number];
  'plain-characters': [most: number];
  'header-name': [];
  'header-of-ours': [];
  'parameter-name': [];
  'attribute-name': [];
  'oauth-scopes': [];
  currency: [];
  origin: [];
  origins: [];
  'id-of-its-own': [most: number];
  'host-place': [];
  address: [];
  'address-or-path': [];
  'plain-path': [];
  'json-path': [];
  'name-path': [];
  'name-path-or-read-only': [];
  'message-path': [];
  // Lists
  'every-key-once': [];
  'every-id-once': [];
  'every-host-once': [];
  'every-crm-once': [];
  'newest-first': [];
  // Patterns
  'regular-expression': [];
  'fewer-repetitions': [];
  'no-nested-repetition': [];
  'no-look-around': [];
  'no-back-reference': [];
  // Requests of a CRM definition
  'places-or-one': [];
  'one-body': [];
  'not-in-address': [placeholder: string];
  'piece-of-number': [placeholder: string];
  'spread-in-list': [placeholder: string];
  'object-to-spread': [];
  'id-or-shared': [];
  'next-or-link': [];
  'place-to-look-at': [];
  'one-request': [];
  'add-or-read-only': [];
  'read-only-without-update': [];
  'request-with': [placeholder: string];
  'request-expected-of': [];
  'no-slash-in-front': [];
  'no-list-of': [what: string];
  'join-or-index': [];
  'method-with-body': [];
  'braces-in-pairs': [];
  'doubled-braces': [];
  'path-below': [];
  'how-written': [placeholder: string];
  'no-placeholder': [placeholder: string];
  'unknown-placeholder': [placeholder: string, known: string[]];
  'changes-alone': [];
  // Settings
  arrangement: [document: string];
}

/** What a count is of; undefined for a plain number. */
export type CountedParts = 'characters' | 'entries' | 'headers' | 'words' | 'hosts' | 'crms' | undefined;

/** A code with its values: `['at-most', 40, 'entries']`. */
export type Expectation = {
  [Code in keyof ExpectationValues]: readonly [Code, ...ExpectationValues[Code]];
}[keyof ExpectationValues];

/** A part of a file that is wrong: where (`rules.0.versions.1.probe`; empty for all of it), and what may stand there. */
export interface FileProblem {
  path: string;
  expected: Expectation;
}

/** Why a file is refused as a whole, by its code. `not-json`: the line, where it is known. */
export interface RefusalValues {
  empty: [];
  'too-large': [kilobytes: number];
  'not-json': [line: number | undefined];
  newer: [version: number, read: number];
  'wrong-parts': [];
  'not-this': [];
}

export type FileRefusal = {
  [Code in keyof RefusalValues]: readonly [Code, ...RefusalValues[Code]];
}[keyof RefusalValues];

export interface RefusedFile {
  ok: false;
  reason: FileRefusal;
  problems: FileProblem[];
}

/** An expectation as the message of a schema, which takes texts only. */
export function messageOf(...expected: Expectation): string {
  return JSON.stringify(expected);
}

/** The expectation that a schema's message holds; undefined for a message of the schema's own. */
export function expectationOf(message: string): Expectation | undefined {
  if (!message.startsWith('["')) return undefined;
  // Only `messageOf` makes such a text.
  return JSON.parse(message) as Expectation;
}
