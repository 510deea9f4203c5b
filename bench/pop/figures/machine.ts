import { cpus, loadavg } from 'node:os';

export interface Machine {
  model: string;
  cores: number;
  node: string;
  /** One-minute load averages; what is measured has its own share in them. */
  loadAtBegin: number;
  loadAtEnd: number;
}

export function describeMachine(loadAtBegin: number): Machine {
  const all = cpus();
  return {
    model: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    node: process.versions.node,
    loadAtBegin,
    loadAtEnd: load(),
  };
}

/** The load of the last minute, in hundredths. */
export function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

/** Best time of the loop below in this run, milliseconds. */
let best = Number.POSITIVE_INFINITY;

/** How many times longer a fixed piece of work takes now than it did at best: what else runs here, and the clock's speed. */
export function slowness(): number {
  const start = performance.now();
  let sum = 0;
  for (let turn = 0; turn < 4_000_000; turn += 1) sum = (sum + turn * turn) % 1_000_003;
  const took = performance.now() - start + (sum < 0 ? 1 : 0);
  best = Math.min(best, took);
  return took / best;
}
