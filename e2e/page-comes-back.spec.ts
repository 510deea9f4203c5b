import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

const elodie = '+33199004217';

/** What the browser's own page of extensions may do. */
interface ExtensionsPage {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
  };
}

describe('a host page that leaves in mid-call', () => {
  let stage: Stage;
  let host: HostPage;
  let view: PanelView;

  before(async () => {
    // Playwright switches the back-forward cache off.
    stage = await setStage({ without: ['--disable-back-forward-cache'] });
    await stage.connect({ hosts: [stage.pages.origin(), stage.pages.origin('127.0.0.1')] });
    host = await openHostPage(stage.ringside.context, stage.pages);
    view = panelView(await stage.ringside.openPanel());
  });

  after(() => stage?.stop());

  const quiet = <T>(expression: string) => quietly<T>(stage.ringside.context, host.page, expression);

  test('and comes back from the back-forward cache: its call goes on, as one, and the next one pops', async () => {
    await quiet(`addEventListener('pageshow', ({ persisted }) => { window.restored = persisted; })`);
    await host.interaction(phoneCall('kept', elodie, { state: 'active' }));
    await view.heads('Élodie Marchand');
    stage.pages.put('/elsewhere', '<!doctype html><title>Elsewhere</title>');
    await host.page.goto(`${stage.pages.origin()}/elsewhere`);
    await until(
      'the page to be away',
      async () => (await view.rail()).length === 0 || /page/i.test((await view.rail()).join()),
    );
    await host.page.goBack({ waitUntil: 'commit' });
    await until('the page out of the cache', () => quiet<boolean>('window.restored === true'));
    await view.railHolds(1);
    await view.heads('Élodie Marchand');
    await host.interaction(phoneCall('kept', elodie, { state: 'held', sequence: 2 }));
    await until('its next word', async () => /held/i.test((await view.rail()).join()));
    await host.interaction(phoneCall('next', '+442079460123', { state: 'offered' }));
    await view.railHolds(2);
    assert.deepEqual(stage.ringside.complaints, []);
  });

  test('and whose host the person takes back from the extension: nothing it says is heard any more, until it is granted again', async () => {
    await host.endAll();
    await view.clearRail();
    await host.interaction(phoneCall('granted', elodie, { state: 'active' }));
    await view.heads('Élodie Marchand');
    const extensions = await stage.ringside.context.newPage();
    await extensions.goto('chrome://extensions');
    const access = (hostAccess: 'ON_ALL_SITES' | 'ON_SPECIFIC_SITES') =>
      extensions.evaluate(
        async ({ extensionId, hostAccess }) => {
          const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionsPage }).chrome;
          await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
          if (hostAccess === 'ON_SPECIFIC_SITES')
            await developerPrivate.addHostPermission(extensionId, 'http://127.0.0.1/*');
        },
        { extensionId: stage.ringside.url('').split('/')[2] ?? '', hostAccess },
      );
    // The CRM and another host stay.
    await access('ON_SPECIFIC_SITES');
    await until('the call to be over, or its page to be gone', async () => {
      const rail = (await view.rail()).join();
      return !/Active/.test(rail) || Promise.reject(new Error(rail));
    });
    const before = stage.proxy.seen.length;
    await host.interaction(phoneCall('revoked', '+442079460123', { state: 'offered' }));
    // What another host says after it is heard: had this been, it would have been before.
    const other = await openHostPage(stage.ringside.context, stage.pages, { name: '127.0.0.1' });
    await other.interaction(phoneCall('heard', '+12125550142', { state: 'offered' }));
    await until('the other host to be looked up', () =>
      stage.proxy.seen.some(({ body }) => body.includes('12125550142')),
    );
    assert.ok(!stage.proxy.seen.slice(before).some(({ body }) => body.includes('442079460123')));
    const rung = (await view.rail()).filter((tab) => /Ringing/i.test(tab));
    assert.equal(rung.length, 1, rung.join());
    await other.endAll();
    await access('ON_ALL_SITES');
    await host.interaction(phoneCall('again', '+33199004217', { state: 'offered' }));
    await until('the call after that', async () => (await view.rail()).some((tab) => /Ringing/i.test(tab)));
    await extensions.close();
  });
});
