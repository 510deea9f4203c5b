import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A program that a test started and stops; only its own process id is ever signalled. It stays in the process group of the
 * test, so that whoever ends that ends it too; what a command starts has a group of its own (`processes.mjs`).
 */
export interface OwnProcess {
  pid: number;
  /** Everything it has written so far, both streams. */
  output(): string;
  /** null while it runs. */
  exitCode(): number | null;
  /** Asks it to end, insists after five seconds, and resolves once it is gone. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

// A spec that dies must not leave servers behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function ownProcess(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): OwnProcess {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
  });
  running.add(child);
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-200_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => keep(Buffer.from(`${error}\n`)));
  child.once('exit', () => running.delete(child));

  return {
    pid: child.pid ?? -1,
    output: () => text,
    exitCode: () => child.exitCode ?? (child.signalCode === null ? null : 1),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(insist);
    },
  };
}
