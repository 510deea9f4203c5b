import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { welcomePath } from '../lib/extension/views/options-place.ts';
import { until } from '../scripts/process/until.ts';
import { openHostPage } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** What a person does from the download to the first pop, of which the first part and the prompts are the browser's own. */
const mostActions = 14;
const browsersOwn = [
  ...['the page of extensions', 'developer mode', 'load unpacked', 'the folder'],
  'the prompt for the CRM',
  ...['the puzzle', 'Ringside'],
  'the prompt for the host',
];

describe('the first run', () => {
  let stage: Stage;

  before(async () => {
    stage = await setStage();
  });

  after(() => stage?.stop());

  test(`pops one of their own contacts after ${mostActions} actions at most, and nothing is asked twice`, async () => {
    const actions = [...browsersOwn];
    const act = async (what: string, step: () => Promise<unknown>) => {
      actions.push(what);
      await step();
    };
    const { ringside, crm, pages } = stage;
    // As the installation opens it.
    const options = await ringside.context.newPage();
    await options.goto(ringside.url(welcomePath.slice(1)));
    await until(
      'the field to begin with',
      async () => (await options.evaluate(() => document.activeElement?.id)) === 'crm-baseUrl',
    );
    await act('the address of the CRM', () => options.keyboard.type(crm.url));
    await act('its key', async () => {
      await options.keyboard.press('Tab');
      await options.keyboard.type(crm.token);
    });
    await act('Save', () => options.keyboard.press('Enter'));
    await options.locator('.notes [role=status]', { hasText: /Saved/ }).waitFor();
    let host = await openHostPage(ringside.context, pages);
    actions.push('the softphone is opened');
    const panel = await ringside.openPanel();
    await host.page.bringToFront();
    await act('Allow on the softphone', () =>
      panel.getByRole('button', { name: `Allow on ${new URL(pages.origin()).host}` }).click(),
    );
    await panel.getByText('Step 3 of 3').waitFor();
    await act('a test call', () => panel.getByRole('button', { name: 'Take a test call' }).click());
    await panel.locator('.why b', { hasText: 'Phone matched exactly' }).waitFor();
    assert.ok(actions.length <= mostActions, `${actions.length}: ${actions.join(', ')}`);

    // What was allowed is a host from then on: a call of it pops.
    await host.page.close();
    host = await openHostPage(ringside.context, pages);
    await host.interaction({
      ...{ id: 'first', channel: 'phone', direction: 'inbound', state: 'active' },
      clientId: { kind: 'phone', value: '+33199004217' },
    });
    await panel.getByRole('heading', { name: 'Élodie Marchand' }).waitFor();
    assert.deepEqual(stage.proxy.writes(), []);
    assert.deepEqual(ringside.complaints, []);
  });
});
