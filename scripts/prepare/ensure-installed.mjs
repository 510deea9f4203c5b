/**
 * Brings a fresh clone to the point where its packages are there, then goes on under the Node that the lockfile brings
 * along. Plain Node 20, no dependency.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/processes.mjs';
import { bundledNode, environment, npmCommand, PlainError, root } from '../process/project.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
/** Hash of the lockfile that was installed, since a checkout changes times and not contents. */
const stamp = join(root, 'node_modules', '.ringside-installed');
const leastNode = 20;
const installWithinMs = 900_000;

/**
 * Resolves in the process that is to do the work. In the process that npm started it never resolves where another Node
 * takes over: that process only passes signals on and ends with the other's exit code.
 */
export async function ensureInstalled() {
  if (Number.parseInt(process.versions.node, 10) < leastNode)
    throw new PlainError(`Ringside needs Node ${leastNode} or later; this is ${process.version}.`);
  await installPackages();
  const node = bundledNode();
  if (node && !isThisNode(node) && process.env.RINGSIDE_NODE !== node) await goOnUnder(node);
  console.log(`Node ${process.versions.node}${node && isThisNode(node) ? ', from the lockfile' : ''}`);
  if (Number.parseInt(process.versions.node, 10) < 22)
    console.warn(
      `No Node of the lockfile runs on ${process.platform}-${process.arch}; with Node 22 or later of your own everything is tested.`,
    );
}

/** True where what the lockfile asks for is in `node_modules`. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

async function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)');
  // Packages that build and test want Node 22 or later and get it from the lockfile; under Node 20 npm would complain of
  // each of them before it has brought that Node.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { command, args } = npmCommand(['ci', '--ignore-scripts', ...quiet]);
  const { code } = await run(command, args, { within: installWithinMs });
  if (code !== 0)
    throw new PlainError(
      `The packages could not be installed: npm ci ended with ${code}, its words are above.\n` +
        'They come from the npm registry, so this needs the network (or a filled npm cache) once.',
    );
  writeFileSync(stamp, lockHash());
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function isThisNode(path) {
  return realpathSync(path) === realpathSync(process.execPath);
}

function goOnUnder(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment({ RINGSIDE_NODE: node }),
  });
  // A terminal sends its signals to both; the other one decides when it is done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  child.once('error', (error) => {
    console.error(`The Node of the lockfile does not start: ${error.message}`);
    process.exit(1);
  });
  child.once('close', (code) => process.exit(code ?? 1));
  return new Promise(() => {});
}
