/**
 * `npm run mutants [-- part of a guard's name …]`: takes each guard of `scripts/mutants/guards.ts` out of a copy of the
 * project, runs the tests that are named beside it, and says which of them noticed. Fails where none does, and where a
 * guard is no longer found in its file. Two copies work at a time.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { onStop, run, stopAll } from './process/processes.mjs';
import { PlainError, root, runScript } from './process/project.mjs';

const folder = join(root, '.output', 'mutants');
const copies = 2;
const minute = 60_000;

await runScript(async () => {
  await ensureInstalled();
  const { guards } = await import('./mutants/guards.ts');
  const { takeOut } = await import('./mutants/take-out.ts');
  const wanted = process.argv.slice(2);
  const chosen = guards.filter(({ guard }) => wanted.every((part) => guard.includes(part)));
  if (chosen.length === 0) throw new PlainError(`No guard is named like: ${wanted.join(' ')}`);
  onStop(() => rm(folder, { recursive: true, force: true }));
  await rm(folder, { recursive: true, force: true });

  // A test that fails with the guard in place would pass for one that notices.
  const whole = await makeCopy(join(folder, 'whole'));
  const { failed } = await runTests(whole, [...new Set(chosen.flatMap(({ tests }) => tests))]);
  if (failed.length > 0) throw new PlainError(`With every guard in place these fail:\n${failed.join('\n')}`);

  const queue = [...chosen];
  const alive = [];
  await Promise.all(
    Array.from({ length: Math.min(copies, chosen.length) }, async (_, index) => {
      const copy = await makeCopy(join(folder, String(index)));
      for (let next = queue.shift(); next; next = queue.shift()) {
        const verdict = await tryGuard(copy, next, takeOut);
        if (!verdict.caught) alive.push(next.guard);
        console.log(
          `${verdict.caught ? 'caught' : 'ALIVE '}  ${next.guard} (${next.file})\n        ${verdict.by}`,
        );
      }
    }),
  );
  await stopAll();
  if (alive.length > 0) console.log(`\nNo test noticed: ${alive.join('; ')}`);
  console.log(`${chosen.length - alive.length} passed, ${alive.length} failed`);
  return alive.length === 0 ? 0 : 1;
});

/** The project as it stands, with what is not committed, and the packages of the original. */
async function makeCopy(copy) {
  const { code, said } = await run('git', ['ls-files', '-co', '--exclude-standard'], { output: 'keep' });
  if (code !== 0) throw new PlainError(`git does not say which files there are:\n${said}`);
  for (const file of said.split('\n').filter(Boolean)) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    // A file may have been deleted and not committed yet.
    await cp(join(root, file), join(copy, file)).catch(() => {});
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

async function tryGuard(copy, guard, takeOut) {
  const path = join(copy, guard.file);
  const original = await readFile(path, 'utf8');
  const without = takeOut(original, guard);
  if (without === undefined)
    return { caught: false, by: 'the guard is not in its file, or more than once: mend the table' };
  await writeFile(path, without);
  try {
    const { failed, passed } = await runTests(copy, guard.tests, ['--bail=1']);
    if (failed.length > 0) return { caught: true, by: failed[0] };
    return { caught: false, by: passed > 0 ? `${passed} tests passed without it` : 'no test ran' };
  } finally {
    await writeFile(path, original);
  }
}

/** Names of the tests that failed. A file that does not even load has noticed nothing. */
async function runTests(copy, tests, flags = []) {
  const report = join(copy, '.mutant.json');
  await rm(report, { force: true });
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=json', `--outputFile.json=${report}`];
  await run(process.execPath, [cli, 'run', ...reporters, ...flags, ...tests], {
    cwd: copy,
    output: 'keep',
    within: 10 * minute,
    env: { RACES_RUNS: process.env.RACES_RUNS ?? '400' },
  });
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}');
  const results = JSON.parse(text).testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    failed: results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    passed: results.filter(({ status }) => status === 'passed').length,
  };
}
