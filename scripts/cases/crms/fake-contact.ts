/** Whom a CRM of a case holds. */
export interface FakeContact {
  name: string;
  /** What stands in its fields for numbers, as it was typed. */
  stored: readonly string[];
  /** ISO 3166-1 alpha-2, or as a person writes it, where the record names one. */
  country?: string | undefined;
  /** Members of its record that are otherwise than they should be. */
  odd?: Record<string, unknown> | undefined;
}
