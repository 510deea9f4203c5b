import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type CompanionServer, startCompanionServer } from './harness/companion-server.ts';
import { type DemoDesk, startDemoDesk } from './harness/demo-desk.ts';
import { type Firefox, startFirefox } from './harness/firefox.ts';
import { until } from './harness/until.ts';

/** In functions that run in a page of the extension. */
declare const browser: ExtensionApi;

let crm: CompanionServer;
let desk: DemoDesk;
let firefox: Firefox;

before(async () => {
  [crm, desk, firefox] = await Promise.all([startCompanionServer(), startDemoDesk(), startFirefox()]);
});

after(async () => {
  await firefox?.stop();
  await desk?.stop();
  await crm?.stop();
});

test('in Firefox a call in the demo desk shows its contact in the sidebar', async () => {
  const control = await firefox.extensionPage('options.html');
  await control.evaluate(
    async ({ origin, url, token }) => {
      await browser.storage.local.set({
        settings: { version: 1, hosts: [{ origin }], crm: { id: 'companion', settings: { baseUrl: url } } },
      });
      await browser.storage.session.set({ credential: token });
    },
    { origin: desk.origin, url: crm.url, token: crm.token },
  );
  await until('the host scripts to be registered', () =>
    control.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length >= 2),
  );

  await control.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'open-the-sidebar';
    button.textContent = 'Open the sidebar';
    button.onclick = () => void browser.sidebarAction.open();
    document.body.prepend(button);
  });
  await control.click('#open-the-sidebar');
  const sidebarText = () =>
    control.evaluate(() =>
      // The polyfill's types have no word for the sidebar's own kind of view.
      browser.extension
        .getViews({ type: 'sidebar' as 'tab' })
        .map((each) => each.document.body.textContent ?? '')
        .join(' '),
    );
  await until('the sidebar to be open', async () => (await sidebarText()) !== '', { within: 20_000 });

  const page = await firefox.browser.newPage();
  await page.goto(`${desk.origin}/?ring=%2B33199004217&after=100&campaign=Field%20service`);
  await until('the caller in the sidebar', async () => (await sidebarText()).includes('Élodie Marchand'), {
    within: 30_000,
  });
  assert.match(await sidebarText(), /Phone matched/);
});
