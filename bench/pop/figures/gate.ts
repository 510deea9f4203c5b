import type { Target } from '../targets.ts';
import type { RowResult } from './row-result.ts';

/** What is said of one target. */
export interface Verdict {
  target: Target;
  /** undefined where the row was not measured. */
  measured: number | undefined;
  /** `over` alone fails the gate: above the ceiling, which stands higher than the target where that is not met yet. */
  says: 'met' | 'below ceiling' | 'over' | 'not measured';
}

export function judge(target: Target, rows: readonly RowResult[]): Verdict {
  const measured = rows.find(({ id }) => id === target.row)?.figures[target.figure];
  if (measured === undefined || Number.isNaN(measured))
    return { target, measured: undefined, says: 'not measured' };
  if (measured <= target.target) return { target, measured, says: 'met' };
  return { target, measured, says: measured <= ceilingOf(target) ? 'below ceiling' : 'over' };
}

/** Noise may carry a figure over its target without anything being slower. */
export function ceilingOf({ target, ceiling }: Target): number {
  return ceiling ?? target;
}

/** What was to be measured and was not breaks the gate too: else a row that fails would pass for one that is quick. */
export function passes(verdicts: readonly Verdict[], wanted: ReadonlySet<string>): boolean {
  return verdicts.every(({ says, target }) =>
    says === 'not measured' ? !wanted.has(target.row) : says !== 'over',
  );
}
