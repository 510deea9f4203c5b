import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../../scripts/process/own-process.ts';
import { until } from '../../../../scripts/process/until.ts';
import type { DefinedStore, StorePerson } from './defined-store.ts';

/** The system's own, which finds the system's packages. */
const python = '/usr/bin/python3';
const packages = '/usr/lib/python3/dist-packages';
const password = 'loopback only';

/** What is missing to run it here, or undefined. */
export function djangoMissing(): string | undefined {
  const here = ['django', 'rest_framework', 'django_filters'].every((name) =>
    existsSync(join(packages, name)),
  );
  return existsSync(python) && here ? undefined : 'python3-djangorestframework and python3-django-filters';
}

export interface DjangoPeople extends DefinedStore {
  /** Signs in as another user of it. */
  credentialOf(user: string): { user: string; credential: string };
  /** Gives a person to a team that the agent is not of: its API answers 403 for such a one. */
  hide(id: string): void;
}

/** Starts people on Django REST framework, on 127.0.0.1 only, with a database in a temporary folder. */
export async function startDjangoPeople(): Promise<DjangoPeople> {
  const missing = djangoMissing();
  if (missing !== undefined) throw new Error(`Missing: ${missing}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-django-'));
  const port = await freePort();
  const database = join(folder, 'people.sqlite');
  const server = ownProcess(python, [join(import.meta.dirname, 'django_people.py'), String(port), database]);
  const baseUrl = `http://127.0.0.1:${port}/`;
  let token = '';

  async function ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Token ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ready = await until(
      'Django to answer',
      async () => {
        if (server.exitCode() !== null) return 'ended';
        token = String((await ask('POST', 'api/token/', { username: 'agent', password })).token);
        return 'answers';
      },
      { within: 60_000, every: 100 },
    );
    if (ready === 'ended') throw new Error('Django ended');
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${server.output()}`);
  }

  return {
    settings: { baseUrl, user: 'agent' },
    credential: password,
    credentialOf: (user) => ({ user, credential: password }),
    async add({ first = '', last, numbers = [], email = '', country = '' }: StorePerson) {
      const [phone = '', mobile = '', ...more] = numbers;
      const person = { first_name: first, last_name: last, phone, mobile, email, country };
      const { id } = await ask('POST', 'api/people/', person);
      for (const number of more) await ask('POST', 'api/numbers/', { person: id, number });
      return String(id);
    },
    async holds(id) {
      const { numbers, ...person } = await ask('GET', `api/people/${id}/`);
      // As its serializer writes them.
      const rows = (numbers as { number: string }[]).map(({ number }) => number);
      return [
        ...Object.values(person).filter((value) => typeof value === 'string' && value !== ''),
        ...rows,
      ].map(String);
    },
    hide(id) {
      const change = `import sqlite3; c = sqlite3.connect(${JSON.stringify(database)}); c.execute('update person set team = ? where id = ?', ('b', ${Number(id)})); c.commit()`;
      const { status, stderr } = spawnSync(python, ['-c', change]);
      if (status !== 0) throw new Error(String(stderr));
    },
    stop,
  };
}
