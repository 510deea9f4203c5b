/** The demo's two halves on two sites: the companion server on 127.0.0.1, the desk on localhost. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePortFrom } from '../process/free-port.ts';
import { startProcess } from '../process/processes.mjs';
import { PlainError, root } from '../process/project.mjs';
import { until } from '../process/until.ts';

const cache = join(root, '.cache');
const deskPort = 4310;

/** `data` is the folder of the server's database. Answers once both listen. */
export async function startDemoServices({ data = join(cache, 'demo') } = {}) {
  const port = await freePortFrom(deskPort);
  const serverPort = await freePortFrom(deskPort + 1, [port]);
  if (port !== deskPort || serverPort !== deskPort + 1)
    console.log(`Ports ${deskPort} and ${deskPort + 1} are not both free; taking ${port} and ${serverPort}.`);
  const desk = `http://localhost:${port}`;
  const server = `http://127.0.0.1:${serverPort}`;
  const token = await demoToken();

  mkdirSync(data, { recursive: true });
  const companion = startProcess(
    process.execPath,
    [
      join(root, '.output/server/main.js'),
      ...['--port', String(serverPort), '--data', data, '--token', token],
      ...['--demo', '--embed-origin', desk],
    ],
    { output: 'keep' },
  );
  const page = startProcess(
    process.execPath,
    [join(root, 'demo/serve.mjs'), '--port', String(port), '--widget', `${server}/widget/`],
    { output: 'keep' },
  );
  await Promise.all([
    answers('The companion server', companion, `${server}/api/health`),
    answers('The demo desk', page, `${desk}/config.json`),
  ]);
  return { desk, server, token, children: { companion, page } };
}

/** The same at every start, so that what was connected by hand stays connected; known to this machine only. */
async function demoToken() {
  const file = join(cache, 'demo-token');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  const token = randomBytes(24).toString('base64url');
  mkdirSync(cache, { recursive: true });
  await writeFile(file, token, { mode: 0o600 });
  return token;
}

async function answers(what, child, url) {
  let ended;
  void child.ended.then((code) => {
    ended = code;
  });
  await until(`${what} to answer`, async () => ended !== undefined || (await fetch(url)).ok, {
    within: 90_000,
    every: 100,
  });
  if (ended !== undefined) throw new PlainError(`${child.said.trim()}\n\n${what} ended with ${ended}.`);
}
