import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type DemoDesk, ringDesk, startDemoDesk } from './harness/servers/demo-desk.ts';
import { type Stage, setStage } from './harness/stage.ts';

const elodie = '+33199004217';

describe('the demo desk with the extension', () => {
  let stage: Stage;
  let desk: DemoDesk;
  let page: Page;
  let view: PanelView;

  before(async () => {
    [stage, desk] = await Promise.all([setStage(), startDemoDesk()]);
    await stage.connect({ hosts: [desk.origin] });
    page = await stage.ringside.context.newPage();
    await page.goto(desk.origin);
    await page.getByRole('heading', { name: 'Northgate Desk' }).waitFor();
  });

  afterEach(async () => {
    for (const press of ['Take', 'End', 'Miss', 'Close']) {
      const buttons = page.locator('.actions').getByRole('button', { name: new RegExp(`^${press} `) });
      await until(`no ${press} left in the desk`, async () => {
        if ((await buttons.count()) === 0) return true;
        await buttons.first().click({ timeout: 2_000 });
        return false;
      });
    }
    if (view !== undefined) await view.clearRail();
    await page.getByRole('radio', { name: 'Docked' }).check({ force: true });
  });

  after(async () => {
    await desk?.stop();
    await stage?.stop();
  });

  const ring = (keys: Record<string, string>) => ringDesk(stage.ringside.context, page, keys);

  test('a call rings by itself and the card says who; the card opens the panel', async () => {
    await ring({ ring: elodie, campaign: 'Field service' });
    await until('the caller on the card', async () =>
      (await stage.ringside.cardText(page)).includes('Élodie Marchand'),
    );
    await (await stage.ringside.card(page)).getByRole('button', { name: 'Open panel' }).click();
    view = panelView(await stage.ringside.panel());
    await view.heads('Élodie Marchand');
  });

  test('a chat by e-mail address finds its contact', async () => {
    await ring({ ring: 'elodie@vauban.example.com', channel: 'chat', kind: 'email', name: 'Élodie' });
    await view.heads('Élodie Marchand');
    await view.says(/E-mail matched/);
  });

  test('an e-mail of an unknown address offers to create with the address filled in', async () => {
    await ring({ ring: 'new.client@example.org', channel: 'email', name: 'Noor Haddad' });
    await view.newContact.waitFor();
    assert.equal(await view.field('E-mail').inputValue(), 'new.client@example.org');
    assert.equal(await view.field('Name').inputValue(), 'Noor Haddad');
  });

  test('three at once: the focus of the desk decides who is in front, and a new ring does not take it', async () => {
    await ring({ ring: elodie });
    await view.heads('Élodie Marchand');
    await page.getByRole('button', { name: `Answer ${elodie}` }).click();
    await ring({ ring: '+48580000017', channel: 'whatsapp' });
    await ring({ ring: 'priya@raman.example.com', channel: 'chat', kind: 'email' });
    await view.railHolds(3);
    assert.equal(await view.head(), 'Élodie Marchand');
    await page.getByRole('button', { name: 'Focus +48580000017' }).click();
    await view.heads('Tomasz Wilk');
    await page.getByRole('button', { name: 'Focus priya@raman.example.com' }).click();
    await view.heads('Priya Raman');
    await page.getByRole('button', { name: `Focus ${elodie}` }).click();
    await view.heads('Élodie Marchand');
    await view.tab('Tomasz Wilk').click();
    await view.heads('Tomasz Wilk');
  });

  test('a transfer to another campaign changes the sections in mid-call', async () => {
    await ring({ ring: elodie, campaign: 'Billing' });
    await view.heads('Élodie Marchand');
    await page.getByRole('button', { name: `Answer ${elodie}` }).click();
    await wantFull();
    await view.section('Invoices').waitFor();
    assert.equal(await view.section('Service contract').count(), 0);
    await page.getByLabel(`Transfer ${elodie} to campaign`).selectOption('Field service');
    await view.section('Service contract').waitFor();
    await until(
      'the former campaign’s section to go',
      async () => (await view.section('Invoices').count()) === 0,
    );
    await view.heads('Élodie Marchand');
  });

  test('a docked inbox opens the reduced view, a full one the full view; a live one is left as it is', async () => {
    await forgetToggles();
    await ring({ ring: '+48580000017' });
    await view.heads('Tomasz Wilk');
    await view.button('Full view').waitFor();
    await page.getByRole('radio', { name: 'Full' }).check({ force: true });
    await ring({ ring: '+46406280417' });
    await view.railHolds(2);
    assert.equal(await view.button('Full view').count(), 1);
    await view.tab('Jonas').click();
    await view.heads('Jonas Hagström');
    await view.button('Reduced view').waitFor();
    await view.tab('Tomasz').click();
    await view.button('Full view').waitFor();
  });

  test('a withheld number and a colleague', async () => {
    await ring({ ring: 'withheld' });
    await view.heads('Number withheld');
    await page.getByRole('button', { name: 'Miss Number withheld' }).click();
    await view.railHolds(0);
    await ring({ ring: '204', direction: 'internal', name: 'Front office' });
    // Another customer after the colleague is proof that the colleague did not pop.
    await ring({ ring: elodie });
    await view.heads('Élodie Marchand');
    assert.ok(!(await view.rail()).join().includes('Front office'));
  });

  async function wantFull(): Promise<void> {
    const full = view.button('Full view');
    if ((await full.count()) > 0) await full.click();
    await view.button('Reduced view').waitFor();
  }

  /** What earlier tests toggled is remembered for this desk; this one asks what opens by itself. */
  async function forgetToggles(): Promise<void> {
    await stage.connect({ hosts: [desk.origin] });
  }
});
