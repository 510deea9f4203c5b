import type { Times } from './statistics.ts';

/** One row of the table. */
export interface RowResult {
  id: string;
  title: string;
  /** What its ratio is a ratio to. */
  against: string;
  /** The figures that targets are set for, by their names in `targets.ts`: ratios, counts, bytes. */
  figures: Partial<Record<FigureName, number>>;
  /** Milliseconds. */
  ringside?: Times;
  floor?: Times;
  /** What held the machine, where the row is not to be trusted even when it was repeated; else empty. */
  held: string;
  repeated: boolean;
}

export type FigureName = 'ratio' | 'p95Ratio' | 'requests' | 'bytes' | 'value';
