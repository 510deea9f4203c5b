import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { type HostPage, openHostPage } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

describe('the first call of a new agent', () => {
  let stage: Stage;
  let host: HostPage;
  let panel: Page;
  let view: PanelView;

  before(async () => {
    stage = await setStage();
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
    panel = await stage.ringside.openPanel();
    view = panelView(panel);
  });

  after(() => stage?.stop());

  test('is a test: one of their own contacts pops as at any call, nothing is written, and it is over by itself', async () => {
    await panel.getByText('Step 3 of 3').waitFor();
    await panel.getByRole('button', { name: 'Take a test call' }).click();
    const tab = panel.getByRole('button', { name: /Ringing.*Test call/ });
    await tab.waitFor();
    await panel.locator('.why b', { hasText: 'Phone matched exactly' }).waitFor();
    const name = (await panel.locator('main h1').textContent()) ?? '';
    assert.doesNotMatch(name, /^\+|^$/);
    await panel.getByRole('heading', { name: 'Recent contacts' }).waitFor({ timeout: 25_000 });
    await panel.locator('.people').getByText(name).waitFor();
    assert.deepEqual(stage.proxy.writes(), []);
    assert.deepEqual(stage.ringside.complaints, []);
  });

  test('leaves values to be copied and a name to be corrected', async () => {
    await host.interaction({
      id: 'first',
      channel: 'phone',
      direction: 'inbound',
      state: 'active',
      clientId: { kind: 'phone', value: '+33199004217' },
    });
    const name = (await until('a contact', async () => {
      const text = await panel.locator('main h1').textContent();
      return text && !text.startsWith('+') ? text : undefined;
    })) as string;
    await panel.getByText('Details').first().waitFor();
    await panel.getByRole('button', { name: 'Copy phone' }).first().click({ force: true });
    await panel.locator('.foot').getByText('Phone copied').first().waitFor();
    await panel.getByRole('button', { name: 'Edit name' }).click({ force: true });
    await panel.getByLabel('Name', { exact: true }).fill(`${name} Junior`);
    await panel.keyboard.press('Enter');
    await view.heads(`${name} Junior`);
    assert.deepEqual(await stage.owners('+33199004217'), [`${name} Junior`]);
    assert.equal(stage.proxy.writes().length, 1);
  });
});
