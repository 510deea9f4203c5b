/** Builds for `npm start` and `npm run server`, each only where its sources changed since. */

import { runQuietly } from '../process/processes.mjs';
import { npmCommand, root } from '../process/project.mjs';
import { createFreshness } from './freshness.mjs';

const shared = ['components', 'lib', 'package-lock.json', 'package.json'];
const extension = [...shared, 'entrypoints', 'public', 'docs', 'wxt.config.ts'];
const builds = {
  /** The extension as it is given to people. */
  extension: {
    what: 'extension',
    script: 'build:chrome',
    made: '.output/chrome-mv3/manifest.json',
    from: extension,
  },
  /** The one in which pages of this machine are allowed already. */
  granted: {
    what: 'extension',
    script: 'build:e2e',
    made: '.output/chrome-mv3-e2e/manifest.json',
    from: extension,
  },
  server: {
    what: 'server and widget',
    script: 'build:server',
    made: '.output/server/main.js',
    from: [...shared, 'server', 'widget'],
  },
  desk: {
    what: 'demo desk',
    script: 'build:demo',
    made: '.output/demo/index.html',
    from: [...shared, 'demo'],
  },
};

/** `names` are keys of the list above. Throws with the builder's own words. */
export async function buildWhatIsOld(names) {
  for (const name of names) {
    const { what, script, ...rest } = builds[name];
    const freshness = createFreshness(root, { name, ...rest });
    if (freshness.isFresh()) continue;
    console.log(`Building the ${what}`);
    const { command, args } = npmCommand(['run', '--silent', script]);
    await freshness.during(() => runQuietly(`Building the ${what}`, command, args, { within: 300_000 }));
  }
}
