import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, identifierKey } from '../../domain/contact/identifier.ts';
import { readIdentifier } from '../../domain/contact/normalise-identifier.ts';
import { numbersIn } from '../../domain/numbers/numbers-in.ts';
import { isInternational } from '../../domain/numbers/phone.ts';
import { plainNumber } from '../../domain/numbers/plain-number.ts';
import { readNumber } from '../../domain/numbers/read-number.ts';

/** In which country the numbers of one record are read that stand there without a country code. Regions are ISO 3166-1 alpha-2. */
export interface NumberReading {
  /** Of the settings: where the record names none. */
  region: string;
  /** The record's own. */
  country?: string | undefined;
  /** What the CRM made of the record's numbers itself, in E.164. Where the record names no country it had to guess as well. */
  normalised?: readonly string[] | undefined;
}

/** The identifier that a text of a record stands for, with how its country is known; undefined where it is none of its kind. */
export function readStored(stored: Identifier, reading: NumberReading): ContactIdentifier | undefined {
  const { country } = reading;
  const region = country ?? reading.region;
  const plain = readIdentifier(stored, { region });
  if (plain?.kind !== stored.kind) return undefined;
  if (stored.kind !== 'phone' || isInternational(stored.value)) return plain;
  const byCrm = ofCrm(reading).find(({ value }) => endsAlike(value, stored.value));
  if (byCrm) return byCrm;
  // What the record's country does not read is one of the settings' region.
  const [first, other] = readNumber(stored.value, region);
  if (!first) return country === undefined ? plain : readStored(stored, { region: reading.region });
  if (first.as !== 'national' && !other) return plain;
  return { ...plain, country: country === undefined ? 'assumed' : 'record' };
}

/** Every identifier in a text of a record: people and imports put two numbers into one field. */
export function readStoredEach(stored: Identifier, reading: NumberReading): ContactIdentifier[] {
  return eachOnce(textsOf(stored).flatMap((value) => readStored({ ...stored, value }, reading) ?? []));
}

/** The texts that stand in one for an identifier each: two numbers apart. One alone stays as it stands, with all around it. */
export function textsOf({ kind, value }: Identifier): string[] {
  const texts = kind === 'phone' ? numbersIn(value) : [];
  return texts.length > 1 ? texts : [value];
}

/** The numbers that the CRM normalised, as identifiers. */
export function ofCrm({ country, normalised = [] }: NumberReading): ContactIdentifier[] {
  return normalised
    .filter((value) => /^\+\d{5,15}$/.test(value))
    .map((value) => ({
      kind: 'phone',
      value,
      ...(country === undefined && { country: 'assumed' as const }),
    }));
}

/** Each once; of two readings of one number, the one whose country is known best. In the order in which they were found. */
export function eachOnce(identifiers: readonly ContactIdentifier[]): ContactIdentifier[] {
  const found = new Map<string, ContactIdentifier>();
  for (const one of identifiers) {
    const key = identifierKey(one);
    const before = found.get(key);
    if (!before || doubt(one) < doubt(before)) found.set(key, one);
  }
  return [...found.values()];
}

function doubt({ country }: ContactIdentifier): number {
  return country === undefined ? 0 : country === 'record' ? 1 : 2;
}

/** True where a number in E.164 ends in all the digits that somebody typed, zeros in front apart. */
function endsAlike(e164: string, typed: string): boolean {
  const digits = plainNumber(typed).replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= fewestAlike && e164.endsWith(digits);
}

const fewestAlike = 6;
