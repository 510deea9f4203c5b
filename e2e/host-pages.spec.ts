import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type HostPage, hostHtml, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { saidNotices } from './harness/said-notices.ts';
import { type SipWire, startSipWire } from './harness/servers/sip-wire.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { cancel, invite } from './sip/frames.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

const elodie = '+33199004217';

describe('host pages of many kinds', () => {
  let stage: Stage;
  let wire: SipWire;
  const open: Page[] = [];
  const hosts: HostPage[] = [];

  before(async () => {
    [stage, wire] = await Promise.all([setStage(), startSipWire()]);
    await stage.connect();
  });

  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.endAll();
    for (const page of open.splice(0)) await page.close();
  });

  after(async () => {
    await wire?.stop();
    await stage?.stop();
  });

  const show = async (path: string, html: string, headers: Record<string, string> = {}) => {
    stage.pages.put(path, html, headers);
    const page = await stage.ringside.context.newPage();
    open.push(page);
    await page.goto(`${stage.pages.origin()}${path}`);
    return page;
  };
  const host = async (path: string, headers: Record<string, string> = {}) => {
    const opened = await openHostPage(stage.ringside.context, stage.pages, { path, headers });
    hosts.push(opened);
    open.push(opened.page);
    return opened;
  };
  const cardSays = (page: Page, text: string) =>
    until(`"${text}" on the card`, async () => (await stage.ringside.cardText(page)).includes(text));
  const badge = async () => {
    const worker = await stage.ringside.worker();
    return worker.evaluate(() => chrome.action.getBadgeText({}));
  };

  const policies: [string, Record<string, string>][] = [
    [
      'a content security policy that forbids frames and nearly all else',
      { 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; frame-src 'none'" },
    ],
    [
      'isolation from other origins (COEP and COOP)',
      {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    ],
    [
      'Trusted Types',
      { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    ],
  ];
  for (const [index, [what, headers]] of policies.entries()) {
    test(`the card comes on a page with ${what}`, async () => {
      const page = await host(`/policy-${index}`, headers);
      await page.interaction(phoneCall(`policy-${index}`, elodie));
      await cardSays(page.page, 'Élodie Marchand');
    });
  }

  test('the card only shows: it has nothing to type into, and only opens the panel or hides', async () => {
    const page = await host('/card-shows');
    await page.interaction(phoneCall('shows', elodie));
    await cardSays(page.page, 'Élodie Marchand');
    const card = await stage.ringside.card(page.page);
    assert.equal(await card.locator('input, textarea, select, form, [contenteditable]').count(), 0);
    const buttons = await card
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent));
    assert.deepEqual(buttons.sort(), ['Hide the card', 'More', 'Open panel']);
    assert.deepEqual(stage.proxy.writes(), []);
  });

  test('the page sees the same of a hit and of a miss', async () => {
    const seen: string[] = [];
    for (const [index, number] of [elodie, '+12125550142'].entries()) {
      const page = await host(`/same-${index}`);
      await page.interaction(phoneCall('same', number));
      await cardSays(page.page, index === 0 ? 'Élodie Marchand' : 'No contact');
      seen.push(
        await quietly<string>(
          stage.ringside.context,
          page.page,
          `(document.documentElement.outerHTML.replaceAll('${number}', 'N') + '|' + window.length)`,
        ),
      );
      await page.endAll();
      await until('the card to leave', async () => !(await stage.ringside.cardShown(page.page)));
    }
    assert.equal(seen[0], seen[1]);
  });

  test('a page that takes the card away gets a notification with channel and campaign, never the person', async () => {
    const said = await saidNotices(stage.ringside);
    stage.pages.put(
      '/takes-away',
      hostHtml.replace(
        '<script>',
        `<script>
          new MutationObserver((changes) => {
            for (const { addedNodes } of changes) for (const node of addedNodes) node.remove();
          }).observe(document.documentElement, { childList: true });`,
      ),
    );
    const page = await openHostPage(stage.ringside.context, stage.pages, { path: '/takes-away', put: false });
    hosts.push(page);
    open.push(page.page);
    await page.interaction(phoneCall('away', elodie, { campaign: { name: 'Field service' } }));
    await until('a notification', async () => (await said()).length > 0);
    assert.deepEqual(await said(), ['Incoming call: Field service']);
    assert.equal(await badge(), '1');
    await page.endAll();
    await until('the badge to be empty', async () => (await badge()) === '');
  });

  test('uContact in a frame of the page: its published messages pop; the page itself cannot forge them', async () => {
    const message = (guid: string) => ({
      event: 'assignedInteraction',
      data: { guid, campaign: 'Field service<-', channel: 'telephony', clientId: elodie },
    });
    stage.pages.put('/ucontact', `<!doctype html><title>uContact</title>`);
    const page = await show(
      '/portal',
      `<!doctype html><title>Portal</title><iframe src="/ucontact"></iframe>`,
    );
    const frame = await until('the frame of uContact', () =>
      page.frames().find((each) => each.url().endsWith('/ucontact')),
    );
    await page.evaluate((forged) => window.postMessage(forged, location.origin), message('forged'));
    await frame.evaluate((real) => window.parent.postMessage(real, location.origin), message('real'));
    await cardSays(page, 'Élodie Marchand');
    assert.equal(await badge(), '1');
    await frame.evaluate(() =>
      window.parent.postMessage({ event: 'finishedInteraction', data: { guid: 'real' } }, location.origin),
    );
    await until('the card to leave', async () => !(await stage.ringside.cardShown(page)));
  });

  test('a call that the page tells of and its socket carries too is one interaction', async () => {
    stage.pages.put('/both', hostHtml.replace('<script>', `<script>new WebSocket('${wire.url}', 'sip');`));
    const page = await openHostPage(stage.ringside.context, stage.pages, { path: '/both', put: false });
    hosts.push(page);
    open.push(page.page);
    await wire.connected(1);
    wire.send(invite({ callId: 'both', from: elodie }));
    await page.interaction(phoneCall('both', elodie));
    await cardSays(page.page, 'Élodie Marchand');
    await page.interaction(phoneCall('both', elodie, { state: 'active' }));
    await cardSays(page.page, 'Active');
    assert.equal(await badge(), '1');
    wire.send(cancel({ callId: 'both', from: elodie }));
  });

  test('a page that announces the end of our content script is read all the same', async () => {
    const page = await host('/invalidates');
    const names = ['host', 'host-tap', 'content', 'ringside'];
    for (const name of names) {
      await quietly(
        stage.ringside.context,
        page.page,
        `(() => {
          const name = chrome?.runtime?.id ?? '${stage.ringside.url('').split('/')[2]}';
          for (const each of [name + ':${name}:wxt:content-script-started', '${name}:wxt:content-script-started',
                              'wxt:content-script-started']) {
            document.dispatchEvent(new CustomEvent(each, { detail: { contentScriptName: '${name}', messageId: '1' } }));
            window.postMessage({ type: each, contentScriptName: '${name}', messageId: '1' }, location.origin);
          }
        })()`,
      );
    }
    await page.interaction(phoneCall('invalidated', elodie));
    await cardSays(page.page, 'Élodie Marchand');
  });

  test('a page with polluted prototypes and replaced built-ins gets the right person, or nothing', async () => {
    const polluted = hostHtml.replace(
      '<script>',
      `<script>
        Object.prototype.type = 'focus';
        Array.prototype.push = function () { return 0; };
        JSON.parse = () => ({ protocol: 'ringside' });
        Map.prototype.get = () => undefined;
        window.MessageEvent = function () {};`,
    );
    stage.pages.put('/polluted', polluted);
    const page = await openHostPage(stage.ringside.context, stage.pages, { path: '/polluted', put: false });
    hosts.push(page);
    open.push(page.page);
    await page.interaction(phoneCall('polluted', elodie));
    const calm = await host('/after-polluted');
    await calm.interaction(phoneCall('calm', '+48580000017'));
    await cardSays(calm.page, 'Tomasz Wilk');
    const card = await stage.ringside.cardShown(page.page);
    if (card !== undefined) await cardSays(page.page, 'Élodie Marchand');
  });

  test('an origin that is not connected is left alone', async () => {
    const stranger = await openHostPage(stage.ringside.context, stage.pages, {
      path: '/stranger',
      name: '127.0.0.1',
    });
    hosts.push(stranger);
    open.push(stranger.page);
    await stranger.interaction(phoneCall('stranger', elodie));
    const known = await host('/known');
    await known.interaction(phoneCall('known', elodie));
    await cardSays(known.page, 'Élodie Marchand');
    assert.equal(await stage.ringside.cardShown(stranger.page), undefined);
    assert.equal(await badge(), '1');
  });

  test('a page that was open before its host was connected is entered, and a softphone there is said to need a reload', async () => {
    await stage.connect({ hosts: [] });
    stage.pages.put(
      '/early',
      `<!doctype html><title>Early</title><script>new WebSocket('${wire.url}', 'sip')</script>`,
    );
    const page = await stage.ringside.context.newPage();
    open.push(page);
    await page.goto(`${stage.pages.origin()}/early`);
    await stage.connect();
    const view = panelView(await stage.ringside.openPanel());
    await view.clearRail();
    await view.says(/was open before Ringside/);

    const spoken = await openHostPage(stage.ringside.context, stage.pages, { path: '/spoken' });
    hosts.push(spoken);
    open.push(spoken.page);
    await spoken.interaction(phoneCall('spoken', elodie));
    await view.heads('Élodie Marchand');
  });
});
