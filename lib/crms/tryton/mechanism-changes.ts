import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { type Mechanism, type MechanismPart, mechanismOf, partsOfMechanism } from './party.ts';

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
    mechanisms.map((row) => ({ id: row.id, parts: partsOfMechanism(row, reading) }));
  const isWanted = ({ identifier }: MechanismPart) => wanted.some((one) => sameIdentifier(one, identifier));
  const held = rows(active);
  const gone = held.filter(({ parts }) => parts.length > 0 && !parts.some(isWanted));
  // Of two numbers in one row the other stays as it is typed.
  const cut = held.filter(({ parts }) => parts.some(isWanted) && !parts.every(isWanted));
  const added = wanted.filter((one) => !held.some(({ parts }) => holds(parts, one)));
  const former = rows(archived).filter(({ parts }) => parts.every(isWanted));
  const back = new Map(
    added.flatMap((one) => {
      const row = former.findLast(({ parts }) => holds(parts, one));
      return row ? [[one, row.id] as const] : [];
    }),
  );
  const fresh = added.filter((one) => !back.has(one));
  return [
    ...(gone.length > 0 ? [['write', gone.map(({ id }) => id), { active: false }]] : []),
    ...cut.map(({ id, parts }) => {
      const texts = parts.filter(isWanted).map(({ text }) => text);
      return ['write', [id], { value: texts.join(' / ') }];
    }),
    ...(back.size > 0 ? [['write', [...new Set(back.values())], { active: true }]] : []),
    ...(fresh.length > 0 ? [['create', fresh.map(mechanismOf)]] : []),
  ];
}

/** Some of these are not among the mechanisms: they may be among the archived ones. */
export function wantsMore(
  { reading, active }: Pick<Rows, 'reading' | 'active'>,
  wanted: readonly ContactIdentifier[],
): boolean {
  const held = active.flatMap((row) => partsOfMechanism(row, reading));
  return wanted.some((one) => !holds(held, one));
}

function holds(parts: MechanismPart[], wanted: Identifier): boolean {
  return parts.some(({ identifier }) => sameIdentifier(identifier, wanted));
}
