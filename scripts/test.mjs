/**
 * `npm test`: everything. Format, lint, types, unused code; unit, view, server and race tests; builds; end-to-end tests.
 * `--fast` leaves out builds and end-to-end tests. Ends with `N passed, N failed`. With CI=true a program that is missing
 * is a failure, else what could not be tested is said.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { run, stopAll } from './process/processes.mjs';
import { npmCommand, PlainError, root, runScript } from './process/project.mjs';

const minute = 60_000;
const report = join(root, '.output', 'test', 'vitest.json');
const tally = { passed: 0, failed: 0 };
const failures = [];

await runScript(async () => {
  const fast = process.argv.includes('--fast');
  const unknown = process.argv.slice(2).filter((flag) => flag !== '--fast');
  if (unknown.length > 0) throw new PlainError(`Unknown flag ${unknown.join(' ')}; there is --fast.`);
  await ensureInstalled();
  const { ensureTestPrograms } = await import('./prepare/test-programs.mjs');
  const programs = await ensureTestPrograms();
  tellMissing(programs.missing);

  await step('Format and lint', 'biome', ['check', '.']);
  await step('Types', 'tsc', ['--noEmit']);
  await step('Unused code', 'knip', []);
  await vitest();
  if (!fast) {
    for (const script of ['build', 'build:e2e', 'build:server', 'build:demo']) await npmStep(script);
    await endToEnd(programs.browser);
  }
  await stopAll();

  if (failures.length > 0) console.log(`\nFailed: ${failures.join('; ')}`);
  if (programs.missing.length > 0)
    console.log(`Not here, and what needs it left out: ${programs.missing.join(', ')}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
});

function count(what, passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0) failures.push(what);
}

function tellMissing(missing) {
  if (missing.length === 0) return;
  const strict = process.env.CI === 'true';
  console.log(`Not on this machine and not to be installed from here: ${missing.join(', ')}.`);
  console.log(strict ? 'With CI=true that is a failure.' : 'The tests that need it are left out.');
  if (strict) count(`missing ${missing.join(', ')}`, 0, missing.length);
}

/** One program of the project that is right or wrong as a whole. */
async function step(what, program, args) {
  console.log(`\n— ${what}`);
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program);
  const { code } = await run(bin, args, { within: 5 * minute });
  count(what, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function npmStep(script) {
  console.log(`\n— npm run ${script}`);
  const { command, args } = npmCommand(['run', '--silent', script]);
  const { code } = await run(command, args, { within: 5 * minute });
  count(`npm run ${script}`, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function vitest() {
  console.log('\n— Unit, view, server, structure and race tests');
  await rm(report, { force: true });
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [cli, ...args], { within: 30 * minute });
  const { testResults } = JSON.parse(await readFile(report, 'utf8').catch(() => '{"testResults":[]}'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const of = (status) => tests.filter((test) => test.status === status).length;
  // A file that breaks before its first test reports none.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = of('failed') + broken.length;
  count('vitest', of('passed'), failed === 0 && code !== 0 ? 1 : failed);
}

async function endToEnd(browser) {
  console.log('\n— End-to-end tests');
  const { code, said } = await run(process.execPath, [join(root, 'e2e', 'run.mjs')], {
    within: 30 * minute,
    output: 'tee',
    env: browser ? { CHROMIUM: browser } : {},
  });
  const [, passed = 0, failed = 0] = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  count('end-to-end', Number(passed), Number(failed) === 0 && code !== 0 ? 1 : Number(failed));
}
