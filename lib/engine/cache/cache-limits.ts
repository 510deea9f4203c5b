/** Rows a cache keeps; the oldest go first. */
export interface CacheLimits {
  /** Contacts, and as many lookups. */
  contacts: number;
}

export const defaultCacheLimits: CacheLimits = { contacts: 20_000 };
