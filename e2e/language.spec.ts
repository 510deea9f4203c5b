import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

describe('the language', () => {
  let stage: Stage;
  let host: HostPage;
  let panel: Page;

  before(async () => {
    stage = await setStage();
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
    panel = await stage.ringside.openPanel();
  });

  after(() => stage?.stop());

  const speaks = (page: Page, language: string) =>
    until(`${language} in ${page.url()}`, async () => {
      const now = await page.evaluate(() => document.documentElement.lang);
      return now === language || Promise.reject(new Error(now));
    });
  const says = (language: string) => {
    const { origin } = new URL(host.page.url());
    return host.page.evaluate(
      ([to, tag]) =>
        window.postMessage({ protocol: 'ringside', version: 1, type: 'language', language: tag }, to),
      [origin, language] as const,
    );
  };

  test('is the host’s where it says one, in every page at once, and what was being typed stays', async () => {
    await speaks(panel, 'en');
    await host.interaction(phoneCall('one', '+442079461811', { state: 'active' }));
    const name = panel.locator('[data-form="new-contact"] input').first();
    await name.fill('Half a Name');
    await says('pt_BR');
    await speaks(panel, 'pt');
    await panel.getByRole('searchbox', { name: 'Pesquisar contatos' }).waitFor();
    await until('what was typed', async () => (await name.inputValue()) === 'Half a Name');
    await says('xx-not-a-language-of-ours');
    await says('en');
    await speaks(panel, 'en');
  });

  test('is what was chosen in the options, whatever the host says, and the keyboard stays where it was', async () => {
    const options = await stage.ringside.context.newPage();
    await options.goto(stage.ringside.url('options.html#view'));
    const choice = options.locator('#view-language');
    await choice.focus();
    await choice.selectOption('pt');
    await speaks(options, 'pt');
    await speaks(panel, 'pt');
    await until(
      'the focus on the choice again',
      async () => (await options.evaluate(() => document.activeElement?.id)) === 'view-language',
    );
    await says('en');
    await options.locator('#view-language').selectOption('auto');
    await speaks(options, 'en');
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
