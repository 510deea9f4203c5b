/**
 * Runs the end-to-end suite: `node e2e/run.mjs [filter …]`, where a filter is a part of a spec's file name.
 * Builds once what is missing or older than its sources, then runs one spec file after the other, each in its own process.
 * What a spec needs and this machine lacks (Kamailio, Firefox) is an error with CI=true or REQUIRE_REAL_SERVERS=1, else
 * it is said and the spec left out.
 */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from 'node:test';
import { buildWhatIsOld } from './harness/build.ts';
import { missingPrograms } from './harness/missing-programs.ts';

const root = new URL('..', import.meta.url).pathname;
const strict = process.env.CI === 'true' || process.env.REQUIRE_REAL_SERVERS === '1';
const filters = process.argv.slice(2);
const wanted = globSync('e2e/*.spec.ts', { cwd: root })
  .sort()
  .filter((file) => filters.length === 0 || filters.some((filter) => basename(file).includes(filter)));
if (wanted.length === 0) {
  console.error(`No spec is named like: ${filters.join(', ')}`);
  process.exit(1);
}

const tally = { passed: 0, failed: 0 };
const specs = wanted.filter((file) => {
  const missing = missingPrograms(basename(file));
  if (missing.length === 0) return true;
  console.log(`${strict ? 'FAIL' : 'Left out'}: ${basename(file)} needs ${missing.join(' and ')}`);
  if (strict) tally.failed += 1;
  return false;
});

// A definition is tried on its store without the extension.
if (specs.some((file) => !basename(file).startsWith('definition-'))) buildWhatIsOld(root);
await runSpecs();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

async function runSpecs() {
  if (specs.length === 0) return;
  const events = run({
    files: specs.map((file) => `${root}${file}`),
    concurrency: 1,
    // A spec whose set-up failed has left a browser and servers open, and would wait for them.
    forceExit: true,
    // Of one test; a spec that hangs must not hang the suite.
    timeout: 300_000,
  });
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (isOnlyItsTests(type, data)) continue;
    report(type === 'test:pass', data);
  }
}

/** Files and suites stand around their tests and count only where they broke by themselves. */
function isOnlyItsTests(type, { name, details }) {
  if (details.type !== 'suite' && !name.endsWith('.spec.ts')) return false;
  return type === 'test:pass' || details.error?.failureType === 'subtestsFailed';
}

function report(passed, { name, details, file }) {
  tally[passed ? 'passed' : 'failed'] += 1;
  const seconds = (details.duration_ms / 1_000).toFixed(1);
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${basename(file ?? '')}: ${name} (${seconds} s)`);
  if (!passed) console.log(indent(describe(details.error)));
}

function describe(error) {
  const cause = error?.cause ?? error;
  return typeof cause === 'object' && cause !== null ? (cause.stack ?? String(cause.message)) : String(cause);
}

function indent(text) {
  return text.replaceAll(/^/gm, '      ');
}
