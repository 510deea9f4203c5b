import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, pagesOf } from '../../bench.ts';
import type { SideName } from '../../servers/desk-server.ts';
import { isPanelOf } from '../../sides/start-side.ts';
import { inPanel } from '../in-panel.ts';
import type { PairRow, Sample, Sampler } from '../row.ts';
import { useSurface } from '../use-surface.ts';

/** The agent types a name; what was typed so far has been answered. */
export const searchRow: PairRow = {
  kind: 'pair',
  id: 'search-panel',
  title: 'from a key in the search to its result, over the CRM’s own time',
  against: 'a bare input, asked through the worker and listed',
  quick: true,
  samples: { quick: 10, full: 40 },
  prepare: search,
};

/** The answer to the first letters is there. */
const readMs = 400;

async function search(bench: Bench): Promise<Sampler> {
  await useSurface(bench, 'panel');

  async function one(side: SideName): Promise<Sample> {
    const { chromium } = bench.sides[side];
    const panel = await chromium.target('the panel', isPanelOf(pagesOf[side].panel));
    // Ten people of one beginning; who is meant is not the first of them.
    const tens = 4_000 + bench.next() * 10;
    const [first, , , meant] = [0, 1, 2, 3].map((digit) => bench.crm.person(tens + digit));
    if (first === undefined || meant === undefined) throw new Error('Nobody to search for');
    await chromium.evaluate(panel.targetId, `void (() => { ${types(first.name.slice(0, -1))} })()`);
    await pause(readMs);
    const before = bench.crm.seen.length;
    const does = types(meant.name);
    const { at, painted } = await inPanel(bench, { side, where: 'list', name: meant.name, does });
    const asked = bench.crm.seen.slice(before).filter((one) => one.at <= painted);
    await chromium.evaluate(panel.targetId, `void (() => { ${types('')} })()`);
    await pause(readMs);
    const crmMs = asked.reduce((sum, { tookMs }) => sum + tookMs, 0);
    return { rang: at, ms: painted - at - crmMs, requests: asked.length };
  }

  for (const side of ['ringside', 'floor'] as const) await one(side);
  return { ringside: () => one('ringside'), floor: () => one('floor') };
}

function types(text: string): string {
  return `
    const input = document.querySelector('input[type=search], #search');
    input.value = ${JSON.stringify(text)};
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));`;
}
