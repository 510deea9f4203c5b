import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { startLoneChromium } from '../browser/lone-chromium.ts';
import type { SideName } from '../servers/desk-server.ts';
import { connectRingside } from '../sides/connect-ringside.ts';
import { runningWorker } from '../sides/start-side.ts';
import { strangers } from './known-people.ts';
import type { PairRow, Sample, Sampler } from './row.ts';

/** The browser starts with the host page in it, as in the morning: no copy can be read any more, and the CRM is asked. */
export const firstPopRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'first-pop',
    title: 'first pop after browser start, card',
    against: 'a bare frame made for it that asks the CRM',
    quick: true,
    samples: { quick: 4, full: 12 },
    prepare: (bench) => firstPop(bench, 0),
  },
  {
    kind: 'pair',
    id: 'first-pop-4s',
    title: 'the same, 4 s after the page',
    against: 'a bare frame made for it that asks the CRM',
    quick: false,
    samples: { quick: 3, full: 10 },
    prepare: (bench) => firstPop(bench, 4_000),
  },
];

async function firstPop(bench: Bench, afterMs: number): Promise<Sampler> {
  const profiles = { ringside: await evening(bench, 'ringside'), floor: await evening(bench, 'floor') };
  const one = async (name: SideName) => {
    for (let start = 1; ; start += 1) {
      const sample = await morning(bench, { name, profile: profiles[name], afterMs });
      if (sample) return sample;
      if (start === mostStarts) throw new Error(`${name}: the host page was not loaded in ${start} starts`);
      console.log(`  ${name}: the browser started and did not load the host page; set up anew`);
      await rm(profiles[name], { recursive: true, force: true, maxRetries: 5 });
      profiles[name] = await evening(bench, name);
    }
  };
  return {
    ringside: () => one('ringside'),
    floor: () => one('floor'),
    async after() {
      for (const profile of Object.values(profiles))
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What is not loaded by then is not loaded at all: docs/performance.md says why. */
const loadedMs = 8_000;
const mostStarts = 5;

/** A profile in which everything is set up, as the browser leaves it when it is closed. */
async function evening(bench: Bench, name: SideName): Promise<string> {
  const profile = await aProfile();
  const chromium = await startLoneChromium({ extension: bench.folders[name], profile });
  try {
    const worker = await runningWorker(chromium);
    if (name === 'ringside') await connectRingside({ ...bench, stay: true })(chromium, worker);
    await pause(1_500);
  } finally {
    await chromium.stop();
  }
  return profile;
}

function aProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ringside-bench-'));
}

async function morning(
  bench: Bench,
  { name, profile, afterMs }: { name: SideName; profile: string; afterMs: number },
): Promise<Sample | undefined> {
  const person = strangers(bench)();
  const before = bench.crm.seen.length;
  const said = { side: name, name: person.name };
  const rings = bench.desk.hears({ ...said, where: 'rang' }, afterMs + loadedMs);
  const paints = bench.desk.hears({ ...said, where: 'card' }, 30_000);
  for (const one of [rings, paints]) one.catch(() => {});
  const ring = { number: person.number, name: person.name, afterMs, surface: 'frame' };
  const start = bench.desk.page(name, ring);
  // The same evening before every morning.
  const copy = await aProfile();
  await cp(profile, copy, { recursive: true });
  const chromium = await startLoneChromium({ extension: bench.folders[name], profile: copy, start });
  try {
    const rang = await rings.catch(() => undefined);
    if (rang === undefined) return undefined;
    const painted = await paints;
    const requests = bench.crm.seen.slice(before).filter(({ at }) => at >= rang && at <= painted).length;
    await pause(300);
    return { rang, ms: painted - rang, requests };
  } finally {
    await chromium.stop();
    await rm(copy, { recursive: true, force: true, maxRetries: 5 });
  }
}
