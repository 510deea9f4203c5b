/** Whether what was built is of the sources that are here now. Plain Node 20. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `made` is a file that exists once it is built, `from` the files and folders it is made of, all below `root`. A stamp
 * beside what was made remembers the sources by name, size and time, so that one that was removed counts too.
 */
export function createFreshness(root, { name, made, from }) {
  const stamp = join(root, '.output', `.built-${name}`);
  const wanted = () => fingerprint(root, from);
  return {
    isFresh: () =>
      existsSync(join(root, made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted(),
    /** Builds, and remembers of what: as it was before, since a file may be saved meanwhile. */
    async during(build) {
      const before = wanted();
      rmSync(stamp, { force: true });
      await build();
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, before);
    },
  };
}

function fingerprint(root, from) {
  const hash = createHash('sha256');
  for (const source of from) {
    for (const file of filesOf(join(root, source)).sort()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\n${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
