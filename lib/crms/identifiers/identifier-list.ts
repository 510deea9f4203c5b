import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';

export interface IdentifierListParts<Entry> {
  kind: IdentifierKind;
  /** The CRM's own list, with whatever else it keeps of each. */
  entries: readonly Entry[];
  /** None where the entry cannot be read; an entry may hold two numbers. */
  identifiersOf: (entry: Entry) => readonly Identifier[];
  /** All identifiers the contact is to have, of every kind. */
  wanted: readonly Identifier[];
}

/**
 * A list that a CRM replaces whole: the entries that stay, as they are, and the identifiers to append. What cannot be read
 * as an identifier is somebody's and stays. Of an entry that holds two and is to lose one, the other becomes an entry of its
 * own. undefined where nothing changes.
 */
export function changeList<Entry>({ kind, entries, identifiersOf, wanted }: IdentifierListParts<Entry>) {
  const own = wanted.filter((one) => one.kind === kind);
  const isWanted = (entry: Entry) =>
    identifiersOf(entry).every((identifier) => own.some((one) => sameIdentifier(one, identifier)));
  const kept = entries.filter(isWanted);
  const known = kept.flatMap(identifiersOf);
  const added = own.filter((one) => !known.some((identifier) => sameIdentifier(identifier, one)));
  return kept.length === entries.length && added.length === 0 ? undefined : { kept, added };
}
