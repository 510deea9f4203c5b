import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from '../scripts/process/until.ts';
import { uncaughtErrors } from './harness/firefox/browser-window.ts';
import { type Firefox, startFirefox } from './harness/firefox/firefox.ts';
import { firefoxWhere } from './harness/firefox/firefox-spot.ts';
import { answerPrompt } from './harness/firefox/permission-prompt.ts';
import { type Sidebar, sidebarOf } from './harness/firefox/sidebar.ts';
import { crmWorks, fillInCrm } from './harness/pages/connect-crm.ts';
import type { Where } from './harness/pages/spot.ts';
import { type Servers, startServers } from './harness/stage.ts';

/** What is shipped, which nobody has granted anything. Only the click that answers Firefox's question is not a mouse's. */
describe('the first run in Firefox', () => {
  let servers: Servers;
  let firefox: Firefox;
  let page: Page;
  let options: Where;
  let sidebar: Sidebar;

  before(async () => {
    [servers, firefox] = await Promise.all([startServers(), startFirefox({ build: 'shipped' })]);
  });

  after(async () => {
    await firefox?.stop();
    await servers?.stop();
  });

  /** The step that is next, on the options page. */
  const next = async () => (await options.locator('.firststeps [aria-current="step"]').textContent()) ?? '';
  const sidebarSays = (words: RegExp) =>
    until(`${words} in the sidebar`, async () => {
      const text = await sidebar.text();
      return words.test(text) ? text : Promise.reject(new Error(text));
    });

  test('begins by itself at the first of three steps, and the button in the bar opens the sidebar with them', async () => {
    page = await firefox.opened(firefox.url('options.html?place=crms#crms'));
    options = firefoxWhere(page);
    assert.match(await next(), /CRM/);
    sidebar = sidebarOf(firefox, page);
    assert.equal(await sidebar.text(), '');
    await sidebar.toggle();
    await sidebarSays(/Step 1 of 3/);
  });

  test('takes the CRM by its form, once Firefox was told that its address may be reached', async () => {
    await fillInCrm(options, 'Companion CRM', { Address: servers.proxy.url, Key: servers.crm.token });
    const asked = await answerPrompt(firefox, 'Allow');
    assert.match(asked, /Ringside/);
    assert.match(asked, /127\.0\.0\.1/);
    assert.match(await crmWorks(options), /Signed in as Service/);
    await until('the second step', async () => /host|softphone/i.test(await next()));
    await sidebarSays(/Step 2 of 3/);
  });

  test('takes the host, once Firefox was told that it may be read', async () => {
    await options.getByRole('link', { name: 'Hosts' }).click();
    await options.getByLabel('Host address').fill(`${servers.pages.origin()}/desk`);
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    assert.match(await answerPrompt(firefox, 'Allow'), /localhost/);
    await sidebarSays(/Step 3 of 3/);
  });

  test('ends with a test call: one of their own contacts pops in the sidebar, nothing is written', async () => {
    await sidebar.press('Take a test call');
    const text = await sidebarSays(/Phone matched exactly/);
    assert.match(text, /Test call/);
    assert.match(text, /Ringing/);
    assert.deepEqual(servers.proxy.writes(), []);
    await page.evaluate(() => location.reload());
    await until('the steps to be over on the options page, too', async () => {
      const shown = await options.getByRole('heading', { level: 1 }).count();
      return shown > 0 && (await options.locator('.firststeps').count()) === 0;
    });
    assert.deepEqual(await uncaughtErrors(firefox), []);
  });
});
