import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { type Ringside, startRingside } from './harness/browser/ringside.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { signInToWidget } from './harness/pages/widget-sign-in.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type CrmProxy, startCrmProxy } from './harness/servers/crm-proxy.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

const number = '+442079465151';

describe('two tabs and a widget that write to one contact at once', () => {
  let crm: CompanionServer;
  let proxy: CrmProxy;
  let pages: PageServer;
  let ringside: Ringside;
  let elsewhere: Browser;
  let id: string;
  const views: PanelView[] = [];

  before(async () => {
    pages = await startPages();
    crm = await startCompanionServer({ embedOrigins: [pages.origin()] });
    [ringside, elsewhere] = await Promise.all([startRingside(), startPlainChromium()]);
    proxy = await startCrmProxy(crm.url);
    const made = await crm.api<Contact>('POST', '/contacts', {
      ...{ name: 'Shared Sheila', kind: 'person', fields: { language: 'en', jobTitle: 'before' } },
      identifiers: [{ kind: 'phone', value: number }],
    });
    id = made.id;
    await ringside.connect({ hosts: [pages.origin()], crm: { url: proxy.url, token: crm.token } });
    const host = await openHostPage(ringside.context, pages);
    await host.interaction(phoneCall('shared', number, { state: 'active' }));
    for (const _ of ['one', 'two']) {
      const tab = await ringside.context.newPage();
      await tab.goto(ringside.url('sidepanel.html'));
      views.push(panelView(tab));
    }
    pages.put(
      '/widget',
      `<!doctype html><title>Host</title>
       <iframe style="width:900px;height:900px" src="${proxy.url}/widget/#contactId=${id}"></iframe>`,
    );
    const page = await elsewhere.newPage();
    await page.goto(`${pages.origin()}/widget`);
    const frame = await until('the widget’s frame', () =>
      page.frames().find((each) => each.url().startsWith(`${proxy.url}/widget/`)),
    );
    await signInToWidget(frame);
    views.push(panelView(frame));
    for (const view of views) await view.heads('Shared Sheila');
  });

  after(async () => {
    await elsewhere?.close();
    await ringside?.stop();
    await Promise.all([proxy?.stop(), crm?.stop(), pages?.stop()]);
  });

  test('nothing that counts as saved is lost, and who was later is told and loses no word', async () => {
    const typed = ['Tab one', 'Tab two', 'Widget'];
    const fields: Locator[] = [];
    for (const [index, view] of views.entries()) {
      // The two tabs show one interaction, and in one mode.
      const [full, reduced] = [view.button('Full view'), view.button('Reduced view')];
      await full.or(reduced).first().waitFor();
      if ((await full.count()) > 0) await full.click();
      await view.edit('job title');
      const field = view.where.getByLabel('Job title', { exact: true });
      await field.fill(typed[index]!);
      fields.push(field);
    }
    await Promise.all(fields.map((field) => field.press('Enter')));
    const writes = () => proxy.writes().filter(({ url }) => url === `/api/contacts/${id}`);
    await until(
      'an answer to each',
      () => writes().length >= 3 && writes().every(({ status }) => status !== undefined),
    );
    const saved = writes().filter(({ status }) => status === 200);
    const refused = writes().filter(({ status }) => status === 412);
    assert.ok(
      saved.length >= 1 && saved.length + refused.length === writes().length,
      JSON.stringify(writes()),
    );
    // Two that were made of the same version cannot both be: the later would write over words it has never seen.
    assert.equal(new Set(saved.map(({ ifMatch }) => ifMatch)).size, saved.length, JSON.stringify(saved));
    const { fields: now } = await crm.api<Contact>('GET', `/contacts/${id}`);
    assert.ok(saved.some(({ body }) => body.includes(String(now.jobTitle))));
    assert.equal(new Set(writes().map(({ idempotencyKey }) => idempotencyKey)).size, 3);
    for (const [index, view] of views.entries()) {
      const words = typed[index]!;
      if (saved.some(({ body }) => body.includes(words))) continue;
      await view.says(/else/);
      assert.equal(await fields[index]!.inputValue(), words);
    }
  });
});
