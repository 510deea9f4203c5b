/** `npm run server -- --port N --data DIR --token T`: builds the companion CRM server and its widget, and runs it. */
import { join } from 'node:path';
import { buildWhatIsOld } from './prepare/build-what-is-old.mjs';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { startProcess } from './process/processes.mjs';
import { runScript } from './process/project.mjs';

await runScript(async () => {
  await ensureInstalled();
  await buildWhatIsOld(['server']);
  // Paths among the flags mean the caller's folder.
  const program = join(import.meta.dirname, '..', '.output', 'server', 'main.js');
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return startProcess(process.execPath, [program, ...process.argv.slice(2)], { cwd }).ended;
});
