/**
 * `npm run bench [-- --quick] [-- --gate] [-- --marks] [-- --rows=a,b] [-- --slow=what]`: how long it takes from a host's event to the name painted, in a
 * real Chromium, beside the least that could do the job (`bench/floor/`). Builds first what is old. Writes
 * `bench/results.json` and prints a table; with `--gate` it ends with 1 where a figure is over its ceiling
 * (`bench/pop/targets.ts`). `--marks` tells where the time goes instead; `--slow` makes a thing slower (`bench/pop/slow/`, or `all`)
 * and tells which gates break. docs/performance.md says what is measured and how.
 */
import { ensureInstalled } from '../scripts/prepare/ensure-installed.mjs';
import { PlainError, root, runScript } from '../scripts/process/project.mjs';

await runScript(async () => {
  const given = process.argv.slice(2);
  const names = given.flatMap((flag) => (flag.startsWith('--rows=') ? flag.slice(7).split(',') : []));
  const slow = given.find((flag) => flag.startsWith('--slow='))?.slice(7);
  const unknown = given.filter(
    (flag) => !['--quick', '--gate', '--marks'].includes(flag) && !/^--(?:rows|slow)=/.test(flag),
  );
  if (unknown.length > 0)
    throw new PlainError(
      `Unknown flag ${unknown.join(' ')}; there are --quick, --gate, --marks, --rows=a,b and --slow=what.`,
    );
  await ensureInstalled();
  const { buildWhatIsOld } = await import('../e2e/harness/build.ts');
  const { chromiumMissing } = await import('../e2e/harness/browser/chromium.ts');
  const missing = chromiumMissing();
  if (missing !== undefined) throw new PlainError(`To measure, this needs ${missing}.`);
  buildWhatIsOld(root);
  if (slow !== undefined) return (await import('./pop/slow/try-gates.ts')).tryGates(slow);
  const { runBench, runMarks } = await import('./pop/run.ts');
  if (given.includes('--marks')) return runMarks(names);
  return runBench({ quick: given.includes('--quick'), gate: given.includes('--gate'), names });
});
