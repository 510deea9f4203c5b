/**
 * `npm run test:faults`: writes against a CRM that fails in every way and a worker that is killed at any call, in 100,000
 * random schedules. `FAULTS_RUNS` and `FAULTS_SEED` choose otherwise; the seed is printed, so that a failing run can be had
 * again.
 */
import { join } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { run } from './process/processes.mjs';
import { root, runScript } from './process/project.mjs';

const hour = 3_600_000;

await runScript(async () => {
  await ensureInstalled();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', '--project', 'races', 'write-faults'], {
    within: hour,
    env: { FAULTS_RUNS: process.env.FAULTS_RUNS ?? '100000' },
  });
  return code;
});
