import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { companionCredential } from './harness/browser/connected.ts';
import { type Ringside, startRingside } from './harness/browser/ringside.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { searchFolder } from './harness/search-folder.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type CrmProxy, startCrmProxy } from './harness/servers/crm-proxy.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

/** Of random letters, so that no compression cuts it and nothing else holds it. */
const canary = () =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(14)),
    (byte) => 'abcdefghijkmnpqrstuvwxyz'[byte % 24],
  ).join('');
const digits = () => String(crypto.getRandomValues(new Uint16Array(1))[0]! % 10_000).padStart(4, '0');

describe('the profile of the browser on disk', () => {
  /** What nobody may find; the number without its country code, as it stands in every spelling of our own. */
  const secrets = {
    name: canary(),
    number: `2079${digits().slice(0, 2)}${digits()}`,
    unknown: `2079${digits().slice(0, 2)}${digits()}`,
    field: canary(),
    written: canary(),
    draft: canary(),
    unsaved: canary(),
    search: canary(),
    token: '',
  };
  const label = canary();
  let crm: CompanionServer;
  let proxy: CrmProxy;
  let pages: PageServer;
  let ringside: Ringside;
  let profile: string;
  let host: HostPage;
  let view: PanelView;

  const search = (texts: Record<string, string> = secrets) => searchFolder(profile, texts);
  const connect = (staySignedIn = false) =>
    ringside.connect({
      hosts: [{ origin: pages.origin(), label }],
      crm: { url: proxy.url, token: secrets.token },
      ...(staySignedIn && {
        settings: {
          crms: [
            {
              id: 'companion',
              connector: 'companion',
              label: '',
              settings: { baseUrl: proxy.url },
              staySignedIn,
            },
          ],
        },
      }),
    });
  const open = async () => {
    ringside = await startRingside({ profile });
    await connect();
    host = await openHostPage(ringside.context, pages);
    view = panelView(await ringside.openPanel());
  };
  const pop = async (id: string, number: string, head: string) => {
    await host.endAll();
    await view.clearRail();
    await host.interaction(phoneCall(id, `+44${number}`, { state: 'active' }));
    await until(`${head} at the head`, async () => (await view.head()).replaceAll(' ', '').includes(head));
  };

  before(async () => {
    profile = await mkdtemp(join(tmpdir(), 'ringside-profile-'));
    [crm, pages] = await Promise.all([startCompanionServer(), startPages()]);
    proxy = await startCrmProxy(crm.url);
    const body = { email: 'ana@example.com', password: 'ringside-demo' };
    secrets.token = (await crm.api<{ token: string }>('POST', '/sign-in', body)).token;
    await crm.api('POST', '/contacts', {
      ...{ name: secrets.name, kind: 'person' },
      identifiers: [{ kind: 'phone', value: `+44${secrets.number}` }],
      fields: { language: 'en', jobTitle: secrets.field },
    });
    await open();
  });

  after(async () => {
    await ringside?.stop();
    await proxy?.stop();
    await Promise.all([crm?.stop(), pages?.stop()]);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('holds nothing of a contact after a pop, a write, a search and a draft, and shows that the search would find it', async () => {
    await pop('known', secrets.number, secrets.name);
    await view.button('Full view').click();
    await view.edit('company');
    const company = view.where.getByLabel('Company', { exact: true });
    await company.fill(secrets.written);
    await company.press('Enter');
    await until('the write', () =>
      proxy.writes().some(({ body, status }) => body.includes(secrets.written) && status === 200),
    );
    await view.search.fill(secrets.search);
    await until('the search', () => proxy.seen.some(({ body }) => body.includes(secrets.search)));
    await view.search.fill('');
    await pop('unknown', secrets.unknown, secrets.unknown);
    await view.field('Name').fill(secrets.draft);
    await view.says('Draft kept');
    assert.deepEqual(await search(), []);
    const clear = await search({ label });
    assert.ok(clear.length > 0, 'a setting lies there in the clear, and the search did not find it');
    const rows = await rowsOnDisk();
    assert.ok(rows.contacts > 0 && rows.drafts > 0, `nothing is kept: ${JSON.stringify(rows)}`);
  });

  test('holds nothing of it after the browser was closed and opened again, where the draft is back', async () => {
    await ringside.stop();
    assert.deepEqual(await search(), []);
    await open();
    await pop('unknown', secrets.unknown, secrets.unknown);
    await until('the draft', async () => (await view.field('Name').inputValue()) === secrets.draft);
    assert.deepEqual(await search(), []);
  });

  test('holds nothing of a write that waits, which is there in another life of the browser and is sent once, by itself', async () => {
    await pop('known', secrets.number, secrets.name);
    if (await view.button('Full view').isVisible()) await view.button('Full view').click();
    proxy.fail(({ method }) => (method === 'PATCH' ? { kind: 'status', status: 503 } : undefined));
    await view.edit('company');
    const company = view.where.getByLabel('Company', { exact: true });
    await company.fill(secrets.unsaved);
    await company.press('Enter');
    await view.says('1 waiting');
    assert.deepEqual(await search(), []);
    assert.ok((await rowsOnDisk()).writes > 0, 'it is not on disk');
    await ringside.stop();
    assert.deepEqual(await search(), []);
    await open();
    await view.says('1 waiting');
    proxy.fail(undefined);
    await until('the write', () =>
      proxy.writes().some(({ body, status }) => body.includes(secrets.unsaved) && status === 200),
    );
    const sent = proxy.writes().filter(({ body }) => body.includes(secrets.unsaved));
    assert.equal(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size, 1);
    await until('no row of it', async () => (await rowsOnDisk()).writes === 0);
    assert.deepEqual(await search(), []);
  });

  test('holds nothing of it after signing out, nor the token of who did not stay signed in', async () => {
    const options = await ringside.context.newPage();
    await options.goto(ringside.url('options.html#crms'));
    await options.getByRole('button', { name: 'Sign out' }).click();
    await view.says(/Signed out at|Not signed in/);
    assert.deepEqual(await search(), []);
    await ringside.stop();
    assert.deepEqual(await search(), []);
    await open();
  });

  test('holds in the clear what SECURITY.md says: a draft where the CRM gives no key, a token that stayed signed in', async () => {
    proxy.rewrite((body) => body.replace(/,"draftKey":"[^"]*"/, ''));
    const plain = canary();
    const again = { email: 'noor@example.com', password: 'ringside-demo' };
    secrets.token = (await crm.api<{ token: string }>('POST', '/sign-in', again)).token;
    await connect(true);
    const worker = await ringside.worker();
    const credential = companionCredential({ url: proxy.url, token: secrets.token });
    await worker.evaluate((kept) => chrome.storage.local.set(kept), credential);
    await pop('plain', secrets.unknown, secrets.unknown);
    await view.field('Name').fill(plain);
    await view.says('Draft kept');
    const token = secrets.token;
    const places = await search({ plain, token });
    assert.match(places.join('\n'), /plain: .*IndexedDB/);
    assert.match(places.join('\n'), /token: .*Local Extension Settings/);
    const { token: _, ...rest } = secrets;
    assert.deepEqual(await search(rest), []);
  });

  /** How many rows the extension keeps, so that an empty search is no empty database. */
  async function rowsOnDisk(): Promise<{ contacts: number; drafts: number; writes: number }> {
    const worker = await ringside.worker();
    return worker.evaluate(async () => {
      const counts = { contacts: 0, drafts: 0, writes: 0 };
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of ['contacts', 'drafts', 'writes'] as const) {
          if (!db.objectStoreNames.contains(store)) continue;
          counts[store] += await new Promise<number>((resolve) => {
            const request = db.transaction(store).objectStore(store).count();
            request.onsuccess = () => resolve(request.result);
          });
        }
        db.close();
      }
      return counts;
    });
  }
});
