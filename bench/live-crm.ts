/**
 * A connector against a CRM that runs:
 *
 *   LIVE_CRM_CREDENTIAL=… node bench/live-crm.ts dolibarr baseUrl=http://127.0.0.1:8080/
 *
 * Every other argument is one of the connector's settings. It types 50 contacts into the CRM by the CRM's own API, named
 * "Ringside-Trial", their numbers in five spellings, all kept for fiction; finds each by number and by address; asks for
 * numbers of nobody and of two, and for numbers typed as exchanges and imports leave them; then creates, links, moves, undoes and unlinks, each read back by a new connection. In the
 * end it removes what it made. It says what each step took, and fails where one check does.
 *
 * For CRMs on this machine only, unless told `--anywhere`: never point it at a CRM whose contacts are somebody's.
 * `--own` starts a Tryton or a Radicale for the trial, where they are installed, and ends it. `--contacts=10` makes fewer. EspoCRM takes other spellings than E.164 only where its international numbers are switched
 * off; `anySpelling=yes` says so.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { startOwn } from './live-crm/start-own.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contacts: { type: 'string', default: '50' },
    anywhere: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
  },
});
const [id = '', ...pairs] = positionals;
const settings = Object.fromEntries(
  pairs.map((pair): [string, string] => {
    const [key = '', ...value] = pair.split('=');
    return [key, value.join('=')];
  }),
);
// The registry of connectors is made by Vite's import.meta.glob.
const file = new URL('live-crm/run-trial.ts', import.meta.url).pathname;
const { module } = await runnerImport<typeof import('./live-crm/run-trial.ts')>(file, {
  configFile: false,
  logLevel: 'warn',
});
const own = flags.own ? await startOwn(id) : undefined;
try {
  const failed = await module.runTrial({
    id,
    settings: own?.settings ?? settings,
    credential: own?.credential ?? process.env.LIVE_CRM_CREDENTIAL ?? '',
    contacts: Number(flags.contacts),
    anywhere: flags.anywhere,
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await own?.stop();
}
