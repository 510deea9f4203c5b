import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';

/** Panels open or closed on both sides; the card comes only where no panel is open. */
export async function useSurface(bench: Bench, surface: 'panel' | 'card'): Promise<void> {
  const wanted = surface === 'panel';
  if (wanted === bench.panelsOpen) return;
  for (const side of [bench.sides.ringside, bench.sides.floor]) {
    if (wanted) await side.openPanel();
    else await side.closePanel();
  }
  bench.panelsOpen = wanted;
  // What opening and closing leave to be done.
  await pause(1_000);
}
