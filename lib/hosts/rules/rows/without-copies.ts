import type { InteractionState } from '../../../domain/host/host-event.ts';
import { sameParty } from '../rule-facts.ts';
import type { Row } from './read-row.ts';

/** Of two rows of one interaction the weightier counts; one that has ended weighs nothing. */
const weight: Record<InteractionState, number> = {
  pending: 1,
  offered: 2,
  held: 3,
  active: 4,
  finished: 0,
  closed: 0,
};

export function weightOf({ facts }: Pick<Row, 'facts'>): number {
  return weight[facts.state ?? 'offered'];
}

/**
 * Rows of the same id, key or party are one; the one that is further on speaks, unless it is in a state that begins nothing
 * and another is not. What it does not show, the others say for it.
 */
export function withoutCopies(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const copies = kept.filter((other) => isCopy(row, other));
    const other = copies.find(({ looked }) => looked) ?? copies[0];
    if (other === undefined) kept.push(row);
    else kept[kept.indexOf(other)] = isFurther(row, other) ? joined(row, other) : joined(other, row);
  }
  return kept;
}

function isFurther(row: Row, other: Row): boolean {
  if (row.begins !== other.begins && weightOf(row) > 0 && weightOf(other) > 0) return row.begins;
  return weightOf(row) > weightOf(other);
}

function joined(row: Row, silent: Row): Row {
  const texts = { ...silent.facts.texts, ...row.facts.texts };
  const direction = row.facts.direction ?? silent.facts.direction;
  return {
    ...row,
    id: row.id || silent.id,
    key: row.key || silent.key,
    looked: row.looked || silent.looked,
    facts: { ...row.facts, ...(direction !== undefined && { direction }), texts },
  };
}

function isCopy(a: Row, b: Row): boolean {
  // What a list shows and what is opened beside it may not both name it.
  const apart = a.inside !== b.inside;
  if (apart ? a.id !== '' && b.id !== '' : a.id !== '' || b.id !== '') return a.id === b.id;
  if (apart ? a.key !== '' && b.key !== '' : a.key !== '' || b.key !== '') return a.key === b.key;
  const [one, other] = [a.facts.texts, b.facts.texts];
  if (one.clientId === undefined || other.clientId === undefined) return false;
  if (apart) return sameParty(one.clientId, other.clientId);
  if (one.clientId !== other.clientId) return false;
  return !one.displayName || !other.displayName || one.displayName === other.displayName;
}
