import { join } from 'node:path';
import { listAccounts } from './auth/agents.ts';
import { isLoopback, readOptions, usage } from './read-options.ts';
import { readPassword, runErrand } from './run-errand.ts';
import { startServer } from './start-server.ts';

/** Built beside this program, wherever it is started from. */
const widgetFolder = join(import.meta.dirname, '..', 'widget');

/** `npm run server`: reads the flags, starts, and stops cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') return console.log(usage);
  if (options.errand)
    return console.log(await runErrand(options, options.errand, () => readPassword(process.env)));
  const server = await startServer({ ...options, widgetFolder });
  console.log(`Ringside server ready at ${server.url}`);
  if (options.token === undefined && !options.demo)
    console.warn('No --token: only agents added with --add-agent can sign in.');
  if (options.demo && !isLoopback(options.host ?? ''))
    console.warn('--demo lets in whoever reaches this server: the password of its agents is public.');
  if (!options.demo && (await listAccounts(server.db)).some(({ demo }) => demo))
    console.warn('Agents of the demo are in this database; they come in with --demo alone.');
  if (!options.fsync && options.databaseUrl === undefined)
    console.warn('--no-fsync: a power cut may cost what was saved last, or the whole database.');
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The server could not start.');
  process.exit(1);
});
