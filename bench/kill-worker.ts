/**
 * Kills the background worker at any moment of a ring and of a write, in a real Chromium, and counts what came of it:
 *
 *   node bench/kill-worker.ts [--rings 100] [--writes 40]       (SEED=… repeats a run)
 *
 * A ring: killed within 60 ms of the host's event; the right contact must come, and nobody else's name meanwhile. A write:
 * killed within 250 ms of *Create contact*; what the view says is not saved is tried again; one contact must be there.
 * Loopback only; ends by itself. Build first: `npm run build:e2e` and `build:server`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openHostPage, phoneCall } from '../e2e/harness/pages/host-page.ts';
import { panelView } from '../e2e/harness/pages/panel-view.ts';
import { random } from '../e2e/harness/random.ts';
import { setStage } from '../e2e/harness/stage.ts';
import { until } from '../scripts/process/until.ts';

const { values } = parseArgs({ options: { rings: { type: 'string' }, writes: { type: 'string' } } });
const [rings, writes] = [Number(values.rings ?? 100), Number(values.writes ?? 40)];
const chance = random();
const people = 20;
const numberOf = (index: number): string => `+4420794610${String(index).padStart(2, '0')}`;
const nameOf = (index: number): string => `Kill Person ${String(index).padStart(2, '0')}`;

const stage = await setStage();
try {
  await stage.connect();
  for (let index = 0; index < people; index += 1) await stage.contact(nameOf(index), numberOf(index));
  const host = await openHostPage(stage.ringside.context, stage.pages);
  const view = panelView(await stage.ringside.openPanel());

  const times: number[] = [];
  let wrong = 0;
  for (let ring = 0; ring < rings; ring += 1) {
    const index = chance.below(people);
    await host.interaction(phoneCall(`ring-${ring}`, numberOf(index), { state: 'offered' }));
    const at = performance.now();
    await pause(chance.below(60));
    await stage.ringside.killWorker();
    await until(`the contact of ring ${ring} (seed ${chance.seed})`, async () => {
      const head = await view.head();
      if (head.startsWith('Kill Person') && head !== nameOf(index)) wrong += 1;
      return head === nameOf(index);
    });
    times.push(performance.now() - at);
    await host.endAll();
    await view.clearRail();
  }

  let [lost, doubled, again] = [0, 0, 0];
  for (let write = 0; write < writes; write += 1) {
    const number = `+4420794620${String(write).padStart(2, '0')}`;
    await host.interaction(phoneCall(`write-${write}`, number, { state: 'active' }));
    await view.newContact.waitFor();
    await view.create(`Killed Write ${write}`);
    await pause(chance.below(250));
    await stage.ringside.killWorker();
    const retry = view.button('Try again').first();
    await until(`write ${write} to be saved (seed ${chance.seed})`, async () => {
      if ((await view.head()) === `Killed Write ${write}`) return true;
      if ((await retry.count()) === 0) return false;
      again += 1;
      await retry.click({ timeout: 2_000 });
      return false;
    });
    const owners = (await stage.owners(number)).length;
    if (owners === 0) lost += 1;
    if (owners > 1) doubled += 1;
    await host.endAll();
    await view.clearRail();
  }

  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)} ms`;
  console.log(`seed ${chance.seed}`);
  console.log(
    `${rings} rings: ${wrong} showed somebody else; contact after p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`,
  );
  console.log(`${writes} writes: ${lost} lost, ${doubled} doubled; Try again was pressed ${again} times`);
  process.exitCode = wrong + lost + doubled === 0 ? 0 : 1;
} finally {
  await stage.stop();
}
