import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, pagesOf } from '../bench.ts';
import type { SideName, Where } from '../servers/desk-server.ts';
import { isPanelOf } from '../sides/start-side.ts';

export interface InPanel {
  side: SideName;
  /** What is painted of it, and where. */
  where: Where;
  name: string;
  /** JavaScript: what the agent does. */
  does: string;
}

/** By then the debugger that brings it has let go of the panel. */
const afterMs = 150;

/** Has the panel do something by its own timer. When it did and when that was painted, epoch milliseconds. */
export async function inPanel(
  bench: Bench,
  { does, ...told }: InPanel,
): Promise<{ at: number; painted: number }> {
  const { chromium } = bench.sides[told.side];
  const { targetId } = await chromium.target('the panel', isPanelOf(pagesOf[told.side].panel));
  const paints = bench.desk.hears(told);
  paints.catch(() => {});
  await chromium.evaluate(
    targetId,
    `void setTimeout(() => {
      globalThis.didAt = performance.timeOrigin + performance.now();
      ${does};
    }, ${afterMs})`,
  );
  const painted = await paints;
  const at = await chromium.evaluate<number>(targetId, 'didAt');
  await pause(afterMs);
  return { at, painted };
}
