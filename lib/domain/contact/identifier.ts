import type * as z from 'zod/mini';
import { subscriberKey } from '../numbers/subscriber.ts';
import type { identifierSchema } from './identifier-schema.ts';

// Its schema is apart: views compare identifiers, and read none.
export type Identifier = z.infer<typeof identifierSchema>;
export type IdentifierKind = Identifier['kind'];

/**
 * One string for a normalised identifier, fit for a map key or an index; never shown. Of a number it is that of the
 * subscriber, whichever of the plan's spellings was told.
 */
export function identifierKey({ kind, value, scope = '' }: Identifier): string {
  return JSON.stringify([kind, kind === 'phone' ? subscriberKey(value) : value, scope]);
}

/** One string for what is looked for: the identifier with all its readings. */
export function questionKey(identifier: Identifier): string {
  return JSON.stringify(readingsOf(identifier).map(identifierKey));
}

/** True where the question that a `questionKey` stands for is one for this identifier too. */
export function asksFor(question: string, identifier: Identifier): boolean {
  const keys: unknown = JSON.parse(question);
  return Array.isArray(keys) && keys.includes(identifierKey(identifier));
}

/** Each number that an identifier may be, as an identifier of its own, likeliest first; of all but phone numbers it alone. */
export function readingsOf({ readings = [], ...own }: Identifier): Identifier[] {
  return [own, ...readings.map((value): Identifier => ({ kind: own.kind, value }))];
}

/** The same, which may be these numbers too. */
export function withReadings(identifier: Identifier, readings: readonly string[]): Identifier {
  const all = [...new Set([...(identifier.readings ?? []), ...readings])].filter(
    (value) => value !== identifier.value,
  );
  return all.length === 0 ? identifier : { ...identifier, readings: all };
}

/** True where a contact's identifier is one of those that the other may be. */
export function isAnswer(own: Identifier, asked: Identifier): boolean {
  const keys = readingsOf(asked).map(identifierKey);
  return readingsOf(own).some((reading) => keys.includes(identifierKey(reading)));
}

/** True where both are present and name the same client. Compare normalised identifiers only. */
export function sameIdentifier(a: Identifier | undefined, b: Identifier | undefined): boolean {
  return a !== undefined && b !== undefined && identifierKey(a) === identifierKey(b);
}

/** True also where neither is present. */
export function sameOrNone(a: Identifier | undefined, b: Identifier | undefined): boolean {
  return a === undefined ? b === undefined : sameIdentifier(a, b);
}

/** True where the same is looked for, in all its readings, and where nothing is. */
export function sameQuestion(a: Identifier | undefined, b: Identifier | undefined): boolean {
  return a === undefined || b === undefined ? a === b : questionKey(a) === questionKey(b);
}
