import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../../scripts/process/own-process.ts';
import { until } from '../../../../scripts/process/until.ts';
import type { DefinedStore, StorePerson } from './defined-store.ts';

const programs = '/usr/lib/cyrus/bin';
const setPassword = '/usr/sbin/saslpasswd2';
const user = 'agent';
const administrator = 'cyrus';
const password = 'loopback only';
/** It takes no address without all of these. */
const address = { type: 'work', label: null, street: '', locality: '', region: '', postcode: '' };
const using = ['urn:ietf:params:jmap:core', 'https://cyrusimap.org/ns/jmap/contacts'];

/** What is missing to run it here, or undefined. */
export function cyrusMissing(): string | undefined {
  const here = ['master', 'httpd', 'imapd'].every((name) => existsSync(join(programs, name)));
  if (!here || !existsSync(setPassword)) return 'cyrus-imapd, cyrus-caldav and sasl2-bin';
  // It gives up root for a user of its own, and does not start as anybody else.
  return process.getuid?.() === 0 ? undefined : 'root, for Cyrus';
}

/** Starts a Cyrus of one's own with one mailbox, on 127.0.0.1 only, its files in a temporary folder. */
export async function startCyrusContacts(): Promise<DefinedStore> {
  const missing = cyrusMissing();
  if (missing !== undefined) throw new Error(`Missing: ${missing}`);
  const folder = await mkdtemp(join(tmpdir(), 'ringside-cyrus-'));
  const [imap, http] = [await freePort(), await freePort()];
  const at = (name: string) => join(folder, name);
  await Promise.all(['config', 'spool'].map((name) => mkdir(at(name))));
  const settings = {
    configdirectory: at('config'),
    'partition-default': at('spool'),
    defaultpartition: 'default',
    admins: administrator,
    sasl_pwcheck_method: 'auxprop',
    sasl_auxprop_plugin: 'sasldb',
    sasl_sasldb_path: at('passwords'),
    sasl_mech_list: 'PLAIN',
    allowplaintext: 'yes',
    conversations: 'yes',
    httpmodules: 'carddav jmap',
    jmap_nonstandard_extensions: 'yes',
    servername: 'localhost',
    unixhierarchysep: 'yes',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
  await writeFile(at('imapd.conf'), `${lines.join('\n')}\n`);
  const service = (name: string, port: number) =>
    `${name} cmd="${name}d -C ${at('imapd.conf')}" listen="127.0.0.1:${port}" prefork=0`;
  await writeFile(
    at('cyrus.conf'),
    `START {\n}\nSERVICES {\n${service('imap', imap)}\n${service('http', http)}\n}\nEVENTS {\n}\n`,
  );
  for (const name of [user, administrator]) {
    const args = ['-p', '-c', '-f', at('passwords'), '-u', 'localhost', name];
    const { status, stderr } = spawnSync(setPassword, args, { input: `${password}\n` });
    if (status !== 0) throw new Error(`saslpasswd2: ${stderr}`);
  }
  spawnSync('chown', ['-R', 'cyrus:mail', folder]);
  await chmod(folder, 0o755);
  const master = ownProcess(join(programs, 'master'), [
    ...['-C', at('imapd.conf'), '-M', at('cyrus.conf'), '-p', at('master.pid')],
  ]);
  const url = `http://127.0.0.1:${http}/`;

  async function call<T>(method: string, args: object): Promise<T> {
    const response = await fetch(`${url}jmap/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa(`${user}:${password}`)}` },
      body: JSON.stringify({ using, methodCalls: [[method, args, 'a']] }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} answered ${response.status}: ${text}`);
    // As JMAP answers: the name of the method, and what it says.
    const { methodResponses } = JSON.parse(text) as { methodResponses: [[string, T]] };
    return methodResponses[0][1];
  }

  const stop = async () => {
    await master.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await until('Cyrus to make a mailbox', () => imapSays(imap, [`CREATE user/${user}`]), {
      within: 30_000,
      every: 200,
    });
    await until('Cyrus to answer', () => call('Contact/get', { ids: [] }), { within: 30_000, every: 200 });
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${master.output()}`);
  }

  return {
    settings: { baseUrl: url, user },
    credential: password,
    async add({ first = '', last, numbers = [], email, country }: StorePerson) {
      const card = {
        firstName: first,
        lastName: last,
        phones: numbers.map((value) => ({ type: 'other', value })),
        emails: email === undefined ? [] : [{ type: 'work', value: email }],
        ...(country !== undefined && { addresses: [{ ...address, country }] }),
      };
      type Set = { created: { new: { id: string } } };
      return (await call<Set>('Contact/set', { create: { new: card } })).created.new.id;
    },
    async holds(id) {
      type Card = { phones: { value: string }[]; emails: { value: string }[] };
      const { list } = await call<{ list: Card[] }>('Contact/get', { ids: [id] });
      return list.flatMap((card) => [
        ...Object.values(card).filter((value) => typeof value === 'string'),
        ...[...card.phones, ...card.emails].map(({ value }) => value),
      ]);
    },
    stop,
  };
}

/** Says commands as the administrator; true once each went well. */
function imapSays(port: number, commands: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const left = [`LOGIN ${administrator} "${password}"`, ...commands];
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (/^a (?:NO|BAD)/m.test(text)) {
        socket.destroy();
        reject(new Error(text));
      } else if (/^(?:\* OK|a OK)/m.test(text)) {
        const next = left.shift();
        if (next !== undefined) socket.write(`a ${next}\r\n`);
        else {
          socket.end();
          resolve(true);
        }
      }
    });
  });
}
