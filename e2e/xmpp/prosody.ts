import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/process/free-port.ts';
import { ownProcess } from '../../scripts/process/own-process.ts';
import { until } from '../../scripts/process/until.ts';

const program = ['/usr/bin/prosody', '/usr/local/bin/prosody'].find(existsSync);

/** What is missing to run it here, or undefined. */
export function prosodyMissing(): string | undefined {
  return program === undefined ? 'prosody (apt-get install prosody)' : undefined;
}

export interface Prosody {
  /** Where a client connects: `ws://127.0.0.1:…/xmpp-websocket`. */
  url: string;
  stop(): Promise<void>;
}

export const chatDomain = 'localhost';
export const password = 'loopback only';

/** Starts a chat server of one's own, on 127.0.0.1 only, with these accounts, its files in a temporary folder. */
export async function startProsody(users: string[]): Promise<Prosody> {
  if (program === undefined) throw new Error(`Missing: ${prosodyMissing()}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-prosody-'));
  const port = await freePort();
  const accounts = join(folder, `data/${chatDomain}/accounts`);
  await mkdir(accounts, { recursive: true });
  for (const user of users)
    await writeFile(
      join(accounts, `${user}.dat`),
      `return { ["password"] = ${JSON.stringify(password)} };\n`,
    );
  // They know each other, as an agent's inbox and its customers do.
  const rosters = join(folder, `data/${chatDomain}/roster`);
  await mkdir(rosters, { recursive: true });
  for (const user of users)
    await writeFile(
      join(rosters, `${user}.dat`),
      `return { [false] = { version = 1 }, ${users
        .filter((other) => other !== user)
        .map(
          (other) => `["${other}@${chatDomain}"] = { subscription = "both", groups = {}, name = "${other}" }`,
        )
        .join(', ')} };\n`,
    );
  const config = join(folder, 'prosody.cfg.lua');
  await writeFile(config, configuration(folder, port));
  const server = ownProcess(program, ['--config', config, '-F']);
  try {
    const ready = await until('Prosody to listen', async () =>
      server.exitCode() === null ? (await listens(port)) && 'listening' : 'ended',
    );
    if (ready === 'ended') throw new Error(`Prosody ended:\n${server.output()}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: `ws://127.0.0.1:${port}/xmpp-websocket`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  return `
run_as_root = true
data_path = "${folder}/data"
pidfile = "${folder}/prosody.pid"
log = { info = "*console" }
interfaces = { "127.0.0.1" }
c2s_ports = {}
s2s_ports = {}
modules_enabled = { "roster", "saslauth", "disco", "websocket", "offline", "carbons", "mam", "ping", "private", "vcard" }
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
cross_domain_websocket = true
http_ports = { ${port} }
http_interfaces = { "127.0.0.1" }
https_ports = {}
http_default_host = "${chatDomain}"
VirtualHost "${chatDomain}"
`;
}

async function listens(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/xmpp-websocket`).catch(() => null);
  return answer !== null && answer.status !== 404;
}
