import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { type IsolatedWorld, isolatedWorld } from './harness/browser/isolated-world.ts';
import { type HostPage, hostHtml, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { saidNotices } from './harness/said-notices.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** A whole day at a desk in short, with things going wrong, about people whose every datum is a canary. */
describe('what the extension tells besides its views', () => {
  const canaries = {
    name: 'Quibbexa Zorvanek',
    number: '2079468813',
    unknown: '2079468814',
    field: 'Wexlormatic',
    email: 'zorvanek.q@wexlor.example.com',
    draft: 'Drastivulm',
    search: 'Fremblikost',
    page: 'Jaxopruddle',
    token: '',
  };
  const control = 'said by the test itself';
  let stage: Stage;
  let host: HostPage;
  let panel: Page;
  let view: PanelView;
  let world: IsolatedWorld;
  let notices: () => Promise<string[]>;
  const consoles: string[] = [];

  const listen = (from: { on(event: 'console', heard: (message: { text(): string }) => void): unknown }) =>
    from.on('console', (message) => consoles.push(message.text()));
  /** Names of the canaries that stand in a text, in any spelling of a number. */
  const told = (text: string) => {
    const bare = text.replaceAll(/[\s().-]/g, '');
    return Object.entries(canaries).flatMap(([name, value]) =>
      text.includes(value) || bare.includes(value.replaceAll(/[\s().-]/g, '')) ? [name] : [],
    );
  };

  before(async () => {
    stage = await setStage();
    canaries.token = stage.crm.token;
    await stage.contact(canaries.name, `+44${canaries.number}`, {
      identifiers: [{ kind: 'email', value: canaries.email }],
      fields: { jobTitle: canaries.field, note: canaries.field },
    });
    await stage.connect({ settings: { surface: 'card' } });
    listen(await stage.ringside.worker());
    notices = await saidNotices(stage.ringside);
    listen(stage.ringside.context);
    host = await openHostPage(stage.ringside.context, stage.pages);
    world = await isolatedWorld(stage.ringside.context, host.page, stage.ringside.url('').slice(0, -1));
  });

  after(async () => {
    await world?.close();
    await stage?.stop();
  });

  test('is heard by this test: worker, panel, card, content script and page', async () => {
    await host.interaction(phoneCall('first', `+44${canaries.number}`, { displayName: canaries.page }));
    const card = await stage.ringside.card(host.page);
    await until('the card', async () => (await stage.ringside.cardText(host.page)).includes(canaries.name));
    await card.evaluate((text) => console.log(`card ${text}`), control);
    panel = await stage.ringside.openPanel();
    view = panelView(panel);
    listen(panel);
    await panel.evaluate((text) => console.log(`panel ${text}`), control);
    await host.page.evaluate((text) => console.log(`page ${text}`), control);
    await world.evaluate(`console.log('script ${control}')`);
    const worker = await stage.ringside.worker();
    await worker.evaluate((text) => console.log(`worker ${text}`), control);
    for (const where of ['card', 'panel', 'page', 'script', 'worker']) {
      await until(`the console of the ${where}`, () => consoles.includes(`${where} ${control}`));
    }
    assert.deepEqual(told(`… ${canaries.name} +44 20 7946 8813`), ['name', 'number']);
  });

  test('is nothing of a customer, a token or a draft, while all goes well', async () => {
    await view.heads(canaries.name);
    await view.button('Full view').click();
    await view.search.fill(canaries.search);
    await until('the search', () => stage.proxy.seen.some(({ body }) => body.includes(canaries.search)));
    await view.search.fill('');
    await host.endAll();
    await view.clearRail();
    await host.interaction(phoneCall('second', `+44${canaries.unknown}`, { state: 'active' }));
    await view.newContact.waitFor();
    await view.field('Name').fill(canaries.draft);
    await view.says('Draft kept');
    assert.deepEqual(told(consoles.join('\n')), []);
  });

  test('nor while the CRM fails in every way, and the page talks nonsense', async () => {
    const faults = [
      { kind: 'html' },
      { kind: 'truncated' },
      { kind: 'closed' },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 422 },
      { kind: 'reset-after-commit' },
    ] as const;
    let asked = 0;
    stage.proxy.fail(() => faults[asked++ % faults.length]);
    stage.proxy.rewrite((body) => body.replaceAll('"name"', '"nom"'));
    await view.create(canaries.draft);
    await view.says(/Not saved|waiting/);
    for (let index = 0; index < 6; index += 1) {
      const call = phoneCall(`fails-${index}`, `+4420794688${20 + index}`, { displayName: canaries.page });
      await host.interaction(call);
      await host.post({
        protocol: 'ringside',
        version: 1,
        type: 'interaction',
        interaction: { ...call, state: canaries.page },
      });
      await host.post({
        protocol: 'ringside',
        version: 1,
        type: canaries.page,
        [canaries.name]: canaries.number,
      });
    }
    await until('each kind of fault', () => asked >= faults.length);
    await stage.ringside.killWorker();
    listen(await stage.ringside.worker());
    await until('the rail again', async () => (await view.rail()).length > 1);
    stage.proxy.fail(undefined);
    stage.proxy.rewrite(undefined);
    await host.endAll();
    assert.deepEqual(told(consoles.join('\n')), []);
  });

  test('nor in the report of the diagnostics, nor in the settings file', async () => {
    const options = await stage.ringside.context.newPage();
    await options.goto(stage.ringside.url('options.html#diagnostics'));
    const report = await until('the report', () => options.getByLabel('Report').inputValue());
    assert.match(report, /Host protocol/);
    assert.deepEqual(told(report), []);
    await options.goto(stage.ringside.url('options.html#transfer'));
    // The file itself is one that only this page could open.
    await options.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (made: Blob) => {
        void made.text().then((text) => Object.assign(window, { madeFile: text }));
        return make(made);
      };
    });
    await options.getByRole('button', { name: /^Export/ }).click();
    const settings = await until('the file', () =>
      options.evaluate(() => (window as unknown as { madeFile?: string }).madeFile),
    );
    assert.match(settings, /"hosts"/);
    assert.deepEqual(told(settings), []);
    await options.close();
  });

  test('nor in a notification, which names the person only where the settings allow it', async () => {
    await panel.close();
    notices = await saidNotices(stage.ringside);
    for (const notifyPerson of [false, true]) {
      await stage.connect({ settings: { surface: 'notification', notifyPerson } });
      const path = `/notified-${notifyPerson}`;
      stage.pages.put(path, hostHtml);
      const page = await openHostPage(stage.ringside.context, stage.pages, { path });
      const before = (await notices()).length;
      await page.interaction(
        phoneCall(path, `+44${canaries.number}`, {
          displayName: canaries.page,
          campaign: { name: 'Billing' },
        }),
      );
      await until('a notification', async () => (await notices()).length > before);
      const said = (await notices()).slice(before).join('\n');
      assert.match(said, /Billing/);
      if (!notifyPerson) assert.deepEqual(told(said), []);
      else await until('the name', async () => told((await notices()).join('\n')).join() === 'name');
      await page.endAll();
      await page.page.close();
    }
    assert.deepEqual(told(consoles.join('\n')), []);
  });
});
