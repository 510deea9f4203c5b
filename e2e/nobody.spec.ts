import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ruleFileSchema } from '../lib/domain/host/host-rules.ts';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

const jane = '+12125550199';
/** RESTRICTED, spelled on a keypad: the CRM's record of it is a trap. */
const restricted = '+17378742833';

/** A softphone that shows its calls; the rule looks for their number where this page has none. */
const rules = [
  ruleFileSchema.parse({
    version: 1,
    id: 'own',
    label: 'Own rules',
    rules: [
      {
        id: 'calls',
        read: 'dom',
        where: [{ host: '*' }],
        channel: 'phone',
        direction: 'inbound',
        versions: [
          {
            since: '2026-11-01',
            probe: '#phone',
            scope: '#phone',
            rows: '.call',
            state: [{ is: 'offered' }],
            clientId: { at: '.nummer' },
            displayName: { at: '.name' },
          },
        ],
      },
    ],
  }),
];

describe('a caller of whom the page says nothing, or that there is nobody to name', () => {
  let stage: Stage;
  let page: Page;
  let view: PanelView;
  let options: Page;

  before(async () => {
    stage = await setStage();
    await stage.contact('Jane Example', jane);
    stage.pages.put('/phone', '<!doctype html><title>Phone</title><main id="phone"></main>');
    await stage.connect({ settings: { rules } });
    page = await stage.ringside.context.newPage();
    await page.goto(`${stage.pages.origin()}/phone`);
    view = panelView(await stage.ringside.openPanel());
    options = await stage.ringside.context.newPage();
    await options.goto(stage.ringside.url('options.html#diagnostics'));
  });
  after(() => stage?.stop());

  const rings = (html: string) =>
    quietly(
      stage.ringside.context,
      page,
      `document.querySelector('#phone').innerHTML = ${JSON.stringify(html)}`,
    );
  const call = (number: string, name = '', at = 'nummer') =>
    rings(`<div class="call">Rings <b class="${at}">${number}</b> <i class="name">${name}</i></div>`);
  const over = async () => {
    await rings('');
    await view.railHolds(0);
  };

  test('is not said to hide a number that was not read', async () => {
    await call(jane, 'Jane Example', 'number');
    await view.heads('No number was given');
    await view.says('The host did not say who calls');
    assert.equal(await view.assign.count(), 0);
    await until('the selector that found nothing in the diagnostics', async () =>
      /clientId: \.nummer found nothing in 1 of 1 call/.test(
        (await options.locator('#diagnostics').textContent()) ?? '',
      ),
    );
    await over();
  });

  test('is withheld where the page says so in words or on a keypad, and has no name by them', async () => {
    for (const [number, name] of [
      ['Private Number', 'Unknown'],
      ['Número oculto', 'Anonymous'],
      [restricted, 'RESTRICTED'],
    ] as const) {
      await call(number, name);
      await view.heads('Number withheld');
      await view.button('New contact').first().click();
      assert.equal(await view.field('Name').inputValue(), '');
      assert.equal(await view.assign.count(), 0);
      await over();
    }
  });

  test('is somebody where there is a number', async () => {
    await call(jane, 'Private Banking GmbH');
    await view.heads('Jane Example');
    await over();
    assert.deepEqual(stage.ringside.complaints, []);
  });

  test('is seen in a host that is connected while a tab of it hangs, and that tab is named in the diagnostics', async () => {
    stage.pages.hang('/never');
    stage.pages.put('/hangs', '<!doctype html><title>Hangs</title>');
    const { context } = stage.ringside;
    const stuck = await context.newPage();
    const added = stage.pages.origin('127.0.0.1');
    await stuck.goto(`${added}/hangs`);
    // Its script waits for a reply that never comes, and with it whatever the browser wants to run in it.
    const wait = "const asks = new XMLHttpRequest(); asks.open('GET', '/never', false); asks.send();";
    await quietly(context, stuck, `void setTimeout(() => { ${wait} }, 100)`);
    await until('the tab to hang', () => stage.pages.requests.includes('/never'));
    await stage.connect({ hosts: [stage.pages.origin(), added], settings: { rules } });
    const host = await openHostPage(context, stage.pages, { name: '127.0.0.1' });
    await host.interaction(phoneCall('call-1', jane));
    await view.heads('Jane Example');
    await options.getByText('Open, but not answering.').waitFor({ timeout: 15_000 });
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
