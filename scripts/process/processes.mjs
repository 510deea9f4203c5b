/**
 * Children in process groups of their own, so that stopping one stops all it has started, and nothing is left running
 * when this process ends in whatever way it can notice. Plain Node 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { environment, PlainError, root } from './project.mjs';

const running = new Set();
const graceMs = 5_000;
let stopping;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAndExit(signal));
// Started anew under another Node: where the first one is gone, nobody is left to tell us to stop.
process.on('disconnect', () => void stopAndExit('SIGHUP'));
process.channel?.unref();
// npm passes a signal on to its shell alone, which dies of it and leaves us behind.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stopAndExit('SIGHUP');
  }, 500).unref();
}
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

const cleanups = [];
let farewell;

/** Said at the very end where a signal ends this process, when nothing that it started runs any more. */
export function sayAtTheEnd(text) {
  farewell = text;
}

/** Runs before the children are stopped, last one first. */
export function onStop(cleanup) {
  cleanups.push(cleanup);
}

/** Starts a child in the project's folder. What it says is passed on (`inherit`), collected (`keep`) or both (`tee`). */
export function startProcess(command, args, { env = {}, output = 'inherit', cwd = root } = {}) {
  const pipe = output === 'inherit' ? 'inherit' : 'pipe';
  const child = spawn(command, args, {
    cwd,
    env: environment(env),
    detached: process.platform !== 'win32',
    stdio: ['ignore', pipe, pipe],
  });
  running.add(child);
  child.said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      child.said = (child.said + chunk).slice(-100_000);
      if (output === 'tee') process.stdout.write(chunk);
    });
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => {
      child.said += `${error.message}\n`;
      running.delete(child);
      resolve(127);
    });
    // What it started and left behind ends with it, unless it is being asked to end right now.
    child.once('exit', () => !child.isStopping && signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
  return child;
}

/** Runs a child to its end within `within` milliseconds. Answers its exit code and, where kept, what it said. */
export async function run(command, args, { within = 600_000, ...options } = {}) {
  const child = startProcess(command, args, options);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void stop(child);
  }, within);
  const code = await child.ended;
  clearTimeout(timer);
  if (late) child.said += `\nStopped: it took more than ${Math.round(within / 1000)} s.\n`;
  return { code: late ? 124 : code, said: child.said };
}

/** Like `run`, quietly; throws with the child's own words where it fails. */
export async function runQuietly(what, command, args, options = {}) {
  const { code, said } = await run(command, args, { ...options, output: 'keep' });
  if (code !== 0)
    throw new PlainError(`${said.trim()}\n\n${what} failed (exit ${code}); its words are above.`);
}

/** Asks a child and all it has started to end, and insists after five seconds. Resolves when the whole group is gone. */
export async function stop(child) {
  if (!running.has(child)) return;
  child.isStopping = true;
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (isGroupAlive(child) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 25));
  signalGroup(child, 'SIGKILL');
  await child.ended;
}

export function isStopping() {
  return stopping !== undefined;
}

export function stopAll() {
  stopping ??= (async () => {
    for (const cleanup of cleanups.reverse()) await Promise.resolve(cleanup()).catch(() => {});
    await Promise.all([...running].map(stop));
  })();
  return stopping;
}

async function stopAndExit(signal) {
  const first = stopping === undefined;
  if (first && farewell) console.log('\nStopping.');
  await stopAll();
  if (first && farewell) console.log(farewell);
  if (first) process.exit(signal === 'SIGINT' ? 130 : 143);
}

function isGroupAlive(child) {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') return child.exitCode === null && child.signalCode === null;
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
