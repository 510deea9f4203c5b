/**
 * `npm run test:numbers`: every spelling of numbers of all countries against the reader of numbers, 1,000,000 times.
 * `NUMBERS_RUNS` and `NUMBERS_SEED` choose otherwise; the seed is printed, so that a failing run can be had again.
 */
import { join } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { run } from './process/processes.mjs';
import { root, runScript } from './process/project.mjs';

const hour = 3_600_000;

await runScript(async () => {
  await ensureInstalled();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', '--project', 'races', 'spellings'], {
    within: hour,
    env: { NUMBERS_RUNS: process.env.NUMBERS_RUNS ?? '1000000' },
  });
  return code;
});
