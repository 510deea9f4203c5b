/**
 * `npm run test:races`: the random interleavings in full, 100,000 of each race. `RACES_RUNS` and `RACES_SEED` choose
 * otherwise; the seed is printed, so that a failing run can be had again.
 */
import { join } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { run } from './process/processes.mjs';
import { root, runScript } from './process/project.mjs';

const hour = 3_600_000;

await runScript(async () => {
  await ensureInstalled();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', '--project', 'races'], {
    within: hour,
    env: { RACES_RUNS: process.env.RACES_RUNS ?? '100000' },
  });
  return code;
});
