import type { Bench } from '../bench.ts';
import type { FigureName } from '../figures/row-result.ts';
import type { Times } from '../figures/statistics.ts';
import type { Popped } from '../pop.ts';

interface About {
  id: string;
  title: string;
  /** What its ratio is a ratio to. */
  against: string;
  /** Measured with `--quick` too. */
  quick: boolean;
}

/** Both sides in turn, sample by sample. `prepare` brings them to where one sample is like the other. */
export interface PairRow extends About {
  kind: 'pair';
  samples: { quick: number; full: number };
  prepare(bench: Bench): Promise<Sampler>;
  /** Its times are the processor's own: that others work does not matter. */
  byProcessor?: boolean;
  /** Further figures of the times of both. */
  more?(ringside: Times, floor: Times): Figures;
}

export interface Sampler {
  ringside(): Promise<Sample>;
  floor(): Promise<Sample>;
  /** Further figures, measured when the samples have been taken. */
  more?(): Promise<Figures>;
  /** Leaves things as they were. */
  after?(): Promise<void>;
}

/** When it began (epoch milliseconds), the milliseconds that count, and how many requests there were. */
export interface Sample {
  rang: number;
  ms: number;
  requests: number;
}

/** What is not a time of two sides: weights. */
export interface FactRow extends About {
  kind: 'fact';
  measure(bench: Bench): Promise<Figures>;
}

type Figures = Partial<Record<FigureName, number>>;

export type Row = PairRow | FactRow;

/** Of a pop the whole time counts. */
export function whole({ rang, ms, requests }: Popped): Sample {
  return { rang, ms, requests };
}

/** Of a miss what is over the CRM's own time. */
export function overCrm({ rang, ms, crmMs, requests }: Popped): Sample {
  return { rang, ms: ms - crmMs, requests };
}
