/**
 * `npm run cases [-- FOLDER or FILE …]`: runs case files on the product's own code, prints a line for each, and fails where
 * one is not as it should be. Without an argument it runs the project's own, in `cases/`. `--json` prints one JSON document
 * instead. The format: CONTRIBUTING.md.
 */
import { join, resolve } from 'node:path';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { PlainError, root, runScript } from './process/project.mjs';

await runScript(async () => {
  const given = process.argv.slice(2);
  const json = given.includes('--json');
  const unknown = given.filter((one) => one.startsWith('-') && one !== '--json');
  if (unknown.length > 0) throw new PlainError(`Unknown flag ${unknown.join(' ')}; there is --json.`);
  // Machines read what is printed, so nothing else may stand there.
  if (json) console.log = console.error;
  await ensureInstalled();
  const { runCases } = await import('./cases/run-cases.ts');
  // Paths mean the caller's folder; npm runs this in the project's.
  const from = process.env.INIT_CWD ?? process.cwd();
  const named = given.filter((one) => one !== '--json').map((path) => resolve(from, path));
  const paths = named.length > 0 ? named : [join(root, 'cases')];
  return runCases(paths, { json, from, write: (text) => process.stdout.write(text) });
});
