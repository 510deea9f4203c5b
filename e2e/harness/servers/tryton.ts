import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';

const server = ['/usr/bin/trytond', '/usr/local/bin/trytond'].find(existsSync);
const moduleFolders = ['/usr/lib/python3/dist-packages/trytond/modules'];

/** What is missing to run it here, or undefined. */
export function trytonMissing(): string | undefined {
  if (server === undefined) return 'tryton-server (apt-get install tryton-server)';
  const missing = ['party', 'country'].find((name) =>
    moduleFolders.every((folder) => !existsSync(join(folder, name))),
  );
  return missing && `tryton-modules-${missing}`;
}

export interface Party {
  id: number;
  name: string;
  /** The values of its contact mechanisms, each with its type: `phone 020 7946 0302`. */
  reached: string[];
}

export interface Tryton {
  url: string;
  database: string;
  user: string;
  password: string;
  /** Calls a method of its JSON-RPC as the administrator; throws where Tryton refuses. */
  rpc<T>(method: string, ...params: unknown[]): Promise<T>;
  /** Makes a party with phones as they are typed, and whatever else; answers its id. */
  party(name: string, phones: string[], more?: object): Promise<number>;
  /** What Tryton itself says now of the parties that have this name. */
  parties(name: string): Promise<Party[]>;
  stop(): Promise<void>;
}

const database = 'crm';
const password = 'loopback only';
const user = 'agent';
const built = join(import.meta.dirname, '../../../.output/e2e-tryton');

/**
 * Starts a Tryton of one's own, on 127.0.0.1 only, with its database (SQLite, modules party and country) in a temporary
 * folder and a user beside the administrator. Numbers stay as they are typed: its phone library is optional, and here
 * Tryton does not find it.
 */
export async function startTryton(): Promise<Tryton> {
  if (server === undefined) throw new Error(`Missing: ${trytonMissing()}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-tryton-'));
  const port = await freePort();
  await copyFile(await emptyDatabase(), join(folder, `${database}.sqlite`));
  await writeFile(join(folder, 'phonenumbers.py'), 'raise ImportError\n');
  const args = ['-c', await configured(folder, port), '-d', database];
  const process = ownProcess(server, args, { env: { PYTHONPATH: folder } });
  const url = `http://127.0.0.1:${port}`;
  let session = '';

  async function rpc<T>(method: string, ...params: unknown[]): Promise<T> {
    const response = await fetch(`${url}/${database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session && { authorization: session }) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} answered ${response.status}: ${text}`);
    // Its keys: the result, or what went wrong.
    const { result, error } = JSON.parse(text) as { result: T; error?: unknown };
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }

  async function signIn(): Promise<void> {
    const [id, key] = await rpc<[number, string]>('common.db.login', 'admin', { password }, 'en');
    session = `Session ${Buffer.from(`admin:${id}:${key}`).toString('base64')}`;
  }

  const stop = async () => {
    await process.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ready = await until(
      'Tryton to answer',
      async () => {
        if (process.exitCode() !== null) return 'ended';
        await signIn();
        return 'answers';
      },
      { within: 60_000, every: 100 },
    );
    if (ready === 'ended') throw new Error('Tryton ended');
    await rpc('model.res.user.create', [{ name: 'Agent', login: user, password }], {});
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${process.output()}`);
  }

  return {
    url,
    database,
    user,
    password,
    rpc,
    async party(name, phones, more = {}) {
      const mechanisms = phones.map((value) => ({ type: 'phone', value }));
      const row = { name, contact_mechanisms: [['create', mechanisms]], ...more };
      const [id] = await rpc<[number]>('model.party.party.create', [row], {});
      return id;
    },
    async parties(name) {
      const fields = ['name', 'contact_mechanisms.type', 'contact_mechanisms.value'];
      type Row = { id: number; name: string; 'contact_mechanisms.': { type: string; value: string }[] };
      const domain = [['name', '=', name]];
      const rows = await rpc<Row[]>('model.party.party.search_read', domain, 0, null, null, fields, {});
      return rows.map(({ id, name, 'contact_mechanisms.': mechanisms }) => ({
        id,
        name,
        reached: mechanisms.map(({ type, value }) => `${type} ${value}`).sort(),
      }));
    },
    stop,
  };
}

/** Making a database takes Tryton ten seconds and more, so that one is kept beside the builds and copied. */
async function emptyDatabase(): Promise<string> {
  const path = join(built, 'party.sqlite');
  if (existsSync(path)) return path;
  await mkdir(built, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'ringside-tryton-'));
  const secret = join(folder, 'password');
  await writeFile(secret, password);
  const made = join(folder, `${database}.sqlite`);
  // Tryton wants a file for its database to be there.
  await writeFile(made, '');
  const config = await configured(folder, 1);
  const args = ['-c', config, '-d', database, '-u', 'country', 'party', '--email', 'admin@example.com'];
  const admin = ownProcess(`${server}-admin`, args, { env: { TRYTONPASSFILE: secret } });
  try {
    await until('Tryton to make a database', () => admin.exitCode() !== null, {
      within: 180_000,
      every: 100,
    });
    if (admin.exitCode() !== 0) throw new Error(`Tryton made no database:\n${admin.output()}`);
    // Two that start at once each put a whole one there.
    await copyFile(made, `${path}.${process.pid}`);
    await rename(`${path}.${process.pid}`, path);
  } finally {
    await admin.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return path;
}

async function configured(folder: string, port: number): Promise<string> {
  const path = join(folder, 'trytond.conf');
  const lines = ['[database]', 'uri = sqlite://', `path = ${folder}`, '[web]', `listen = 127.0.0.1:${port}`];
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}
