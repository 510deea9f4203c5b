/**
 * Kills (SIGKILL) the companion server, or PostgreSQL under it, while it is written to, and looks what was lost:
 * `node bench/kill-server.ts --database pglite --kills 30`, `--database postgres`, and `--victim postgres`.
 * More: `--writers N` at once, `--window 20-500`, the ms of writing before a kill. Ends with 1 where anything is wrong.
 */
import { parseArgs } from 'node:util';
import { killRun } from './companion/kill-run.ts';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'pglite' },
    victim: { type: 'string', default: 'server' },
    kills: { type: 'string', default: '30' },
    writers: { type: 'string', default: '6' },
    window: { type: 'string', default: '20-500' },
  },
});
const victim = values.victim === 'postgres' ? 'postgres' : 'server';
const database = values.database === 'postgres' || victim === 'postgres' ? 'postgres' : 'pglite';
const [least = 20, most = 500] = values.window.split('-').map(Number);
const kills = Number(values.kills);
const result = await killRun({
  database,
  victim,
  kills,
  writers: Number(values.writers),
  windowMs: [least, most],
});
const back = result.backAfterMs.sort((a, b) => a - b);
const { writes, acknowledged, repeated, keptReplies, lost, doubled, changed, serverEnded } = result;
console.log(
  `${kills} kills of ${victim}, database ${database}, ${least} to ${most} ms of writing before each`,
);
console.log(
  `${writes} writes: ${acknowledged} acknowledged, ${repeated} cut off and sent again, ${keptReplies} of those were done already`,
);
console.log(
  `${lost} lost, ${doubled} doubled, ${changed} changed; the server itself ended ${serverEnded} times`,
);
console.log(`answers again after p50 ${back[Math.floor(back.length / 2)]} ms, max ${back.at(-1)} ms`);
process.exit(lost + doubled + changed + serverEnded === 0 ? 0 : 1);
