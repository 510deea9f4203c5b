import type { IdentifierKind } from '../contact/identifier.ts';

/** What a CRM can do at all, with these settings; whether this agent may is for the CRM to say. The view offers nothing else. */
export interface CrmCapabilities {
  create: boolean;
  update: boolean;
  search: boolean;
  /** `add` and `keep` of an assignment. */
  link: boolean;
  /** `move` of an assignment: taking an identifier from its owners. */
  move: boolean;
  /** A change of `identifiers` may leave some out. */
  unlink: boolean;
  /** What a contact can hold; everything else ends in `not-supported` with `cannot-hold`. */
  identifiers: IdentifierKind[];
  /** Further kinds can be held once an administrator has chosen a field of the CRM for them. */
  identifiersBySetting?: boolean;
  /** A write notices by its `version` that somebody else changed the contact since. */
  guarded: boolean;
  /**
   * The CRM itself compares versions in the moment of writing. Where not, two who write at once are told apart by looking
   * again: numbers that one wrote over are put back, and of a field the later change holds.
   */
  comparesVersions?: boolean;
  /**
   * For so many days the CRM itself knows a write again by its idempotency key. Absent where it knows no keys: then what an
   * unanswered write did has to be found in it.
   */
  keysKeptDays?: number;
  /** Its contacts say when they were last in touch, or that they never were. Absent: nothing is known of that. */
  tellsLastInteraction?: boolean;
  /** The CRM takes searches in the address only: its own access log may hold what was looked for. */
  searchesInAddress?: boolean;
}

/** A CRM that can do all of it; what its contacts can hold is its own. */
export const fullCapabilities = {
  create: true,
  update: true,
  search: true,
  link: true,
  move: true,
  unlink: true,
  guarded: true,
} as const satisfies Partial<CrmCapabilities>;
