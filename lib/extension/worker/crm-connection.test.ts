import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import type { Crm, CrmConnector, CrmContext, CrmSession } from '../../crms/crm.ts';
import type { CrmMemory } from '../../crms/crm-memory.ts';
import { crmBinding } from '../../domain/crm/crm-binding.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';
import type { CrmSettings } from '../../domain/settings.ts';
import type { CrmLink } from '../../engine/live/engine-parts.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { clearCredential, loadCredential, saveCredential, saveSignIn } from '../storage/credentials.ts';
import { type CrmConnection, createCrmConnection } from './crm-connection.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const crm = 'main';
const chosen = (url: string): CrmSettings => ({
  ...{ id: crm, connector: 'companion', label: '', staySignedIn: false },
  settings: { url },
});
const settings = chosen('https://crm.example.com');
/** What the credentials of these tests are given for. */
const binding = crmBinding('companion', { url: 'https://crm.example.com' });
const people: Workspace = { name: 'People', region: 'CH', fields: [], sections: [], campaigns: [] };
const ana: CrmSession = { agent: { id: '1', name: 'Ana Duarte' }, draftKey: 'AAAA' };

function start(
  options: {
    session?: () => Promise<CrmSession>;
    workspace?: () => Promise<Workspace>;
    granted?: boolean;
    oauth?: CrmConnector['oauth'];
    version?: string;
    beforeAsking?: Promise<unknown>;
  } = {},
) {
  const session = vi.fn(options.session ?? (async () => ana));
  // Nothing else is called here.
  const workspace = vi.fn(options.workspace ?? (async () => people));
  const connect = vi.fn((_: CrmContext<{ url: string }>) => ({ session, workspace }) as unknown as Crm);
  const memory = () => connect.mock.lastCall![0].memory!;
  const connector: CrmConnector<{ url: string }> = {
    id: 'companion',
    label: 'Companion CRM',
    settings: z.object({ url: z.url() }),
    origins: ({ url }) => [`${url}/*`],
    ...(options.oauth && { oauth: options.oauth }),
    capabilities: vi.fn(),
    plan: { getContact: 1, findByIdentifier: 1, search: 1, opening: 0 },
    rate: { requests: 10, perMs: 1_000 },
    connect,
  };
  const links: CrmLink[] = [];
  const drafts = { open: vi.fn(), close: vi.fn() };
  const forgetCache = vi.fn(async () => {});
  const granted = vi.fn(async () => options.granted ?? true);
  const onUnread = vi.fn();
  const connection = createCrmConnection({
    crm,
    connect: async (link) => void links.push(link),
    drafts,
    forgetCache,
    loadConnector: async (id) => (id === connector.id ? (connector as CrmConnector) : undefined),
    granted,
    onUnread,
    version: options.version ?? '1.0.0',
    ...(options.beforeAsking && { beforeAsking: options.beforeAsking }),
    api,
    now: () => 1_000,
  });
  return { connection, links, drafts, forgetCache, granted, session, workspace, connect, memory };
}

/** As the engine does, and waits until what is kept of it is. */
async function readWorkspace(links: CrmLink[]): Promise<void> {
  const link = links.at(-1);
  if (link?.status !== 'ready') throw new Error('not ready');
  await link.crm.workspace();
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('the connection with a CRM', () => {
  it('is not connected without a CRM, with one it does not know, and with settings that do not fit', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    for (const entry of [
      undefined,
      { ...settings, connector: 'unknown', settings: {} },
      { ...settings, settings: { url: 'nowhere' } },
    ]) {
      const { connection, links } = start();
      await connection.apply(entry);
      expect(links).toEqual([{ status: 'not-connected' }]);
    }
  });

  it('asks nothing of an address that the browser has not granted', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, links, connect, granted } = start({ granted: false });
    await connection.apply(settings);
    expect(granted).toHaveBeenCalledWith(['https://crm.example.com/*']);
    expect(connect).not.toHaveBeenCalled();
    expect(links).toEqual([{ status: 'not-connected' }]);
  });

  it('asks for the workspace beside who is signed in, and once', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const told = Promise.withResolvers<CrmSession>();
    const { connection, links, workspace } = start({ session: () => told.promise });
    const applied = connection.apply(settings);
    await vi.waitFor(() => expect(workspace).toHaveBeenCalledOnce());
    expect(links).toEqual([]);
    told.resolve(ana);
    await applied;
    const [link] = links;
    if (link?.status !== 'ready') throw new Error('not ready');
    await link.crm.workspace();
    expect(workspace).toHaveBeenCalledOnce();
  });

  it('knows the workspace after a restart of the browser where the sign-in stays, and waits for nobody’s name then', async () => {
    await saveCredential(crm, 'secret', { stay: true, binding }, api);
    const first = start();
    await first.connection.apply(settings);
    await readWorkspace(first.links);
    await fakeBrowser.storage.session.clear();
    const told = Promise.withResolvers<CrmSession>();
    const next = start({ session: () => told.promise });
    await next.connection.apply(settings);
    expect(next.links).toMatchObject([{ status: 'ready', workspace: people }]);
    expect(next.links[0]).not.toHaveProperty('agent');
    expect(next.workspace).not.toHaveBeenCalled();
    told.resolve(ana);
    await vi.waitFor(() => expect(next.links).toHaveLength(2));
    expect(next.links[1]).toMatchObject({ status: 'ready', agent: 'Ana Duarte' });
  });

  it('keeps no workspace where the sign-in does not stay, nor one for another version, another sign-in or after it', async () => {
    const after = async (change: () => Promise<unknown>, options: Parameters<typeof start>[0] = {}) => {
      await saveCredential(crm, 'secret', { stay: true, binding }, api);
      const before = start();
      await before.connection.apply(settings);
      await readWorkspace(before.links);
      await change();
      await fakeBrowser.storage.session.clear();
      const next = start(options);
      await next.connection.apply(settings);
      return next.links[0];
    };
    const other = () => saveCredential(crm, 'another', { stay: true, binding }, api);
    const leave = async () => {
      await clearCredential(crm, api);
      await start().connection.apply(settings);
      expect(JSON.stringify(await api.storage.local.get(null))).not.toContain('People');
      await saveCredential(crm, 'secret', { stay: true, binding }, api);
    };
    const loose = () => saveCredential(crm, 'secret', { stay: false, binding }, api);
    expect(await after(async () => {})).toHaveProperty('workspace');
    expect(await after(async () => {}, { version: '1.0.1' })).not.toHaveProperty('workspace');
    expect(await after(other)).not.toHaveProperty('workspace');
    expect(await after(leave)).not.toHaveProperty('workspace');
    await clearCredential(crm, api);
    await start().connection.apply(settings);
    await loose();
    const { connection, links } = start();
    await connection.apply(settings);
    await readWorkspace(links);
    expect(JSON.stringify(await api.storage.local.get(null))).not.toContain('People');
  });

  it('asks nothing before requests are as they must be, and goes on without a request at once', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const held = Promise.withResolvers<void>();
    const first = start({ beforeAsking: held.promise });
    const applied = first.connection.apply(settings);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([first.session, first.workspace].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect(first.links).toEqual([]);
    held.resolve();
    await applied;
    expect(first.session).toHaveBeenCalledOnce();
    const next = start({ beforeAsking: new Promise(() => undefined) });
    await next.connection.apply(settings);
    expect(next.links).toMatchObject([{ status: 'ready', agent: 'Ana Duarte' }]);
  });

  it('is signed out without a credential', async () => {
    const { connection, links } = start();
    await connection.apply(settings);
    expect(links).toEqual([{ status: 'signed-out', label: 'Companion CRM' }]);
  });

  it('is ready with one, knows the agent, and opens that agent’s drafts', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, links, drafts, connect, forgetCache } = start();
    await connection.apply(settings);
    expect(connect).toHaveBeenCalledWith({
      settings: { url: 'https://crm.example.com' },
      credential: 'secret',
      memory: expect.anything() as CrmMemory,
      onUnread: expect.any(Function) as ReportUnread,
    });
    expect(links).toMatchObject([{ status: 'ready', label: 'Companion CRM', agent: 'Ana Duarte' }]);
    expect(drafts.open).toHaveBeenCalledWith('AAAA');
    // Where nobody was before, nothing is there to forget.
    expect(forgetCache).not.toHaveBeenCalled();
  });

  it('goes on in a new worker without a request, and keeps the cache', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    await start().connection.apply(settings);
    const next = start();
    await next.connection.apply(settings);
    expect(next.links).toMatchObject([{ status: 'ready', agent: 'Ana Duarte' }]);
    expect(next.session).not.toHaveBeenCalled();
    expect(next.forgetCache).not.toHaveBeenCalled();
    expect(next.drafts.open).toHaveBeenCalledWith('AAAA');
  });

  it('keeps what it holds under its own id: another connection at the same CRM is another sign-in', async () => {
    await saveCredential('other', 'secret', { stay: false, binding }, api);
    const { connection, links } = start();
    await connection.apply(settings);
    expect(links).toEqual([{ status: 'signed-out', label: 'Companion CRM' }]);
  });

  it('is called as its entry says, and called otherwise it is the same sign-in', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, links, connect, drafts, forgetCache } = start();
    await connection.apply({ ...settings, label: 'Sales' });
    await connection.apply({ ...settings, label: 'Sales West' });
    await connection.apply(settings);
    const [first, second, third] = links;
    expect(links.map((link) => 'label' in link && link.label)).toEqual([
      ...['Sales', 'Sales West', 'Companion CRM'],
    ]);
    expect([second, third]).toEqual([
      { ...first, label: 'Sales West' },
      { ...first, label: 'Companion CRM' },
    ]);
    expect([connect, drafts.open, forgetCache].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  });

  it('changes nothing when something else in the settings changed', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, links } = start();
    await connection.apply(settings);
    await connection.apply({ ...settings, staySignedIn: true, hosts: ['https://desk.example.com'] });
    expect(links).toHaveLength(1);
  });

  it.each([
    ['another credential', async () => saveCredential(crm, 'other', { stay: false, binding }, api), settings],
    ['another address', async () => {}, chosen('https://other.example.com')],
  ])('forgets what was saved under %s, also in a new worker', async (_, change, next) => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, forgetCache, drafts } = start();
    await connection.apply(settings);
    await change();
    await connection.apply(next);
    expect(forgetCache).toHaveBeenCalledTimes(1);
    expect(drafts.close).toHaveBeenCalled();
    const worker = start();
    await worker.connection.apply(settings === next ? chosen('https://third.example.com') : settings);
    // Where the former one has left already, all of it is forgotten.
    expect(worker.forgetCache).toHaveBeenCalledTimes(settings === next ? 1 : 0);
  });

  it.each([
    ['at another address', chosen('https://evil.example.com')],
    ['at another path', chosen('https://crm.example.com/elsewhere')],
  ])(
    'sends a credential to no CRM but the one it was given for: not to one %s, whoever wrote that',
    async (_, next) => {
      await saveCredential(crm, 'secret', { stay: true, binding }, api);
      const { connection, connect, links } = start();
      await connection.apply(next);
      expect(connect).not.toHaveBeenCalled();
      expect(links.at(-1)).toMatchObject({ status: 'signed-out', label: 'Companion CRM' });
      await connection.apply(settings);
      await connection.apply(next);
      expect(
        connect.mock.calls.map(
          ([
            {
              settings: { url },
            },
          ]) => url,
        ),
      ).toEqual(['https://crm.example.com']);
    },
  );

  it('knows the same person under a renewed credential, and has them gone before anybody else is there', async () => {
    const people = [ana, ana, { agent: { id: '2', name: 'Ben' } }];
    const { connection, links, drafts } = start({ session: async () => people.shift() ?? ana });
    for (const credential of ['one', 'renewed', 'of Ben']) {
      await saveCredential(crm, credential, { stay: false, binding }, api);
      await connection.apply(settings);
    }
    expect(links.map(({ status }) => status)).toEqual([
      ...['ready', 'signed-out', 'ready', 'signed-out', 'ready'],
    ]);
    const [first, , second, , third] = links.map((link) => (link.status === 'ready' ? link : undefined));
    expect(first?.owner).toBe(second?.owner);
    expect(first?.id).not.toBe(second?.id);
    expect(third?.owner).not.toBe(second?.owner);
    // Told before the drafts of the next one are opened.
    expect(drafts.close.mock.invocationCallOrder.at(-1)).toBeLessThan(
      drafts.open.mock.invocationCallOrder.at(-1)!,
    );
    expect(JSON.stringify(first?.owner)).not.toMatch(/one|Ana/);
  });

  it('forgets the credential, the cache and the drafts when the CRM refuses, and says who was signed in', async () => {
    await saveCredential(crm, 'secret', { stay: true, binding }, api);
    const { connection, links, forgetCache, drafts } = start();
    await connection.apply(settings);
    await connection.signedOut();
    expect(links.at(-1)).toEqual({
      status: 'signed-out',
      label: 'Companion CRM',
      at: 1_000,
      agent: 'Ana Duarte',
    });
    expect(await loadCredential(crm, binding, api)).toBeUndefined();
    expect(forgetCache).toHaveBeenCalledTimes(1);
    expect(drafts.close).toHaveBeenCalled();
    const stored = JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)]);
    expect(stored).not.toContain('AAAA');
    expect(stored).not.toContain('secret');
  });

  it('leaves nothing of who was signed in when it is removed from the list, and what others keep', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    await api.storage.session.set({ 'crm.other.known': 'kept', 'crm.other.last': 'kept' });
    const { connection, links } = start();
    await connection.apply(settings);
    await connection.apply(undefined);
    expect(links.at(-1)).toEqual({ status: 'not-connected' });
    const { 'crm.main.credential': _, ...rest } = await api.storage.session.get(null);
    expect(rest).toEqual({ 'crm.other.known': 'kept', 'crm.other.last': 'kept' });
  });

  it('is signed out at once when the CRM refuses a fresh sign-in', async () => {
    await saveCredential(crm, 'wrong', { stay: false, binding }, api);
    const session = () => Promise.reject(new CrmError({ code: 'signed-out' }));
    const { connection, links } = start({ session });
    await connection.apply(settings);
    expect(links).toEqual([{ status: 'signed-out', label: 'Companion CRM', at: 1_000 }]);
  });

  it('is ready without a name while the CRM does not answer, and asks again', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const session = vi.fn(async () => ana).mockRejectedValueOnce(new CrmError({ code: 'unreachable' }));
    const { connection, links, drafts } = start({ session });
    await connection.apply(settings);
    expect(links).toMatchObject([{ status: 'ready', label: 'Companion CRM' }]);
    expect(links[0]).not.toHaveProperty('agent');
    expect(drafts.open).not.toHaveBeenCalled();
    await connection.retry();
    expect(links.at(-1)).toMatchObject({ status: 'ready', agent: 'Ana Duarte' });
    expect(drafts.open).toHaveBeenCalledWith('AAAA');
  });

  it('lets the next worker have what the connection remembers', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const first = start();
    await first.connection.apply(settings);
    await first.memory().set('fields', ['name']);
    const next = start();
    await next.connection.apply(settings);
    expect(await next.memory().get('fields')).toEqual(['name']);
    expect(await next.memory().get('auth')).toBeUndefined();
  });

  it('forgets it at sign-out, for another person and for another address, whatever is still heard', async () => {
    for (const change of [
      async (connection: CrmConnection) => connection.signedOut(),
      async (connection: CrmConnection) => {
        await saveCredential(crm, 'other', { stay: false, binding }, api);
        await connection.apply(settings);
      },
      async (connection: CrmConnection) => connection.apply(chosen('https://other.example.com')),
      async (connection: CrmConnection) => connection.apply(undefined),
    ]) {
      await saveCredential(crm, 'secret', { stay: false, binding }, api);
      const { connection, memory } = start();
      await connection.apply(settings);
      const former = memory();
      await former.set('auth', 'TOKEN');
      const late = former.set('late', 'TOKEN');
      await change(connection);
      await late;
      await former.set('later', 'TOKEN');
      expect(JSON.stringify(await api.storage.session.get(null))).not.toContain('TOKEN');
      expect(await former.get('auth')).toBeUndefined();
      await saveCredential(crm, 'secret', { stay: false, binding }, api);
      const next = start();
      await next.connection.apply(settings);
      expect(await next.memory().get('auth')).toBeUndefined();
    }
  });

  it('goes on where nothing can be remembered', async () => {
    await saveCredential(crm, 'secret', { stay: false, binding }, api);
    const { connection, memory } = start();
    await connection.apply(settings);
    const full = vi.spyOn(api.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    const unreadable = vi.spyOn(api.storage.session, 'get').mockRejectedValue(new Error('gone'));
    await memory().set('fields', ['name']);
    expect(await memory().get('fields')).toBeUndefined();
    full.mockRestore();
    unreadable.mockRestore();
  });

  it('gives the tokens of the sign-in where somebody signed in with the CRM itself', async () => {
    await saveSignIn(crm, { access: 'ACCESS', refresh: 'REFRESH' }, { stay: false, binding }, api);
    const oauth = () => ({
      authorizeUrl: 'https://a.example/',
      tokenUrl: 'https://a.example/t',
      clientId: 'c',
    });
    const { connection, connect } = start({ oauth });
    await connection.apply(settings);
    const { tokens, credential } = connect.mock.lastCall![0];
    expect(await tokens!.load()).toEqual({ access: 'ACCESS', refresh: 'REFRESH' });
    expect(credential).not.toMatch(/ACCESS|REFRESH/);
    await tokens!.renew(async () => ({ access: 'NEXT', refresh: 'ROTATED' }));
    await connection.apply(settings);
    expect(connect).toHaveBeenCalledOnce();
    await connection.signedOut();
    expect(await tokens!.load()).toBeUndefined();
    const stored = JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)]);
    expect(stored).not.toMatch(/NEXT|ROTATED/);
  });
});

describe('a connection of which something never answers', () => {
  const never = () => new Promise<never>(() => undefined);
  /** What comes of it, while our clock goes on. */
  async function settled<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
    let over = false;
    const done = work.finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(500);
    }
    return done;
  }
  beforeEach(async () => {
    await saveCredential(crm, 'TOKEN', { stay: false, binding }, api);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // The platform hashes on a thread of its own, at no pace that this clock knows.
    vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => {
      const hash = createHash('sha256').update(Buffer.from(data as Uint8Array));
      return new Uint8Array(hash.digest()).buffer;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.mocked(crypto.subtle.digest).mockRestore();
  });

  it.each(['granted', 'forgetCache'] as const)('goes on with the next step when “%s” hangs', async (what) => {
    const started = start();
    const { connection, links } = started;
    await settled(connection.apply(settings));
    started[what].mockImplementationOnce(never);
    const elsewhere = chosen('https://crm.example.com/other');
    const first = connection.apply(elsewhere).catch((error: Error) => error.name);
    const second = connection.apply(settings);
    expect(await settled(first)).toBe('TimeUp');
    await settled(second);
    expect(links.at(-1)).toMatchObject({ status: 'ready', agent: 'Ana Duarte' });
  });

  it('goes on with the next step when the storage hangs', async () => {
    const { connection, links } = start();
    const get = vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementationOnce(never);
    const first = connection.apply(settings).catch((error: Error) => error.name);
    const second = connection.apply(settings);
    expect(await settled(first)).toBe('TimeUp');
    await settled(second);
    expect(links.at(-1)).toMatchObject({ status: 'ready' });
    get.mockRestore();
  });

  it('connects, and can be signed out, though the CRM never says who is signed in', async () => {
    const { connection, links } = start({ session: never });
    await settled(connection.apply(settings));
    expect(links.at(-1)).toMatchObject({ status: 'ready' });
    const asking = connection.retry();
    const leaving = connection.signedOut();
    await settled(Promise.all([asking, leaving]));
    expect(links.at(-1)).toMatchObject({ status: 'signed-out' });
  });
});
