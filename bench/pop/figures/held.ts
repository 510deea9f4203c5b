import { spread } from './statistics.ts';

/** What was seen of the machine beside one row. */
export interface Signs {
  /** A side's samples, a list for each round. */
  ringside: number[][];
  floor: number[][];
  /** How many times longer a fixed piece of work took at worst than at best. */
  slowness: number;
  /** One-minute load when the row began. */
  load: number;
  cores: number;
}

/** Medians of quiet rounds differ by about a quarter. */
const mostSpread = 0.6;
const mostSlowness = 1.5;

/** Why the row is not to be trusted, in words; empty where it is. */
export function heldBy(signs: Signs): string {
  const reasons: string[] = [];
  for (const side of ['ringside', 'floor'] as const) {
    const apart = spread(signs[side]);
    if (apart > mostSpread) reasons.push(`rounds of ${side} differ by ${Math.round(apart * 100)} %`);
  }
  if (signs.slowness > mostSlowness)
    reasons.push(`a fixed piece of work took ${signs.slowness.toFixed(1)} times as long as at best`);
  if (signs.load > signs.cores * 1.25) reasons.push(`load ${signs.load} on ${signs.cores} cores`);
  return reasons.join('; ');
}
