import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { quietly } from './harness/browser/quietly.ts';
import { hostileTexts, inGroups } from './harness/hostile-text.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { signInToWidget } from './harness/pages/widget-sign-in.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type CrmProxy, startCrmProxy } from './harness/servers/crm-proxy.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type Stage, setStage } from './harness/stage.ts';

const numberOf = (index: number) => `+4420794607${String(index).padStart(2, '0')}`;

interface Stored {
  contacts: (number: string, name: string, fields: Contact['fields']) => Promise<unknown>;
  proxy: CrmProxy;
  canary: string;
}

/** Contacts of which every text field carries some of the 200 texts, and all contacts together every text in every field. */
async function storeHostile({ contacts, proxy, canary }: Stored): Promise<string[][]> {
  const groups = inGroups(hostileTexts(canary), 5);
  assert.equal(groups.flat().length, 200);
  // The companion server refuses such an address; another CRM may not.
  proxy.rewrite((body) => body.replaceAll('https://example.com/harmless', 'JaVaScript:alert(6)'));
  for (const [index, texts] of groups.entries()) {
    const text = texts.join(' ');
    const fields = { jobTitle: text, company: text, city: text, note: texts.join('\n'), tags: texts };
    const website = 'https://example.com/harmless';
    await contacts(numberOf(index), `Hostile ${index} ${text}`.slice(0, 250), { ...fields, website });
  }
  return groups;
}

/** What a page would do with markup: elements of theirs, links that run, dialogs, complaints of the policy. */
async function watch(page: Page, where: Page | Frame) {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await where.evaluate(() => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    Object.assign(window, { cspViolations: seen });
  });
  const theirs =
    'a[href^="javascript:" i], main script, main img, iframe, object, embed, video, math, form[action], link:not(head link), [onload], [onerror], [onfocus], [ontoggle]';
  return {
    shows: async () => assert.equal(await where.locator(theirs).count(), 0),
    async end() {
      assert.deepEqual(dialogs, []);
      const violations = () => (window as unknown as { cspViolations: string[] }).cspViolations;
      assert.deepEqual(await where.evaluate(violations), []);
    },
  };
}

const canariesOf = (pages: PageServer) => pages.requests.filter((url) => url.includes('canary'));

describe('200 hostile texts in every field of contacts', () => {
  let stage: Stage;

  before(async () => {
    stage = await setStage();
    await stage.connect();
  });

  after(() => stage?.stop());

  test('stay text in the panel: no dialog, no request, no complaint of the policy', async () => {
    const { ringside, pages, proxy } = stage;
    const groups = await storeHostile({
      contacts: (number, name, fields) => stage.contact(name, number, { fields }),
      proxy,
      canary: `${pages.origin('127.0.0.1')}/canary`,
    });
    const panel = await ringside.openPanel();
    const view = panelView(panel);
    const host = await openHostPage(ringside.context, pages);
    const watched = await watch(panel, panel);
    for (const [index, [text = '']] of groups.entries()) {
      const campaign = { name: text.slice(0, 100) };
      await host.interaction(
        phoneCall(`hostile-${index}`, numberOf(index), { state: 'active', displayName: text, campaign }),
      );
      await until('the hostile contact', async () => (await view.head()).startsWith(`Hostile ${index} `));
      if (index === 0) await view.button('Full view').click();
      await view.button('Reduced view').waitFor();
      await watched.shows();
      await host.endAll();
      await view.clearRail();
    }
    await view.search.fill('hostile');
    await view.results.getByRole('option').nth(10).waitFor();
    await watched.shows();
    await watched.end();
    assert.deepEqual(canariesOf(pages), []);
    assert.deepEqual(ringside.complaints, []);
  });

  test('stay text on the card', async () => {
    const { ringside, pages } = stage;
    await (await ringside.panel()).close();
    const host = await openHostPage(ringside.context, pages, { path: '/card', name: '127.0.0.1' });
    await stage.connect({ hosts: [pages.origin('127.0.0.1')] });
    await host.page.reload();
    for (let index = 0; index < 40; index += 8) {
      await host.interaction(phoneCall(`card-${index}`, numberOf(index)));
      await until('the card', async () => (await ringside.cardText(host.page)).includes(`Hostile ${index} `));
      const card = await ringside.card(host.page);
      assert.equal(await card.locator('main img, main script, iframe, a').count(), 0);
      await host.endAll();
      await until('the card to leave', async () => !(await ringside.cardShown(host.page)));
    }
    assert.deepEqual(canariesOf(pages), []);
  });
});

describe('the same texts', () => {
  let crm: CompanionServer;
  let proxy: CrmProxy;
  let pages: PageServer;
  let browser: Browser;

  before(async () => {
    [pages, browser] = await Promise.all([startPages(), startPlainChromium()]);
    crm = await startCompanionServer({ embedOrigins: [pages.origin()] });
    proxy = await startCrmProxy(crm.url);
  });

  after(async () => {
    await browser?.close();
    await proxy?.stop();
    await Promise.all([crm?.stop(), pages?.stop()]);
  });

  test('stay text in the widget: no dialog, no request, no complaint of the policy', async () => {
    const groups = await storeHostile({
      contacts: (number, name, fields) =>
        crm.api('POST', '/contacts', {
          ...{ name, kind: 'person', fields: { language: 'en', ...fields } },
          identifiers: [{ kind: 'phone', value: number }],
        }),
      proxy,
      canary: `${pages.origin('127.0.0.1')}/canary`,
    });
    pages.put(
      '/widget',
      `<!doctype html><title>Host</title><div id="crm" style="width:900px;height:900px"></div>
       <script src="${proxy.url}/widget/embed.js" data-target="#crm"></script>`,
    );
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pages.origin()}/widget`);
    const frame = await until('the widget’s frame', () =>
      page.frames().find((each) => each.url().startsWith(`${proxy.url}/widget/`)),
    );
    await signInToWidget(frame);
    const view = panelView(frame);
    const watched = await watch(page, frame);
    for (const [index, [text = '']] of groups.entries()) {
      const call = phoneCall(`hostile-${index}`, numberOf(index), { state: 'active', displayName: text });
      const say = (more: object) =>
        quietly(context, page, `ringside.interaction(${JSON.stringify({ ...call, ...more })})`);
      await say({});
      await until('the hostile contact', async () => (await view.head()).startsWith(`Hostile ${index} `));
      const full = view.button('Full view');
      if ((await full.count()) > 0) await full.click();
      await watched.shows();
      await say({ state: 'closed', sequence: 1_000 });
    }
    await watched.end();
    assert.deepEqual(canariesOf(pages), []);
    await context.close();
  });
});
