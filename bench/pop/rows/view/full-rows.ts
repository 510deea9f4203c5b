import { defaultSettings } from '../../../../lib/domain/settings.ts';
import { type Bench, pagesOf } from '../../bench.ts';
import { pop } from '../../pop.ts';
import type { Person } from '../../servers/quick-crm.ts';
import { startQuickCrm } from '../../servers/quick-crm.ts';
import { connectRingside, freshForLong } from '../../sides/connect-ringside.ts';
import { isPanelOf, startSide } from '../../sides/start-side.ts';
import { inTurn } from '../in-turn.ts';
import { type FactRow, type PairRow, type Sampler, whole } from '../row.ts';
import { wideFields, wideWorkspace } from './wide-workspace.ts';

const samples = { quick: 8, full: 40 };

/** The full view of 40 sections and 200 fields, from the copy: when the head stands, when all stands, and whether anything moves. */
export const fullRows: [PairRow, PairRow, FactRow] = [
  {
    kind: 'pair',
    id: 'full-head',
    title: 'full view of 200 fields, its head',
    against: 'a bare panel page with the name',
    quick: true,
    samples,
    prepare: (bench) => fullView(bench, 'panel'),
  },
  {
    kind: 'pair',
    id: 'full-rest',
    title: 'full view of 200 fields, its last field',
    against: 'a bare panel page with all fields',
    quick: true,
    samples,
    prepare: (bench) => fullView(bench, 'rest'),
  },
  {
    kind: 'fact',
    id: 'full-moves',
    title: 'full view of 200 fields, layout shift after the head',
    against: 'nothing',
    quick: false,
    measure: moves,
  },
];

async function fullView(bench: Bench, where: 'panel' | 'rest'): Promise<Sampler> {
  const { full, next, stop } = await openFull(bench);
  const one = async (side: 'ringside' | 'floor') => whole(await pop(full, { side, person: next(), where }));
  return { ringside: () => one('ringside'), floor: () => one('floor'), after: stop };
}

/** By the browser's own count, of what had been painted before. */
async function moves(bench: Bench) {
  const { full, next, stop } = await openFull(bench);
  try {
    const { chromium } = full.sides.ringside;
    const panel = await chromium.target('the panel', isPanelOf(pagesOf.ringside.panel));
    await chromium.evaluate(panel.targetId, watchShifts);
    let shifted = 0;
    for (let turn = 0; turn < samples.quick; turn += 1) {
      const { rang, ms } = await pop(full, { side: 'ringside', person: next(), where: 'panel', restMs: 500 });
      const all = await chromium.evaluate<[at: number, value: number][]>(panel.targetId, 'shifts.splice(0)');
      // What is over at once goes away as a whole.
      const own = all.filter(([at]) => at > rang + ms && at < rang + ms + 450);
      shifted += own.reduce((sum, [, value]) => sum + value, 0);
    }
    return { value: shifted };
  } finally {
    await stop();
  }
}

const watchShifts = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) shifts.push([performance.timeOrigin + startTime, value]);
  }).observe({ type: 'layout-shift' });`;

/** A Ringside of its own with such a CRM, its panel open, beside the floor of the others; both have copies. */
async function openFull(bench: Bench) {
  const { desk, companion, crm } = bench;
  const wide = await startQuickCrm({ companion, seen: crm.seen, workspace: wideWorkspace });
  const settings = { ...freshForLong, view: { ...defaultSettings.view, open: 'full' } } as const;
  const side = await startSide({
    name: 'ringside',
    desk,
    extension: bench.folders.ringside,
    pages: pagesOf.ringside,
    connect: connectRingside({ desk, crm: wide, settings }),
  });
  const stop = async () => {
    await side.stop();
    await wide.stop();
  };
  try {
    await side.openPanel();
    if (!bench.panelsOpen) await bench.sides.floor.openPanel();
    const full = { ...bench, sides: { ...bench.sides, ringside: side } };
    const people = Array.from({ length: 4 }, () => widePerson(bench));
    for (const person of people) {
      wide.add(person);
      for (const name of ['ringside', 'floor'] as const)
        await pop(full, { side: name, person, where: 'rest' });
    }
    return {
      full,
      next: inTurn(people, 2),
      async stop() {
        await stop();
        if (!bench.panelsOpen) await bench.sides.floor.closePanel();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function widePerson(bench: Bench): Person {
  const number = `+442078${String(460_000 + bench.next())}`;
  const name = `Bench wide ${bench.next()}`;
  const person = { id: `wide-${bench.next()}`, name, number, fields: wideFields(name) };
  bench.crm.add(person);
  return person;
}
