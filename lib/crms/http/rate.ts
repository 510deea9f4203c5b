/** How often something may be done: so many times within any stretch of so many milliseconds. */
export interface Rate {
  requests: number;
  perMs: number;
}

/** How many requests a connection sends at most; those beyond wait. What the vendor takes, or less where agents share it. */
export interface CrmRate extends Rate {
  /** For the requests marked as searches, besides. */
  searches?: Rate;
}
