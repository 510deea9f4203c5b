import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { openFirefoxHost } from './harness/desk/firefox-desk.ts';
import { uncaughtErrors } from './harness/firefox/browser-window.ts';
import { type Firefox, startFirefox } from './harness/firefox/firefox.ts';
import { firefoxWhere } from './harness/firefox/firefox-spot.ts';
import { answerPrompt, revoke } from './harness/firefox/permission-prompt.ts';
import { crmWorks, fillInCrm } from './harness/pages/connect-crm.ts';
import { hostHtml, phoneCall } from './harness/pages/host-page.ts';
import type { Where } from './harness/pages/spot.ts';
import { type Servers, startServers } from './harness/stage.ts';

/** In functions that run in a page of the extension. */
declare const browser: ExtensionApi;

const elodie = '+33199004217';

/**
 * What is shipped, so that nothing is granted before Firefox has asked for it. Its question is real and so is what follows
 * from the answer; the click on the answer is the driver's. What is taken back is taken back by the code behind the page of
 * add-ons, and not by its switch.
 */
describe('permissions in Firefox', () => {
  let servers: Servers;
  let firefox: Firefox;
  let page: Page;
  let options: Where;

  before(async () => {
    [servers, firefox] = await Promise.all([startServers(), startFirefox({ build: 'shipped' })]);
    page = await firefox.extensionPage('options.html#crms');
    options = firefoxWhere(page);
  });

  after(async () => {
    await firefox?.stop();
    await servers?.stop();
  });

  const granted = () => page.evaluate(async () => (await browser.permissions.getAll()).origins);
  const says = (words: RegExp) =>
    until(`${words} on the status line`, async () => {
      const now = (await options.locator('.notes [role=status]').textContent()) ?? '';
      return words.test(now) || Promise.reject(new Error(now));
    });
  const connectHost = () => options.getByRole('button', { name: 'Connect', exact: true }).click();
  const connectedHosts = () => options.getByRole('list', { name: 'Connected hosts' });

  test('a CRM that Firefox was not allowed to reach is said; nothing was saved or sent, and what was typed stays', async () => {
    assert.deepEqual(await granted(), []);
    await fillInCrm(options, 'Companion CRM', { Address: servers.proxy.url, Key: servers.crm.token });
    assert.match(await answerPrompt(firefox, 'Deny'), /127\.0\.0\.1/);
    await says(/The browser was not allowed to reach this address\. Nothing was saved or sent\./);
    assert.equal(await options.getByLabel('Address', { exact: true }).inputValue(), servers.proxy.url);
    assert.equal(await options.getByRole('list', { name: 'Connected CRMs' }).count(), 0);
    assert.deepEqual(servers.proxy.seen, []);
    assert.deepEqual(await granted(), []);
  });

  test('allowed, it is reached, and Firefox has granted its site alone', async () => {
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await answerPrompt(firefox, 'Allow');
    await crmWorks(options);
    assert.deepEqual(await granted(), ['http://127.0.0.1/*']);
  });

  test('a host that Firefox was not allowed to read is said, and not connected', async () => {
    await options.getByRole('link', { name: 'Hosts' }).click();
    await options.getByLabel('Host address').fill(servers.pages.origin());
    await connectHost();
    assert.match(await answerPrompt(firefox, 'Deny'), /localhost/);
    await says(
      /was not allowed to read http:\/\/localhost:\d+, so it is not connected\. Nothing was saved\./,
    );
    assert.equal(await connectedHosts().count(), 0);
    assert.deepEqual(await granted(), ['http://127.0.0.1/*']);
  });

  test('allowed, its calls are shown', async () => {
    await connectHost();
    await answerPrompt(firefox, 'Allow');
    await says(/is connected/);
    servers.pages.put('/desk', hostHtml);
    const host = await openFirefoxHost(firefox, `${servers.pages.origin()}/desk`);
    await host.interaction(phoneCall('allowed', elodie));
    await until('the caller on the card', async () => (await host.card.text()).includes('Élodie Marchand'));
    await host.endAll();
  });

  test('taken back in the browser, it is said where the host stands, and no page of it is read any more', async () => {
    await page.bringToFront();
    await revoke(firefox, ['http://localhost/*']);
    await connectedHosts().getByText('The browser does not let Ringside read this page').waitFor();
    await until('the scripts of hosts to be gone', () =>
      page.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length === 0),
    );
    await options.getByRole('button', { name: /^Allow http/ }).click();
    await answerPrompt(firefox, 'Deny');
    await says(/was not allowed to read .* It stays disconnected\./);
    await options.getByRole('button', { name: /^Allow http/ }).click();
    await answerPrompt(firefox, 'Allow');
    await says(/may read/);
    const host = await openFirefoxHost(firefox, `${servers.pages.origin()}/desk?again`);
    await host.interaction(phoneCall('again', elodie));
    await until('the caller on the card', async () => (await host.card.text()).includes('Élodie Marchand'));
  });

  test('removed with its host, it is given back to Firefox', async () => {
    await page.bringToFront();
    await options.getByRole('button', { name: /^Options of/ }).click();
    await options.getByRole('button', { name: /^Remove/ }).click();
    await options.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await says(/was removed/);
    await until('the permission to be gone', async () =>
      (await granted())?.every((pattern) => !pattern.includes('localhost')),
    );
    assert.deepEqual(await uncaughtErrors(firefox), []);
  });
});
