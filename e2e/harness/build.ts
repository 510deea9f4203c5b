import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Build {
  what: string;
  /** A file that exists once it is built. */
  made: string;
  /** Globs of what it is made of. */
  from: string[];
  program: string;
  args: string[][];
}

const shared = ['components/**', 'lib/**', 'package-lock.json'];
const builds: Build[] = [
  {
    what: 'test pages',
    made: '.output/e2e-pages/jssip-softphone.html',
    from: ['e2e/pages/**', 'package-lock.json'],
    program: 'vite',
    args: [['build', '--config', 'e2e/pages/vite.config.ts']],
  },
  {
    what: 'extension for tests',
    made: '.output/chrome-mv3-e2e/manifest.json',
    from: [...shared, 'entrypoints/**', 'public/**', 'docs/*.md', 'wxt.config.ts'],
    program: 'wxt',
    args: [['build', '--mode', 'e2e']],
  },
  {
    what: 'extension for Firefox tests',
    made: '.output/firefox-mv3-e2e/manifest.json',
    from: [...shared, 'entrypoints/**', 'public/**', 'docs/*.md', 'wxt.config.ts'],
    program: 'wxt',
    args: [['build', '-b', 'firefox', '--mode', 'e2e']],
  },
  {
    what: 'extension for Firefox as it is shipped',
    made: '.output/firefox-mv3/manifest.json',
    from: [...shared, 'entrypoints/**', 'public/**', 'docs/*.md', 'wxt.config.ts'],
    program: 'wxt',
    args: [['build', '-b', 'firefox']],
  },
  {
    what: 'companion server and widget',
    made: '.output/server/main.js',
    from: [...shared, 'server/**', 'widget/**'],
    program: 'vite',
    args: [
      ['build', '--config', 'server/vite.config.ts'],
      ['build', '--config', 'widget/vite.config.ts'],
    ],
  },
  {
    what: 'demo desk',
    made: '.output/demo/index.html',
    from: [...shared, 'demo/**'],
    program: 'vite',
    args: [['build', '--config', 'demo/vite.config.ts']],
  },
];

/** Builds what the suite drives, where it is missing or older than its sources. Throws with the builder's own words. */
export function buildWhatIsOld(root: string): void {
  for (const build of builds) {
    if (!isOld(root, build)) continue;
    console.log(`Building the ${build.what}`);
    for (const args of build.args) {
      const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', build.program), args, {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
      });
      if (status !== 0) throw new Error(`Building the ${build.what} failed:\n${stdout}${stderr}`);
    }
  }
}

function isOld(root: string, { made, from }: Build): boolean {
  const path = join(root, made);
  if (!existsSync(path)) return true;
  const at = statSync(path).mtimeMs;
  return globSync(from, { cwd: root }).some((source) => {
    const found = statSync(join(root, source));
    return found.isFile() && found.mtimeMs > at;
  });
}
