import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import { alwaysStale, changeSettings } from '../sides/connect-ringside.ts';
import { isWorker } from '../sides/start-side.ts';
import { knownPeople, strangers } from './known-people.ts';
import { overCrm, type PairRow, type Sampler, whole } from './row.ts';
import { useSurface } from './use-surface.ts';

const samples = { quick: 8, full: 40 };

/** Where the CRM is asked, or might be. */
export const askingRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'miss-panel',
    title: 'miss, panel, over the CRM’s own time',
    against: 'a bare panel page that asks',
    quick: true,
    samples,
    prepare: (bench) => miss(bench, 'panel'),
  },
  {
    kind: 'pair',
    id: 'miss-card',
    title: 'miss, card, over the CRM’s own time',
    against: 'a bare frame made for it that asks',
    quick: true,
    samples,
    prepare: (bench) => miss(bench, 'card'),
  },
  {
    kind: 'pair',
    id: 'stale-panel',
    title: 'stale hit, panel',
    against: 'a bare panel page that has a copy',
    quick: true,
    samples,
    prepare: stale,
  },
  {
    kind: 'pair',
    id: 'contact-id-panel',
    title: 'ContactID with a copy, panel',
    against: 'a bare panel page that has a copy',
    quick: true,
    samples,
    prepare: named,
  },
];

async function miss(bench: Bench, where: 'panel' | 'card'): Promise<Sampler> {
  await useSurface(bench, where);
  const stranger = strangers(bench);
  const one = async (side: 'ringside' | 'floor') =>
    overCrm(await pop(bench, { side, person: stranger(), where }));
  for (const side of ['ringside', 'floor'] as const) await one(side);
  return { ringside: () => one('ringside'), floor: () => one('floor') };
}

async function hits(bench: Bench, more: { named?: boolean }): Promise<Sampler> {
  const ringside = await knownPeople(bench, 'ringside');
  const floor = await knownPeople(bench, 'floor');
  await useSurface(bench, 'panel');
  return {
    ringside: async () =>
      whole(await pop(bench, { side: 'ringside', person: ringside(), where: 'panel', ...more })),
    floor: async () => whole(await pop(bench, { side: 'floor', person: floor(), where: 'panel' })),
  };
}

function named(bench: Bench): Promise<Sampler> {
  return hits(bench, { named: true });
}

async function stale(bench: Bench): Promise<Sampler> {
  const { chromium } = bench.sides.ringside;
  const sampler = await hits(bench, {});
  const change = async (settings?: typeof alwaysStale) => {
    const worker = await chromium.target('the worker', isWorker);
    await changeSettings(chromium, worker, { ...bench, ...(settings && { settings }) });
    await pause(1_000);
  };
  await change(alwaysStale);
  return { ...sampler, after: () => change() };
}
