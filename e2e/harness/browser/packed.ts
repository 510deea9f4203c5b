import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/process/free-port.ts';
import { chromiumFlags, chromiumProgram } from './chromium.ts';

/** Ringside as an administrator rolls it out: packed, and installed by a policy that only this Chromium sees. */
export interface PackedRingside {
  extensionId: string;
  /** A program to start instead of Chromium's own. */
  executablePath: string;
  stop(): Promise<void>;
}

const built = join(import.meta.dirname, '../../../.output/chrome-mv3-e2e');

/** What is missing to run it here, or undefined: a policy of one's own needs a mount namespace, and thus root. */
export function policyMissing(): string | undefined {
  if (!existsSync('/etc/chromium')) return 'the folder /etc/chromium (Debian’s Chromium)';
  const own = spawnSync('unshare', ['-m', 'sh', '-c', 'mount --bind /tmp /etc/chromium'], {
    stdio: 'ignore',
  });
  return own.status === 0 ? undefined : 'root, for a mount namespace of its own (unshare -m)';
}

export async function packRingside(): Promise<PackedRingside> {
  if (chromiumProgram === undefined) throw new Error('Packing needs Chromium');
  const folder = await mkdtemp(join(tmpdir(), 'ringside-packed-'));
  const { extensionId, crx } = await pack(folder, chromiumProgram);
  const port = await freePort();
  const updates = `http://127.0.0.1:${port}`;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/ringside.crx')) {
      response.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(crx);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/xml' }).end(
      `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
         <app appid="${extensionId}"><updatecheck codebase="${updates}/ringside.crx" version="0.1.0"/></app>
       </gupdate>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const policies = join(folder, 'etc', 'policies', 'managed');
  await mkdir(policies, { recursive: true });
  await writeFile(
    join(policies, 'ringside.json'),
    JSON.stringify({
      ExtensionInstallForcelist: [`${extensionId};${updates}/update.xml`],
      // Else the debugging port does not see pages of an extension that a policy installed.
      DeveloperToolsAvailability: 1,
      // Tabs of the last time are opened again, while the browser is still starting.
      RestoreOnStartup: 1,
    }),
  );
  const executablePath = join(folder, 'chromium-with-policy');
  await writeFile(
    executablePath,
    `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${folder}/etc" /etc/chromium && exec "${chromiumProgram}" "$@"' chromium "$@"\n`,
  );
  await chmod(executablePath, 0o755);
  return {
    extensionId,
    executablePath,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function pack(folder: string, program: string): Promise<{ extensionId: string; crx: Buffer }> {
  const source = join(folder, 'ringside');
  await cp(built, source, { recursive: true });
  const manifest = JSON.parse(await readFile(join(source, 'manifest.json'), 'utf8'));
  // The test build's fixed key is public only; a package is signed with one of its own.
  delete manifest.key;
  await writeFile(join(source, 'manifest.json'), JSON.stringify(manifest));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = join(folder, 'key.pem');
  await writeFile(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const { status, stderr } = spawnSync(
    program,
    [
      ...chromiumFlags,
      '--headless',
      `--user-data-dir=${folder}/packer`,
      `--pack-extension=${source}`,
      `--pack-extension-key=${pem}`,
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  const made = `${source}.crx`;
  if (!existsSync(made)) throw new Error(`Packing failed (${status}): ${stderr}`);
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { extensionId: idOf(spki), crx: await readFile(made) };
}

/** The first 128 bits of the key's SHA-256, in the letters a to p. */
function idOf(publicKey: Buffer): string {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
