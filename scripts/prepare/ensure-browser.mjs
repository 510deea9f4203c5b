/** A Chromium that loads unpacked extensions: Chromium itself or Playwright's, never branded Chrome, which refuses to. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../process/processes.mjs';
import { installDebianPackages, mayInstallDebianPackages } from './debian.mjs';

/** Looks for one, and where there is none installs one. Answers `{ path }`, or `{ missing }`: why not, in words. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return { path: found };
  if (mayInstallDebianPackages && (await installDebianPackages(['chromium']))) {
    const path = await findBrowser();
    if (path) return { path };
  }
  console.log('Installing a Chromium (npx playwright-core install chromium)');
  const { code } = await run(process.execPath, [
    join('node_modules', 'playwright-core', 'cli.js'),
    'install',
    'chromium',
  ]);
  const path = code === 0 && (await findBrowser());
  return path
    ? { path }
    : {
        missing:
          'There is no Chromium here and none could be installed. Install one (on Debian: apt-get install chromium) ' +
          'or name one in CHROMIUM_PATH. Branded Chrome will not do: it loads no unpacked extension at its start.',
      };
}

async function findBrowser() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) return existsSync(named) ? named : undefined;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)));
  const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', ...onPath].find((each) => existsSync(each));
  if (path) return path;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Whether a window can be shown. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
