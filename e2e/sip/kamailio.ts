import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/process/free-port.ts';
import { ownProcess } from '../../scripts/process/own-process.ts';
import { until } from '../../scripts/process/until.ts';
import { kamailioConfig } from './kamailio-config.ts';

export interface Kamailio {
  /** Where a softphone connects: `ws://127.0.0.1:…`. */
  url: string;
  stop(): Promise<void>;
}

const program = ['/usr/sbin/kamailio', '/usr/local/sbin/kamailio'].find(existsSync);
const webSockets = [
  '/usr/lib/x86_64-linux-gnu/kamailio/modules/websocket.so',
  '/usr/lib/aarch64-linux-gnu/kamailio/modules/websocket.so',
  '/usr/local/lib64/kamailio/modules/websocket.so',
].some(existsSync);

/** What is missing to run it here, or undefined. */
export function kamailioMissing(): string | undefined {
  if (program === undefined) return 'kamailio (apt-get install kamailio kamailio-websocket-modules)';
  return webSockets ? undefined : 'kamailio-websocket-modules';
}

/** Starts a SIP server of one's own, on 127.0.0.1 only, its files in a temporary folder. */
export async function startKamailio(): Promise<Kamailio> {
  if (program === undefined) throw new Error(`Missing: ${kamailioMissing()}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-kamailio-'));
  const port = await freePort();
  const config = join(folder, 'kamailio.cfg');
  await writeFile(config, kamailioConfig(port));
  // -DD: stays in the foreground and keeps its terminal, so that its process id is ours to end.
  const server = ownProcess(program, [
    '-DD',
    '-E',
    '-f',
    config,
    '-w',
    folder,
    '-Y',
    folder,
    '-m',
    '32',
    '-M',
    '4',
  ]);
  try {
    const ready = await until('Kamailio to listen', async () =>
      server.exitCode() === null ? (await listens(port)) && 'listening' : 'ended',
    );
    if (ready === 'ended') throw new Error(`Kamailio ended:\n${server.output()}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: `ws://127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
