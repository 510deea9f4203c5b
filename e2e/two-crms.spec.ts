import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { baseUrlSchema } from '../lib/crms/http/base-url.ts';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { until } from '../scripts/process/until.ts';
import type { FurtherCrm } from './harness/browser/connected.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import { startTryton, type Tryton } from './harness/servers/tryton.ts';
import { type Stage, setStage } from './harness/stage.ts';

const numbers = {
  both: '+442079460401',
  first: '+442079460402',
  second: '+442079460403',
  persons: '+442079460404',
  nobody: '+442079460405',
  late: '+442079460406',
};
/** Nothing stays fresh, so that every call asks both. */
const cache = { freshMinutes: 0, staleHours: 8, missSeconds: 0 };

/** A call of this number, in a page of a stage. */
function caller(stage: () => Stage) {
  let host: HostPage | undefined;
  let calls = 0;
  return {
    async rings(number: string, displayName?: string): Promise<void> {
      host ??= await openHostPage(stage().ringside.context, stage().pages);
      calls += 1;
      const more = { state: 'active' as const, ...(displayName !== undefined && { displayName }) };
      await host.interaction(phoneCall(`call-${calls}`, number, more));
    },
    async hangsUp(view: PanelView): Promise<void> {
      await host?.endAll();
      await view.clearRail();
    },
  };
}

describe('a companion and a second companion', () => {
  let stage: Stage;
  let second: CompanionServer;
  let view: PanelView;
  const call = caller(() => stage);

  before(async () => {
    [stage, second] = await Promise.all([setStage(), startCompanionServer()]);
    await stage.contact('Ada Both', numbers.both);
    await inSecond('Ada Both', numbers.both);
    await stage.contact('Fay First', numbers.first);
    await inSecond('Sam Second', numbers.second);
    await stage.contact('Pia Here', numbers.persons);
    await inSecond('Paul There', numbers.persons);
    await inSecond('Lou Late', numbers.late);
    const more: FurtherCrm = {
      ...{ id: 'second', connector: 'companion', label: 'Second' },
      settings: { baseUrl: baseUrlSchema.parse(second.url) },
      credential: second.token,
    };
    await stage.connect({ more: [more], settings: { cache } });
    view = panelView(await stage.ringside.openPanel());
  });
  afterEach(async () => {
    stage.proxy.fail(undefined);
    stage.proxy.delay(undefined);
    await call.hangsUp(view);
  });
  after(async () => {
    await stage?.stop();
    await second?.stop();
  });

  const inSecond = (name: string, value: string) =>
    second.api<Contact>('POST', '/contacts', {
      ...{ name, kind: 'person', identifiers: [{ kind: 'phone', value }], fields: { language: 'en' } },
    });
  const namesIn = async (server: CompanionServer, value: string) => {
    const identifier = { kind: 'phone', value };
    const { contacts } = await server.api<{ contacts: Contact[] }>('POST', '/contacts/lookup', {
      identifier,
    });
    return contacts.map(({ name }) => name);
  };

  test('the same person in both is one entry with two sources', async () => {
    await call.rings(numbers.both);
    await view.heads('Ada Both');
    await view.says(/Companion CRM and Second|Second and Companion CRM/);
    assert.equal(await view.matching.count(), 0);
  });

  test('whoever is in one alone is shown, with that CRM named', async () => {
    await call.rings(numbers.second);
    await view.heads('Sam Second');
    assert.match((await view.contact.locator('.why').textContent()) ?? '', /Second/);
    await call.hangsUp(view);
    await call.rings(numbers.first);
    await view.heads('Fay First');
    assert.match((await view.contact.locator('.why').textContent()) ?? '', /Companion CRM/);
  });

  test('two persons are several, each with its CRM, and the agent chooses', async () => {
    await call.rings(numbers.persons);
    await view.matching.waitFor();
    const rows = async () => (await view.matching.getByRole('listitem').allTextContents()).join('\n');
    await until(
      'both to be offered',
      async () => /Pia Here/.test(await rows()) && /Paul There/.test(await rows()),
    );
    assert.match(await rows(), /Paul There.*Second/s);
    await view.matching.getByRole('button', { name: /Paul There/ }).click();
    await view.heads('Paul There');
  });

  test('one that does not answer delays nobody, is said, and joins when it answers', async () => {
    const held = stage.proxy.holdReply(looksUp(numbers.late));
    await call.rings(numbers.late);
    await view.heads('Lou Late');
    await held.arrived;
    await view.says('Companion CRM has not answered yet');
    held.release();
    await until(
      'nothing more to be said of it',
      async () => (await view.where.getByText('Companion CRM has not answered yet').count()) === 0,
    );
    assert.equal(await view.head(), 'Lou Late');
  });

  test('one that is away is said beside whom the other knows', async () => {
    stage.proxy.fail(() => ({ kind: 'closed' }));
    await call.rings(numbers.second);
    await view.heads('Sam Second');
    await view.says('Companion CRM does not answer');
  });

  test('a new contact goes to the CRM that was chosen for it, and to no other', async () => {
    await call.rings(numbers.nobody, 'Nora New');
    await view.newContact.waitFor();
    await view.newContact.getByLabel('Create in').selectOption({ label: 'Second' });
    await view.create('Nora New');
    await view.heads('Nora New');
    assert.deepEqual(await namesIn(second, numbers.nobody), ['Nora New']);
    assert.deepEqual(await namesIn(stage.crm, numbers.nobody), []);
  });

  test('a search finds in both, and says of each from where it is', async () => {
    await call.rings(numbers.first);
    await view.heads('Fay First');
    await view.search.fill('Ada Both');
    await until('both results', async () => (await view.results.getByRole('option').count()) === 2);
    const all = (await view.results.getByRole('option').allTextContents()).join('\n');
    assert.match(all, /Companion CRM/);
    assert.match(all, /Second/);
    await view.search.press('Escape');
  });

  test('signed out of one, its contact leaves at once and the other’s is shown', async () => {
    await call.rings(numbers.second);
    await view.heads('Sam Second');
    await second.api('DELETE', '/session').catch(() => undefined);
    const running = await stage.ringside.worker();
    await running.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { session: { remove(key: string): Promise<void> } } } }
      ).chrome.storage.session.remove('crm.second.credential'),
    );
    await until('its contact to be gone', async () => (await view.head()) !== 'Sam Second');
    await view.says('Not signed in to Second');
    await call.hangsUp(view);
    await call.rings(numbers.both);
    await view.heads('Ada Both');
    assert.deepEqual(stage.ringside.complaints, []);
  });
});

describe('a companion and Tryton', () => {
  let stage: Stage;
  let tryton: Tryton;
  let view: PanelView;
  const call = caller(() => stage);

  before(async () => {
    [stage, tryton] = await Promise.all([setStage(), startTryton()]);
    await tryton.party('Ada Both', ['020 7946 0401']);
    await tryton.party('Tom Tryton', ['+44 20 7946 0403']);
    await stage.contact('Ada Both', numbers.both);
    const { database, user, password: credential, url } = tryton;
    const more: FurtherCrm = {
      ...{ id: 'parties', connector: 'tryton', label: '' },
      settings: { baseUrl: baseUrlSchema.parse(url), database, user, region: 'GB' },
      credential,
    };
    await stage.connect({ more: [more], settings: { cache } });
    view = panelView(await stage.ringside.openPanel());
  });
  afterEach(() => call.hangsUp(view));
  after(async () => {
    await stage?.stop();
    await tryton?.stop();
  });

  test('the same person in both is one entry with two sources', async () => {
    await call.rings(numbers.both);
    await view.heads('Ada Both');
    await view.says(/Companion CRM and Tryton|Tryton and Companion CRM/);
  });

  test('whoever is in Tryton alone is shown from there, and is changed there', async () => {
    await call.rings(numbers.second);
    await view.heads('Tom Tryton');
    assert.match((await view.contact.locator('.why').textContent()) ?? '', /Tryton/);
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
