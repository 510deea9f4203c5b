import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import type { Crm, CrmConnector, CrmSession } from '../crms/crm.ts';
import { CrmError } from '../domain/crm-error.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { CrmLink } from '../engine/engine-parts.ts';
import { loadCredential, saveCredential } from './credentials.ts';
import { createCrmDesk } from './crm-desk.ts';
import type { StorageApi } from './settings.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const chosen = (url: string): Settings => ({
  ...defaultSettings,
  crm: { id: 'companion', settings: { url }, staySignedIn: false },
});
const settings = chosen('https://crm.example.com');
const ana: CrmSession = { agent: { id: '1', name: 'Ana Duarte' }, draftKey: 'AAAA' };

function start(options: { session?: () => Promise<CrmSession>; granted?: boolean } = {}) {
  const session = vi.fn(options.session ?? (async () => ana));
  const connect = vi.fn(() => ({ session }) as unknown as Crm); // Nothing else is called here.
  const connector: CrmConnector<{ url: string }> = {
    id: 'companion',
    label: 'Companion CRM',
    settings: z.object({ url: z.url() }),
    form: [],
    origins: ({ url }) => [`${url}/*`],
    tried: 'documents only',
    capabilities: vi.fn(),
    plan: { getContact: 1, findByIdentifier: 1, search: 1, opening: 0, words: '' },
    rate: { requests: 10, perMs: 1_000 },
    connect,
  };
  const links: CrmLink[] = [];
  const drafts = { open: vi.fn(), close: vi.fn() };
  const forgetCache = vi.fn(async () => {});
  const granted = vi.fn(async () => options.granted ?? true);
  const desk = createCrmDesk({
    engine: { connect: async (link) => void links.push(link) },
    drafts,
    forgetCache,
    findConnector: (id) => (id === connector.id ? (connector as CrmConnector) : undefined),
    granted,
    api,
    now: () => 1_000,
  });
  return { desk, links, drafts, forgetCache, granted, session, connect };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('the CRM desk', () => {
  it('is not connected without a CRM, with one it does not know, and with settings that do not fit', async () => {
    await saveCredential('secret', { stay: false }, api);
    for (const crm of [
      null,
      { id: 'unknown', settings: {}, staySignedIn: false },
      { id: 'companion', settings: { url: 'nowhere' }, staySignedIn: false },
    ]) {
      const { desk, links } = start();
      await desk.apply({ ...defaultSettings, crm });
      expect(links).toEqual([{ status: 'not-connected' }]);
    }
  });

  it('asks nothing of an address that the browser has not granted', async () => {
    await saveCredential('secret', { stay: false }, api);
    const { desk, links, connect, granted } = start({ granted: false });
    await desk.apply(settings);
    expect(granted).toHaveBeenCalledWith(['https://crm.example.com/*']);
    expect(connect).not.toHaveBeenCalled();
    expect(links).toEqual([{ status: 'not-connected' }]);
  });

  it('is signed out without a credential', async () => {
    const { desk, links } = start();
    await desk.apply(settings);
    expect(links).toEqual([{ status: 'signed-out', label: 'Companion CRM' }]);
  });

  it('is ready with one, knows the agent, and opens that agent’s drafts', async () => {
    await saveCredential('secret', { stay: false }, api);
    const { desk, links, drafts, connect, forgetCache } = start();
    await desk.apply(settings);
    expect(connect).toHaveBeenCalledWith({
      settings: { url: 'https://crm.example.com' },
      credential: 'secret',
    });
    expect(links).toMatchObject([{ status: 'ready', label: 'Companion CRM', agent: 'Ana Duarte' }]);
    expect(drafts.open).toHaveBeenCalledWith('AAAA');
    expect(forgetCache).toHaveBeenCalledOnce();
  });

  it('goes on in a new worker without a request, and keeps the cache', async () => {
    await saveCredential('secret', { stay: false }, api);
    await start().desk.apply(settings);
    const next = start();
    await next.desk.apply(settings);
    expect(next.links).toMatchObject([{ status: 'ready', agent: 'Ana Duarte' }]);
    expect(next.session).not.toHaveBeenCalled();
    expect(next.forgetCache).not.toHaveBeenCalled();
    expect(next.drafts.open).toHaveBeenCalledWith('AAAA');
  });

  it('changes nothing when something else in the settings changed', async () => {
    await saveCredential('secret', { stay: false }, api);
    const { desk, links } = start();
    await desk.apply(settings);
    await desk.apply({ ...settings, surface: 'badge' });
    expect(links).toHaveLength(1);
  });

  it.each([
    ['another credential', async () => saveCredential('other', { stay: false }, api), settings],
    ['another address', async () => {}, chosen('https://other.example.com')],
  ])('forgets what was saved under %s, also in a new worker', async (_, change, next) => {
    await saveCredential('secret', { stay: false }, api);
    const { desk, forgetCache, drafts } = start();
    await desk.apply(settings);
    await change();
    await desk.apply(next);
    expect(forgetCache).toHaveBeenCalledTimes(2);
    expect(drafts.close).toHaveBeenCalled();
    const worker = start();
    await worker.desk.apply(settings === next ? chosen('https://third.example.com') : settings);
    expect(worker.forgetCache).toHaveBeenCalledOnce();
  });

  it('forgets the credential, the cache and the drafts when the CRM refuses, and says who was signed in', async () => {
    await saveCredential('secret', { stay: true }, api);
    const { desk, links, forgetCache, drafts } = start();
    await desk.apply(settings);
    await desk.signedOut();
    expect(links.at(-1)).toEqual({
      status: 'signed-out',
      label: 'Companion CRM',
      at: 1_000,
      agent: 'Ana Duarte',
    });
    expect(await loadCredential(api)).toBeUndefined();
    expect(forgetCache).toHaveBeenCalledTimes(2);
    expect(drafts.close).toHaveBeenCalled();
    const stored = JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)]);
    expect(stored).not.toContain('AAAA');
    expect(stored).not.toContain('secret');
  });

  it('is signed out at once when the CRM refuses a fresh sign-in', async () => {
    await saveCredential('wrong', { stay: false }, api);
    const session = () => Promise.reject(new CrmError({ code: 'signed-out' }));
    const { desk, links } = start({ session });
    await desk.apply(settings);
    expect(links).toEqual([{ status: 'signed-out', label: 'Companion CRM', at: 1_000 }]);
  });

  it('is ready without a name while the CRM does not answer, and asks again', async () => {
    await saveCredential('secret', { stay: false }, api);
    const session = vi.fn(async () => ana).mockRejectedValueOnce(new CrmError({ code: 'unreachable' }));
    const { desk, links, drafts } = start({ session });
    await desk.apply(settings);
    expect(links).toMatchObject([{ status: 'ready', label: 'Companion CRM' }]);
    expect(links[0]).not.toHaveProperty('agent');
    expect(drafts.open).not.toHaveBeenCalled();
    await desk.retry();
    expect(links.at(-1)).toMatchObject({ status: 'ready', agent: 'Ana Duarte' });
    expect(drafts.open).toHaveBeenCalledWith('AAAA');
  });
});
