import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type CrmProxy, startCrmProxy } from './harness/servers/crm-proxy.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

/** Two hosts, two agents and two CRMs in one browser: what one agent began is never another's, nor another CRM's. */
describe('agents who take turns at one browser', () => {
  const strange = '+442079463301';
  const known = '+442079463302';
  const own = 'Anas Own Draft';
  let stage: Stage;
  let other: CompanionServer;
  let otherProxy: CrmProxy;
  let desk: HostPage;
  let inbox: HostPage;
  let view: PanelView;
  const seenText: string[] = [];
  let watching = true;

  const signIn = async (crm: CompanionServer, url: string, name: 'ana' | 'noor') => {
    const body = { email: `${name}@example.com`, password: 'ringside-demo' };
    const { token } = await crm.api<{ token: string }>('POST', '/sign-in', body);
    await stage.ringside.connect({ hosts, crm: { url, token } });
  };
  /** As the options page does it: the credential is forgotten, and nothing else. */
  const signOut = async () => {
    const worker = await stage.ringside.worker();
    await worker.evaluate(async () => {
      await chrome.storage.local.remove('crm.companion.credential');
      await chrome.storage.session.remove('crm.companion.credential');
    });
    await view.says(/Signed out at|Not signed in/);
  };
  const text = () =>
    view.where
      .locator('body')
      .textContent()
      .then((all) => all ?? '');
  let hosts: string[] = [];

  before(async () => {
    [stage, other] = await Promise.all([setStage(), startCompanionServer()]);
    otherProxy = await startCrmProxy(other.url);
    hosts = [stage.pages.origin('localhost'), stage.pages.origin('127.0.0.1')];
    await signIn(stage.crm, stage.proxy.url, 'ana');
    await stage.contact('Known To A', known);
    await other.api('POST', '/contacts', {
      ...{ name: 'Known To B', kind: 'person', fields: { language: 'en' } },
      identifiers: [{ kind: 'phone', value: known }],
    });
    const { context } = stage.ringside;
    desk = await openHostPage(context, stage.pages, { name: 'localhost' });
    inbox = await openHostPage(context, stage.pages, { name: '127.0.0.1', path: '/inbox' });
    view = panelView(await stage.ringside.openPanel());
  });

  after(async () => {
    watching = false;
    await otherProxy?.stop();
    await other?.stop();
    await stage?.stop();
  });

  test('the first one leaves a draft, a write that waits, and a contact on screen', async () => {
    await inbox.interaction(phoneCall('known', known, { state: 'held' }));
    await desk.interaction(phoneCall('strange', strange, { state: 'active' }));
    await view.heads('+44 20 7946 3301');
    stage.proxy.fail(({ method, url }) =>
      method === 'POST' && url === '/api/contacts' ? { kind: 'closed' } : undefined,
    );
    await view.create(own);
    await view.says('1 waiting');
    await view.tab('Known To A').waitFor();
  });

  for (const [who, where] of [
    ['a colleague at the same CRM', 'same'],
    ['somebody at another CRM', 'other'],
  ] as const) {
    test(`${who} sees and sends nothing of it, while the same two calls go on`, async () => {
      await signOut();
      assert.doesNotMatch(await text(), new RegExp(`${own}|Known To`));
      const watched = watch();
      const [crm, proxy] = where === 'same' ? [stage.crm, stage.proxy] : [other, otherProxy];
      const before = proxy.writes().length;
      await signIn(crm, proxy.url, 'noor');
      const name = where === 'same' ? 'Known To A' : 'Known To B';
      await until('their own contact', async () => (await view.rail()).some((tab) => tab.includes(name)));
      await view.tab(/3301/).click();
      await view.newContact.waitFor();
      assert.equal(await view.field('Name').inputValue(), '');
      // Killed and back, the worker knows no more of it than before.
      await stage.ringside.killWorker();
      await until('the rail again', async () => (await view.rail()).some((tab) => tab.includes(name)));
      watching = false;
      await watched;
      watching = true;
      const seen = seenText.splice(0).join('\n');
      assert.ok(!seen.includes(own) && !/waiting|Not saved/.test(seen));
      assert.ok(where === 'same' || !seen.includes('Known To A'));
      assert.equal(proxy.writes().length, before);
      assert.deepEqual(await crm.api('POST', '/contacts/search', { query: own }), { contacts: [] });
    });
  }

  test('the first one comes back, finds what was begun, and saves it once, in the CRM it was meant for', async () => {
    await signOut();
    await signIn(stage.crm, stage.proxy.url, 'ana');
    await until('the contact on hold', async () =>
      (await view.rail()).some((tab) => tab.includes('Known To A')),
    );
    await view.tab(/3301|Anas/).click();
    await view.says('1 waiting');
    assert.equal(await view.field('Name').inputValue(), own);
    stage.proxy.fail(undefined);
    await view.heads(own);
    assert.deepEqual(await stage.owners(strange), [own]);
    assert.deepEqual(await other.api('POST', '/contacts/search', { query: own }), { contacts: [] });
  });

  /** Reads the panel again and again until it is told to stop. */
  async function watch(): Promise<void> {
    while (watching) seenText.push(await text());
  }
});
