/** Debian packages, where this machine is a Debian and we may install. Plain Node 20. */
import { existsSync } from 'node:fs';
import { run } from '../process/processes.mjs';

export const mayInstallDebianPackages =
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages without a question and waits for others who install; answers whether that went well. */
export async function installDebianPackages(packages) {
  if (!mayInstallDebianPackages) return false;
  console.log(`Installing from the system's packages: ${packages.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=400', '-qq', ...args], {
      env,
      output: 'keep',
      within: 900_000,
    });
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  if ((await install()).code === 0) return true;
  // A fresh machine knows no packages yet.
  await apt('update');
  const { code, said } = await install();
  if (code !== 0) console.log(said.trim());
  return code === 0;
}
