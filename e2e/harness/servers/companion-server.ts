import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';

export interface CompanionServer {
  url: string;
  token: string;
  /** Calls its API as an administrator would; throws where the answer is not 2xx. */
  api<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  output(): string;
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, '../../../.output/server/main.js');

/** The built companion CRM server with its embedded database in a temporary folder, seeded with the sample workspace. */
export async function startCompanionServer(
  options: { embedOrigins?: string[] } = {},
): Promise<CompanionServer> {
  const data = await mkdtemp(join(tmpdir(), 'ringside-data-'));
  const port = await freePort();
  const token = `e2e-${crypto.randomUUID()}`;
  const embed = (options.embedOrigins ?? []).flatMap((origin) => ['--embed-origin', origin]);
  // A test's data need not outlive a power cut.
  const flags = ['--port', String(port), '--data', data, '--token', token, '--demo', '--no-fsync'];
  const args = [program, ...flags, ...embed];
  // A database named by the environment is somebody's own.
  const server = ownProcess(process.execPath, args, { env: { DATABASE_URL: '' } });
  const url = `http://127.0.0.1:${port}`;
  const ready = await until(
    'the companion server to answer',
    async () =>
      server.exitCode() === null
        ? (await fetch(`${url}/api/health`).catch(() => undefined))?.ok && 'answers'
        : 'ended',
    { within: 60_000, every: 100 },
  );
  if (ready === 'ended') throw new Error(`The companion server ended:\n${server.output()}`);

  return {
    url,
    token,
    async api<T>(method: string, path: string, body?: unknown) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} /api${path} answered ${response.status}: ${text}`);
      // The caller names what this route answers.
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
    output: server.output,
    async stop() {
      await server.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
