import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { sameIdentifier } from '../../domain/contact/identifier.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { identifierOfMechanism, type Mechanism, mechanismOf } from './party.ts';

interface Rows {
  reading: NumberReading;
  /** Those that the party is reached by. */
  active: Mechanism[];
  /** Those that were taken from it. */
  archived: Mechanism[];
}

/**
 * What turns a party's mechanisms into these identifiers, as Tryton wants it. What is taken away is archived and never
 * deleted, since other documents may name it; what comes back is the same row as before, as it was typed.
 */
export function mechanismChanges(
  { reading, active, archived }: Rows,
  wanted: readonly ContactIdentifier[],
): unknown[] {
  const rows = (mechanisms: Mechanism[]) =>
    mechanisms.map((row) => ({ id: row.id, identifier: identifierOfMechanism(row, reading) }));
  const held = rows(active);
  const gone = held.filter(
    ({ identifier }) => identifier && !wanted.some((one) => sameIdentifier(one, identifier)),
  );
  const added = wanted.filter((one) => !held.some(({ identifier }) => sameIdentifier(identifier, one)));
  const former = rows(archived);
  const back = new Map(
    added.flatMap((one) => {
      const row = former.findLast(({ identifier }) => sameIdentifier(identifier, one));
      return row ? [[one, row.id] as const] : [];
    }),
  );
  const fresh = added.filter((one) => !back.has(one));
  return [
    ...(gone.length > 0 ? [['write', gone.map(({ id }) => id), { active: false }]] : []),
    ...(back.size > 0 ? [['write', [...back.values()], { active: true }]] : []),
    ...(fresh.length > 0 ? [['create', fresh.map(mechanismOf)]] : []),
  ];
}

/** Some of these are not among the mechanisms: they may be among the archived ones. */
export function wantsMore(
  { reading, active }: Pick<Rows, 'reading' | 'active'>,
  wanted: readonly ContactIdentifier[],
): boolean {
  const held = active.map((row) => identifierOfMechanism(row, reading));
  return wanted.some((one) => !held.some((identifier) => sameIdentifier(identifier, one)));
}
