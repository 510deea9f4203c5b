import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';

const program = ['/usr/bin/radicale', '/usr/local/bin/radicale'].find(existsSync);

/** What is missing to run it here, or undefined. */
export function radicaleMissing(): string | undefined {
  return program === undefined ? 'radicale (apt-get install radicale)' : undefined;
}

export interface Radicale {
  /** The address of the book. */
  url: string;
  user: string;
  password: string;
  /** Lays a card there, as another program does, whatever was there before. `lines` without its frame. */
  put(name: string, lines: string[]): Promise<void>;
  /** The card as the server gives it. */
  card(name: string): Promise<string>;
  /** The names of all cards. */
  names(): Promise<string[]>;
  stop(): Promise<void>;
}

const user = 'agent';
const password = 'loopback only';
const dav = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"';
const newBook = `<D:mkcol ${dav}><D:set><D:prop><D:resourcetype><D:collection/><C:addressbook/></D:resourcetype><D:displayname>Customers</D:displayname></D:prop></D:set></D:mkcol>`;

/** Starts a Radicale of one's own with an empty book, on 127.0.0.1 only, its files in a temporary folder. */
export async function startRadicale(): Promise<Radicale> {
  if (program === undefined) throw new Error(`Missing: ${radicaleMissing()}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-radicale-'));
  const port = await freePort();
  const users = join(folder, 'users');
  await writeFile(users, `${user}:${password}\n`);
  const config = join(folder, 'config');
  const auth = `[auth]\ntype = htpasswd\nhtpasswd_filename = ${users}\nhtpasswd_encryption = plain\n`;
  const storage = `[storage]\nfilesystem_folder = ${join(folder, 'data')}\n`;
  await writeFile(config, `[server]\nhosts = 127.0.0.1:${port}\n${auth}${storage}`);
  const server = ownProcess(program, ['-C', config]);
  const url = `http://127.0.0.1:${port}/${user}/customers/`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  async function ask(method: string, name: string, body?: string): Promise<string> {
    const answer = await fetch(`${url}${name}`, {
      method,
      headers: { authorization, depth: '1' },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${name} answered ${answer.status}: ${text}`);
    return text;
  }

  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ready = await until('Radicale to answer', async () => {
      if (server.exitCode() !== null) return 'ended';
      await ask('MKCOL', '', newBook);
      return 'answers';
    });
    if (ready === 'ended') throw new Error('Radicale ended');
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${server.output()}`);
  }

  return {
    url,
    user,
    password,
    async put(name, lines) {
      const card = ['BEGIN:VCARD', 'VERSION:3.0', `UID:${name}`, ...lines, 'END:VCARD', ''];
      await ask('PUT', name, card.join('\r\n'));
    },
    card: (name) => ask('GET', name),
    async names() {
      const found = await ask(
        'PROPFIND',
        '',
        `<D:propfind ${dav}><D:prop><D:getetag/></D:prop></D:propfind>`,
      );
      return Array.from(found.matchAll(/<href>[^<]*\/([^/<]+)<\/href>/g), ([, name = '']) => name);
    },
    stop,
  };
}
