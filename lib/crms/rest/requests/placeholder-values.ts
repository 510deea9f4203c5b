import type { ContactIdentifier } from '../../../domain/contact/contact.ts';
import type { Identifier } from '../../../domain/contact/identifier.ts';
import type { ListName } from '../../../domain/crm/crm-definition-values.ts';
import { parsePhone } from '../../../domain/numbers/phone.ts';
import { commonSpellings } from '../../identifiers/common-spellings.ts';
import { storedText } from '../../identifiers/other-identifiers.ts';
import { digitPatterns, phoneVariants } from '../../identifiers/phone-variants.ts';
import { splitName } from '../../records/person-name.ts';

/** What the placeholders of a request stand for. */
export interface PlaceholderValues {
  texts: Readonly<Record<string, string>>;
  lists?: Readonly<Partial<Record<ListName, string[]>>>;
  /** `{changes}`. */
  changes?: Record<string, unknown>;
  /** `{record}`: as it was read, with the changes in it. */
  record?: unknown;
  /** Between the digits of a piece of `{pattern}`. */
  wildcard?: string;
}

const mostWords = 8;
/** Each may be a request of its own. */
const mostReadings = 4;
const tailLength = 4;

/** Of an identifier; of a phone number, every spelling that a CRM may look for. `wildcard` stands in `{pattern}`. */
export function valuesOfIdentifier(identifier: Identifier, wildcard: string): PlaceholderValues {
  const { kind, value, scope = '' } = identifier;
  const texts = { value, scope, stored: storedText(identifier) };
  if (kind !== 'phone') return { texts };
  const phone = parsePhone(value, '');
  // Normalised numbers are digits already; nothing else may pass for one.
  const number = value.replace(/[^\d+]/g, '');
  const asked = { ...identifier, value: number };
  const { nationals, callingCode } = phoneVariants(asked);
  const [national = number] = nationals;
  return {
    texts: {
      ...texts,
      e164: number,
      national,
      callingCode,
      digits: number.replace(/\D/g, ''),
      country: phone?.country ?? '',
      international: phone?.display ?? number,
      local: phone?.nationalDisplay ?? number,
      pattern: digitPatterns(asked, wildcard)[0] ?? '',
    },
    lists: { spellings: commonSpellings(asked), tails: tailsOf(national) },
    wildcard,
  };
}

/**
 * What a search for an identifier may speak of: for a phone number once for each of its readings, and each spelling of its
 * subscriber. A request that has them all in its lists is the same for each.
 */
export function valuesOfSearch(identifier: Identifier, wildcard: string): PlaceholderValues[] {
  const first = valuesOfIdentifier(identifier, wildcard);
  if (identifier.kind !== 'phone') return [first];
  const others = phoneVariants(identifier).e164s.filter((value) => value !== first.texts.e164);
  const patterns = digitPatterns(identifier, wildcard);
  const each = [first, ...others.map((value) => valuesOfIdentifier({ kind: 'phone', value }, wildcard))];
  return each.slice(0, mostReadings).map((one, at) => ({
    ...one,
    ...(first.lists && { lists: first.lists }),
    texts: { ...one.texts, pattern: patterns[at] ?? patterns[0] ?? '' },
  }));
}

/** What a search for text may speak of. */
export function valuesOfQuery(query: string): PlaceholderValues {
  const text = query.trim();
  const words = text.split(/\s+/);
  const texts = { query: text, firstWord: words[0] ?? '', lastWord: words.at(-1) ?? '' };
  return { texts, lists: { words: words.slice(0, mostWords) } };
}

export interface WrittenContact {
  name: string;
  identifiers: readonly ContactIdentifier[];
  agentId: string;
  now: Date;
}

/** What a write may say beside the changes: of the contact that is written, of who writes it, and when. */
export function textsOfWrite({ name, identifiers, agentId, now }: WrittenContact): Record<string, string> {
  const { firstName, lastName } = splitName(name);
  const first = (kind: Identifier['kind']) => identifiers.find((one) => one.kind === kind)?.value ?? '';
  const moment = now.toISOString();
  return {
    name,
    firstName,
    lastName,
    firstPhone: first('phone'),
    firstEmail: first('email'),
    agentId,
    now: moment,
    today: moment.slice(0, 10),
  };
}

/** The same and more. */
export function withTexts(values: PlaceholderValues, texts: Record<string, string>): PlaceholderValues {
  return { ...values, texts: { ...values.texts, ...texts } };
}

/** The ways in which the last four digits of a number are typed: `0123`, `01 23`, `0-123`. For CRMs that only know "contains". */
function tailsOf(national: string): string[] {
  const tail = national.slice(-tailLength);
  const cuts = Array.from({ length: Math.max(0, tail.length - 1) }, (_, index) => tail.length - 1 - index);
  // In the middle first, where most people put it.
  cuts.sort((a, b) => Math.abs(a - tail.length / 2) - Math.abs(b - tail.length / 2));
  return [
    tail,
    ...cuts.flatMap((cut) =>
      [' ', '.', '-', '/'].map((mark) => `${tail.slice(0, cut)}${mark}${tail.slice(cut)}`),
    ),
  ];
}
