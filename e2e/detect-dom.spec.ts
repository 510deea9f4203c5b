import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { bundleDomRules } from '../bench/bundle-dom-rules.ts';
import type { HostInteraction } from '../lib/domain/host/host-event.ts';
import { ruleFileSchema } from '../lib/domain/host/host-rules.ts';
import browserPhone from '../lib/hosts/packs/browser-phone.json' with { type: 'json' };
import ctxSip from '../lib/hosts/packs/ctxsip.json' with { type: 'json' };
import tryitJssip from '../lib/hosts/packs/tryit-jssip.json' with { type: 'json' };
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { quietly } from './harness/browser/quietly.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** One call box; what a test says of it comes on top. */
const box = {
  since: '2026-09-01',
  probe: '#phone',
  scope: '#phone',
  rows: '.call',
  state: [
    { is: 'offered', when: { at: '.state', words: ['Ringing'] } },
    { is: 'active', when: { at: '.state', words: ['In progress'] } },
  ],
  clientId: { at: '.number' },
};
const rulesOf = (file: unknown) => ruleFileSchema.parse(file).rules;
const ownFile = (version: object = {}, more: object = {}) => ({
  version: 1,
  id: 'own',
  label: 'Own rules',
  rules: [{ id: 'calls', read: 'dom', where: [{ host: '*' }], versions: [{ ...box, ...version }], ...more }],
});
const call = (attributes = '', number = '+33612345678') =>
  `<div class="call" ${attributes}><b class="state">Ringing</b> <i class="number">${number}</i></div>`;

/** In pages of these tests. */
declare const window: Window & {
  startRules(rules: unknown): { said: HostInteraction[]; readings: string[]; stop(): void };
  run: ReturnType<typeof window.startRules>;
};

describe('page rules in a real Chromium', () => {
  let browser: Browser;
  let pages: PageServer;
  let code: string;

  before(async () => {
    [browser, pages, code] = await Promise.all([startPlainChromium(), startPages(), bundleDomRules()]);
  });
  after(async () => {
    await browser?.close();
    await pages?.stop();
  });

  async function open(html: string, file: unknown = ownFile()) {
    pages.put('/phone', `<!doctype html><html><head><title>Phone</title></head><body>${html}</body></html>`);
    const page = await browser.newPage();
    await page.goto(`${pages.origin()}/phone`);
    await page.evaluate(code);
    await page.evaluate((rules) => {
      window.run = window.startRules(rules);
    }, rulesOf(file));
    const said = () => page.evaluate(() => window.run.said);
    const states = async () => (await said()).map(({ state }) => state);
    return {
      page,
      said,
      reaches: (...wanted: string[]) =>
        until(`the states ${wanted.join(', ')}`, async () => (await states()).join() === wanted.join()),
      /** Some readings have passed: what was to be said has been. */
      async stays(...wanted: string[]) {
        await afterReadings(page);
        assert.deepEqual(await states(), wanted);
      },
    };
  }

  const hidden: [string, string][] = [
    ['display: none', `<main id="phone">${call('style="display:none"')}</main>`],
    [
      'an ancestor without display',
      `<main id="phone"><p style="display:none"></p><div hidden>${call()}</div></main>`,
    ],
    ['visibility: hidden', `<main id="phone">${call('style="visibility:hidden"')}</main>`],
    ['opacity: 0 further up', `<main id="phone"><div style="opacity:0">${call()}</div></main>`],
    ['aria-hidden', `<main id="phone"><div aria-hidden="true">${call()}</div></main>`],
    ['a place far to the left', `<main id="phone">${call('style="position:absolute;left:-9999px"')}</main>`],
    ['a place far above', `<main id="phone">${call('style="position:fixed;top:-5000px"')}</main>`],
    [
      'a drawer pushed out to the right',
      `<main id="phone">${call('style="position:fixed;right:0;width:200px;transform:translateX(110%)"')}</main>`,
    ],
    ['no size', `<main id="phone">${call('style="width:0;height:0;overflow:hidden"')}</main>`],
    [
      'a box for screen readers only',
      `<main id="phone">${call('style="position:absolute;width:1px;height:1px;overflow:hidden"')}</main>`,
    ],
    [
      'a closed disclosure',
      `<main id="phone"><details><summary>Last call</summary>${call()}</details></main>`,
    ],
  ];
  for (const [what, html] of hidden) {
    test(`a call that is hidden by ${what} is none, and is one when it shows`, async () => {
      const { page, reaches, stays } = await open(html);
      await stays();
      await page.evaluate((shown) => {
        const phone = document.querySelector('#phone');
        if (phone) phone.innerHTML = shown;
      }, call());
      await reaches('offered');
      await page.close();
    });
  }

  const visible: [string, string][] = [
    ['stands below the fold', `<div style="height:4000px"></div><main id="phone">${call()}</main>`],
    ['has no box of its own', `<main id="phone">${call('style="display:contents"')}</main>`],
    [
      'is scrolled away in its list',
      `<main id="phone" style="height:50px;overflow:auto" data-scroll>${call()}<div style="height:4000px"></div></main>`,
    ],
    [
      'stands in a page that is hidden from readers behind a dialog',
      `<div aria-hidden="true"><main id="phone">${call()}</main></div><dialog open>Hello</dialog>`,
    ],
    [
      'lies on an empty parent',
      `<main id="phone"><div class="call" style="height:0"><div style="position:absolute;height:20px"><b class="state">Ringing</b><i class="number">+33612345678</i></div></div></main>`,
    ],
  ];
  for (const [what, html] of visible) {
    test(`a call that ${what} is one`, async () => {
      const { page, said, reaches } = await open(html);
      await page.evaluate(() => document.querySelector('[data-scroll]')?.scrollTo(0, 3_000));
      await reaches('offered');
      assert.equal((await said())[0]?.clientId?.value, '+33612345678');
      await page.close();
    });
  }

  test('a box that fades in late is seen when it is there, with no change of the page', async () => {
    const style =
      '<style>@keyframes in { from { opacity: 0 } } .call { animation: in 100ms 400ms backwards }</style>';
    const { page, reaches } = await open(`${style}<main id="phone"></main>`);
    await page.evaluate((html) => {
      const phone = document.querySelector('#phone');
      if (phone) phone.innerHTML = html;
    }, call());
    await reaches('offered');
    await page.close();
  });

  test('a place that holds another is watched in all its depth', async () => {
    const { page, reaches } = await open(
      '<div id="phone" class="list"><p><b id="deep"></b></p><div class="list"></div></div>',
      ownFile({ scope: '.list' }),
    );
    await afterReadings(page);
    await page.evaluate((html) => {
      document.getElementById('deep')!.innerHTML = html;
    }, call());
    await reaches('offered');
    await page.close();
  });

  test('a box hidden by a class far above ends its call, whatever is watched', async () => {
    const { page, reaches } = await open(
      `<style>.away main { display: none }</style><div id="app"><section><main id="phone">${call()}</main></section></div>`,
    );
    await reaches('offered');
    await page.evaluate(() => document.querySelector('#app')?.classList.add('away'));
    await reaches('offered', 'finished');
    await page.close();
  });

  test('in 2,000 changes a second nothing is lost and the states come in order', async () => {
    const { page, said, reaches } = await open(`<main id="phone">${call()}<u id="noise"></u></main>`);
    await page.evaluate(async () => {
      const noise = document.querySelector('#noise');
      const state = document.querySelector('.state');
      const started = performance.now();
      for (let count = 0; performance.now() < started + 1_500; ) {
        for (let burst = 0; burst < 40; burst++, count++) {
          if (noise) noise.textContent = String(count);
          noise?.setAttribute('style', `width:${count % 90}px`);
        }
        if (state && performance.now() > started + 500) state.textContent = 'In progress';
        if (performance.now() > started + 1_000) document.querySelector('.call')?.remove();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await reaches('offered', 'active', 'finished');
    assert.equal(new Set((await said()).map(({ id }) => id)).size, 1);
    await page.close();
  });

  test('a list emptied and rebuilt twenty times a second ends and begins nothing', async () => {
    const { page, stays } = await open(`<main id="phone">${call()}</main>`);
    await page.evaluate(async (html) => {
      const phone = document.querySelector('#phone');
      for (let round = 0; round < 30 && phone; round++) {
        phone.innerHTML = '';
        await new Promise((resolve) => setTimeout(resolve, 5));
        phone.innerHTML = html;
        await new Promise((resolve) => setTimeout(resolve, 45));
      }
    }, call());
    await stays('offered');
    await page.close();
  });

  test('an address that changes by the history alone turns a rule on and off', async () => {
    const rules = ownFile({}, { where: [{ host: '*', path: '^/calls' }] });
    const { page, reaches, stays } = await open(`<main id="phone">${call()}</main>`, rules);
    await stays();
    await page.evaluate(() => history.pushState(null, '', '/calls/7'));
    await reaches('offered');
    await page.evaluate(() => history.replaceState(null, '', '/settings'));
    await reaches('offered', 'finished');
    await page.close();
  });

  test('a mail in a frame, and a call in an open shadow root, are read', async () => {
    const { page, reaches, said } = await open(
      `<div id="phone"><iframe class="in" srcdoc='${call()}'></iframe><my-phone class="in"></my-phone></div>`,
      ownFile({ within: '.in', scope: undefined }),
    );
    await reaches('offered');
    await page.evaluate(
      (html) => {
        const root = document.querySelector('my-phone')?.attachShadow({ mode: 'open' });
        if (root) root.innerHTML = `<section>${html}</section>`;
        document.querySelector('#phone')?.append('changed');
      },
      call('', '+442079460000'),
    );
    await reaches('offered', 'offered');
    assert.deepEqual(
      (await said()).map(({ clientId }) => clientId?.value),
      ['+33612345678', '+442079460000'],
    );
    await page.close();
  });

  test('Browser Phone: an inbound call on a line that is not selected, held; an outbound one; none when it is removed', async () => {
    const line = (number: number, shown: string, party: string) => {
      const part = (name: string, inner = '') =>
        `<div id="line-${number}-${name}" style="${shown.split(' ').includes(name) ? '' : 'display: none;'}">${inner}</div>`;
      const who = `<div class="callingDisplayName">Ann</div><div class="callingDisplayNumber">${party}</div>`;
      const unhold = part('btn-Unhold').replaceAll('div', 'button');
      return `<table id="line-ui-${number}" class="stream" style="display:none"><tr><td>${part('AnswerCall', who)}${part('progress', who)}${part('ActiveCall', who + unhold)}</td></tr></table>`;
    };
    const body = (lines: string) =>
      `<div id="Phone"><div id="leftContent"></div><div id="rightContent">${lines}</div></div>`;
    const { page, said, reaches } = await open(body(''), browserPhone);
    const show = (lines: string) =>
      page.evaluate((html) => {
        const right = document.querySelector('#rightContent');
        if (right) right.innerHTML = html;
      }, lines);
    await show(line(1, 'AnswerCall', '+33612345678'));
    await reaches('offered');
    await show(line(1, 'ActiveCall', '+33612345678'));
    await reaches('offered', 'active');
    await show(line(1, 'ActiveCall btn-Unhold', '+33612345678') + line(2, 'progress', '+442079460000'));
    await reaches('offered', 'active', 'held', 'offered');
    await show('');
    await reaches('offered', 'active', 'held', 'offered', 'finished', 'finished');
    const all = await said();
    assert.deepEqual(
      all.map(({ direction }) => direction),
      ['inbound', 'inbound', 'inbound', 'outbound', 'inbound', 'outbound'],
    );
    assert.deepEqual(
      all.slice(4).map(({ endReason }) => endReason),
      ['completed', 'cancelled'],
    );
    await page.close();
  });

  test('ctxSip: rows that a class tells apart; what is in the log is no call', async () => {
    const row = (id: string, look: string, buttons: string, name = 'Ann') =>
      `<div class="list-group-item sip-logitem ${look}" data-uri="sip:+33612345678@pbx.example" data-sessionid="${id}"><strong>+33 6</strong> <em>${name}</em>${buttons}</div>`;
    const answer = '<button class="btnCall">Call</button>';
    const hold = '<button class="btnHoldResume">Hold</button>';
    const past = row('old-session-1', '', '') + row('old-session-2', 'list-group-item-danger', '');
    const { page, said, reaches, stays } = await open(
      `<div id="sip-log"><div id="sip-logitems">${past}</div></div>`,
      ctxSip,
    );
    const show = (rows: string) =>
      page.evaluate((html) => {
        const items = document.querySelector('#sip-logitems');
        if (items) items.innerHTML = html;
      }, rows + past);
    await stays();
    await show(row('session-3', 'list-group-item-success', answer));
    await reaches('offered');
    await show(row('session-3', 'list-group-item-info', hold));
    await reaches('offered', 'active');
    await show(row('session-3', 'list-group-item-warning', hold));
    await reaches('offered', 'active', 'held');
    await show(row('session-3', '', ''));
    await reaches('offered', 'active', 'held', 'finished');
    await show(row('session-4', 'list-group-item-success', hold, '+33612345678') + row('session-3', '', ''));
    await reaches('offered', 'active', 'held', 'finished', 'offered');
    const all = await said();
    assert.deepEqual(
      [all[0]?.direction, all[0]?.displayName, all[4]?.direction, all[4]?.displayName],
      ['inbound', 'Ann', 'outbound', undefined],
    );
    assert.deepEqual(all[0]?.clientId, { kind: 'phone', value: '+33612345678' });
    await page.close();
  });

  test('tryit-jssip: the number vanishes on answer, and a call that it makes shows nobody', async () => {
    const chip =
      '<div data-component="UserChip">Ann <span class="uri">&lt;sip:+33612345678@pbx.example&gt;</span></div>';
    const { page, said, reaches } = await open(
      '<div data-component="Phone"><div data-component="Dialer"><div data-component="UserChip">Me <span class="uri">&lt;sip:7@x&gt;</span></div></div><div id="session"></div></div>',
      tryitJssip,
    );
    const show = (inner: string) =>
      page.evaluate((html) => {
        const session = document.querySelector('#session');
        if (session) session.innerHTML = html;
      }, inner);
    const talk = (message: string) =>
      `<div data-component="Session"><div class="no-remote-video-info"><div class="message">${message}</div></div></div>`;
    await show(`<div data-component="Incoming">${chip}</div>`);
    await reaches('offered');
    await show(talk('no remote video'));
    await reaches('offered', 'active');
    await show(talk('local hold'));
    await reaches('offered', 'active', 'held');
    await show('');
    await reaches('offered', 'active', 'held', 'finished');
    await show(talk('ringing ...'));
    await reaches('offered', 'active', 'held', 'finished', 'offered');
    const all = await said();
    assert.deepEqual(
      [all[2]?.clientId?.value, all[2]?.displayName, all[2]?.direction],
      ['+33612345678', 'Ann', 'inbound'],
    );
    assert.deepEqual(
      [all[4]?.clientId, all[4]?.displayName, all[4]?.direction],
      [undefined, undefined, 'outbound'],
    );
    await page.close();
  });

  async function afterReadings(page: Page): Promise<void> {
    const started = Date.now();
    await until('three readings', () => page.evaluate((since) => Date.now() > since + 400, started));
  }
});

describe('page rules in the extension', () => {
  let stage: Stage;

  before(async () => {
    stage = await setStage();
    await stage.contact('Dora Domlin', '+442079460655');
    await stage.connect({ settings: { rules: [ruleFileSchema.parse(ownFile())] } });
  });
  after(() => stage?.stop());

  test('a call that only stands in the page finds its contact, and leaves with the page’s box', async () => {
    const { context } = stage.ringside;
    const view = panelView(await stage.ringside.openPanel());
    stage.pages.put('/dom', '<!doctype html><title>Phone</title><main id="phone"></main>');
    const page = await context.newPage();
    await page.goto(`${stage.pages.origin()}/dom`);
    const html = call('', '+44 20 7946 0655').replaceAll("'", '&#39;');
    await quietly(context, page, `void (document.querySelector('#phone').innerHTML = '${html}')`);
    await view.heads('Dora Domlin');
    await quietly(context, page, `void (document.querySelector('.state').textContent = 'In progress')`);
    await quietly(context, page, `void document.querySelector('.call').remove()`);
    // Only what is finished can be taken off the rail.
    await view.clearRail();
    assert.deepEqual(stage.proxy.writes(), []);
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
