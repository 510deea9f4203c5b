import type * as z from 'zod/mini';
import type { Difference } from './differences.ts';

/** What came of a check, in the members that `right` may name. */
export type Came = Record<string, unknown>;

/** The same asked in one way; where there are several, each must come out right. */
export interface Way {
  /** Of the only one: empty. */
  way: string;
  came: Came;
  /** What was wrong before the end, where the check says itself what must come on the way. */
  wrong?: Difference[];
}

/** One `type` of checks: what its files hold, and how it is run on the product's code. */
export interface Check<Input = unknown> {
  input: z.ZodMiniType<Input>;
  run(input: Input): Promise<Way[]>;
}

/** Keeps a check's types together while it is written, and lets checks of all types stand in one table. */
export function check<Input>(one: Check<Input>): Check {
  // Sound: `run` is only ever called with what `input` has parsed.
  return one as unknown as Check;
}
