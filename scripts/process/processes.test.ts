import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';

const processes = new URL('processes.mjs', import.meta.url).href;

/** A program that starts a child through `processes.mjs`, whose own child outlives it where nobody looks after it. */
const program = (end: string) => `
  import { startProcess, stopAll } from ${JSON.stringify(processes)};
  const grandchild = "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1e6)";
  const child = "const { spawn } = require('node:child_process');" +
    "const one = spawn(process.execPath, ['-e', " + JSON.stringify(grandchild) + "], { stdio: ['ignore', 'pipe', 'ignore'] });" +
    "one.stdout.once('data', () => console.log('pids', process.pid, one.pid)); setInterval(() => {}, 1e6)";
  startProcess(process.execPath, ['-e', child]);
  ${end}
`;

async function start(end = ''): Promise<{ parent: ChildProcess; pids: number[] }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program(end)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Started by npm, its parent's end would count too.
    env: { ...process.env, npm_lifecycle_event: '' },
  });
  onTestFinished(() => {
    parent.kill('SIGKILL');
  });
  let said = '';
  parent.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  const pids = await vi.waitFor(() => {
    const [, child, grandchild] = /pids (\d+) (\d+)/.exec(said) ?? [];
    expect(grandchild).toBeDefined();
    return [Number(child), Number(grandchild)];
  }, 10_000);
  return { parent, pids };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const allGone = (pids: number[]) =>
  vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 15_000, interval: 50 });

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves neither child nor grandchild running, though one of them will not listen',
  async (signal) => {
    const { parent, pids } = await start();
    expect(pids.every(isRunning)).toBe(true);
    parent.kill(signal);
    await allGone(pids);
  },
  30_000,
);

test('a farewell is said last, when nothing that was started runs any more', async () => {
  const { parent, pids } = await start(
    `(await import(${JSON.stringify(processes)})).sayAtTheEnd('Goodbye.');`,
  );
  let said = '';
  const [child = 0] = pids;
  const running: boolean[] = [];
  parent.stdout?.on('data', (chunk) => {
    said += String(chunk);
    if (said.includes('Goodbye.')) running.push(isRunning(child));
  });
  const ended = once(parent, 'close');
  parent.kill('SIGINT');
  await ended;
  expect(said).toMatch(/\nStopping\.\nGoodbye\.\n$/);
  expect(running).toEqual(running.map(() => false));
  await allGone(pids);
}, 30_000);

test('ending by itself, or by an error, leaves nothing running either', async () => {
  const { parent, pids } = await start(
    "process.stdin.once('data', () => { throw new Error('broken on purpose') });",
  );
  const ended = once(parent, 'exit');
  parent.stdin?.write('now\n');
  await ended;
  await allGone(pids);
}, 30_000);
