import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { axe } from './harness/browser/axe.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type Stage, setStage } from './harness/stage.ts';

const elodie = '+33199004217';

/** In functions that run in a page of the extension. */
declare const chrome: {
  storage: Record<'local' | 'session', { get(key: null): Promise<Record<string, unknown>> }>;
};

describe('two CRMs in the options', () => {
  let stage: Stage;
  let second: CompanionServer;
  let options: Page;

  before(async () => {
    stage = await setStage();
    // One after the other: a database of its own takes a machine's whole strength to begin.
    second = await startCompanionServer();
    const hosts = [
      { origin: stage.pages.origin(), label: 'Desk' },
      { origin: stage.pages.origin('127.0.0.1'), label: 'Inbox' },
    ];
    await stage.connect({ hosts });
    options = await stage.ringside.context.newPage();
    await options.setViewportSize({ width: 1280, height: 900 });
    await options.goto(stage.ringside.url('options.html#crms'));
  });

  after(async () => {
    await stage?.stop();
    await second?.stop();
  });

  const textOf = async (part: Locator) => (await part.textContent()) ?? '';
  const says = (words: RegExp) =>
    until(`${words} on the status line`, async () =>
      words.test(await textOf(options.locator('.notes [role=status]'))),
    );
  const button = (name: string) => options.getByRole('button', { name, exact: true });
  const names = () => options.locator('.crms > li b').allTextContents();
  const area = (name: 'local' | 'session') =>
    options.evaluate((which) => chrome.storage[which].get(null), name);
  const saved = async () =>
    ((await area('local')).settings as { crms: { id: string; label: string; hosts?: string[] }[] }).crms;
  const byKey = async (name: string) => {
    await button(name).focus();
    await options.keyboard.press('Enter');
  };

  test('another is added from the keyboard alone, and has its key apart from the first one’s', async () => {
    await byKey('Add another CRM');
    await until('the form of a new one', () =>
      options.evaluate(() => document.activeElement?.id === 'crm-editor'),
    );
    await options.keyboard.press('Tab');
    for (const typed of ['Second', second.url.replace('http://', ''), second.token]) {
      await options.keyboard.press('Tab');
      await options.keyboard.type(typed);
    }
    await options.keyboard.press('Enter');
    await says(/Saved\. Everything works/);
    assert.deepEqual(await names(), ['Companion CRM', 'Second']);
    const memory = await area('session');
    assert.match(JSON.stringify(memory['crm.companion.credential']), new RegExp(stage.crm.token));
    assert.match(JSON.stringify(memory['crm.companion-2.credential']), new RegExp(second.token));
    const disk = JSON.stringify(await area('local'));
    assert.doesNotMatch(disk, new RegExp(`${stage.crm.token}|${second.token}`));
    assert.deepEqual(await axe(options), []);
  });

  test('the same one is not taken twice', async () => {
    await byKey('Add another CRM');
    await options.getByLabel('Address', { exact: true }).fill(second.url);
    await options.locator('#crm-label').fill('Third');
    await options.locator('#crm-credential').fill(second.token);
    await options.keyboard.press('Enter');
    await options.getByText(/in the list already/).waitFor();
    await byKey('Cancel');
    assert.equal((await saved()).length, 2);
  });

  test('their order is changed by the arrow keys, and what has the focus keeps it', async () => {
    await button('Move Second up').focus();
    await options.keyboard.press('ArrowUp');
    await says(/Second is 1 of 2 now/);
    assert.deepEqual(await names(), ['Second', 'Companion CRM']);
    await until('the focus to stay with it', () =>
      options.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Move Second down'),
    );
  });

  test('one is for a host only', async () => {
    await byKey('Edit Second');
    await options.getByRole('checkbox', { name: /^Inbox/ }).check();
    await byKey('Save');
    await says(/Saved/);
    assert.deepEqual(
      (await saved()).map(({ id, hosts }) => [id, hosts]),
      [
        ['companion-2', [stage.pages.origin('127.0.0.1')]],
        ['companion', undefined],
      ],
    );
    await options.getByText('only for Inbox').waitFor();
    await options.setViewportSize({ width: 380, height: 800 });
    assert.deepEqual(await axe(options), []);
    await options.setViewportSize({ width: 1280, height: 900 });
    await byKey('Close');
  });

  test('one is signed out of, and the other goes on, in another worker too', async () => {
    await byKey('Sign out of Second');
    await says(/Signed out/);
    await stage.ringside.killWorker();
    const memory = await area('session');
    assert.equal(memory['crm.companion-2.credential'], undefined);
    assert.ok(memory['crm.companion.credential']);
  });

  test('one is removed with all that was kept for it, and the next call shows its contact from the other', async () => {
    await byKey('Remove Second');
    await options.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await says(/Second was removed/);
    assert.deepEqual(await names(), ['Companion CRM']);
    const kept = async () => Object.keys(await area('session')).filter((key) => key.includes('companion-2'));
    await until('nothing of it to be kept but the key of empty copies', async () =>
      (await kept()).every((key) => key === 'crm.companion-2.data-key'),
    );
    const view = panelView(await stage.ringside.openPanel());
    const host = await openHostPage(stage.ringside.context, stage.pages);
    await host.interaction(phoneCall('after', elodie, { state: 'offered' }));
    await view.heads('Élodie Marchand');
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
