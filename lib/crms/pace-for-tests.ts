import type { Pace } from './pace.ts';

/** No time passes, and nobody waits. */
export const atOnce: Pace = { now: () => 0, wait: async () => {} };
