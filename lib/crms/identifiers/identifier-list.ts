import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';

export interface IdentifierListParts<Entry> {
  kind: IdentifierKind;
  /** The CRM's own list, with whatever else it keeps of each. */
  entries: readonly Entry[];
  identifierOf: (entry: Entry) => Identifier | undefined;
  /** All identifiers the contact is to have, of every kind. */
  wanted: readonly Identifier[];
}

/**
 * A list that a CRM replaces whole: the entries that stay, as they are, and the identifiers to append. What cannot be read
 * as an identifier is somebody's and stays. undefined where nothing changes.
 */
export function changeList<Entry>({ kind, entries, identifierOf, wanted }: IdentifierListParts<Entry>) {
  const own = wanted.filter((one) => one.kind === kind);
  const known = entries.map(identifierOf);
  const kept = entries.filter((_, index) => {
    const identifier = known[index];
    return identifier === undefined || own.some((one) => sameIdentifier(one, identifier));
  });
  const added = own.filter((one) => !known.some((identifier) => sameIdentifier(identifier, one)));
  return kept.length === entries.length && added.length === 0 ? undefined : { kept, added };
}
