import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { connectFirefox } from './harness/desk/firefox-desk.ts';
import { type Firefox, startFirefox } from './harness/firefox/firefox.ts';
import { sidebarOf } from './harness/firefox/sidebar.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type DemoDesk, startDemoDesk } from './harness/servers/demo-desk.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type ExactWire, startExactWire } from './sip/exact-wire.ts';
import { bye, invite } from './sip/frames.ts';

/** In functions that run in a page of the extension. */
declare const browser: ExtensionApi;

let crm: CompanionServer;
let desk: DemoDesk;
let firefox: Firefox;
let pages: PageServer;
let wire: ExactWire;

before(async () => {
  [crm, desk, firefox, pages, wire] = await Promise.all([
    startCompanionServer(),
    startDemoDesk(),
    startFirefox(),
    startPages(),
    startExactWire(),
  ]);
});

after(async () => {
  await firefox?.stop();
  await wire?.stop();
  await pages?.stop();
  await desk?.stop();
  await crm?.stop();
});

test('in Firefox calls of a desk and of a softphone show their contacts in the sidebar', async () => {
  const control = await firefox.extensionPage('options.html');
  await connectFirefox(control, { hosts: [desk.origin, pages.origin()], crm });

  await control.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'open-the-sidebar';
    button.textContent = 'Open the sidebar';
    button.onclick = () => void browser.sidebarAction.open();
    document.body.prepend(button);
  });
  await control.click('#open-the-sidebar');
  const { text: sidebarText } = sidebarOf(firefox, control);
  await until('the sidebar to be open', async () => (await sidebarText()) !== '', { within: 20_000 });

  const page = await firefox.browser.newPage();
  await page.goto(`${desk.origin}/?ring=%2B33199004217&after=100&campaign=Field%20service`);
  await until('the caller in the sidebar', async () => (await sidebarText()).includes('Élodie Marchand'), {
    within: 30_000,
  });
  assert.match(await sidebarText(), /Phone matched/);

  // A softphone: its calls are read on its socket, also in a frame without an address of its own.
  const open = `const socket = new WebSocket(${JSON.stringify(wire.url)}); window.answer = (text) => socket.send(text);`;
  const shapes = [
    { path: '/softphone', html: `<script>${open}</script>`, from: '+48580000017', name: 'Tomasz Wilk' },
    {
      path: '/framed-softphone',
      html: `<iframe srcdoc='<script>${open}</script>'></iframe>`,
      from: '+442079460164',
      name: 'Samuel Okafor',
    },
  ];
  for (const { path, html, from, name } of shapes) {
    const socket = wire.count();
    pages.put(path, `<!doctype html><title>Softphone</title>${html}`);
    const softphone = await firefox.browser.newPage();
    await softphone.goto(`${pages.origin()}${path}`);
    await until('the softphone on the wire', () => wire.count() > socket);
    const call = { callId: `firefox${path}`, from };
    const says = (what: string, fits: (text: string) => boolean) =>
      until(`${what} in the sidebar`, async () => fits(await sidebarText()), { within: 20_000 });
    wire.send(socket, invite(call));
    await says('the ring', (text) => text.includes(name) && !text.includes('Active'));
    const ok = invite(call)
      .replace(/^INVITE.*$/m, 'SIP/2.0 200 OK\r')
      .replace(/^To: .*$/m, 'To: <sip:agent@ringside.invalid>;tag=us\r');
    for (const frame of softphone.frames())
      await frame.evaluate((text) => {
        // Set by the page's own script, above.
        (window as { answer?: (text: string) => void }).answer?.(text);
      }, ok);
    await says('the answer', (text) => text.includes('Active'));
    wire.send(socket, bye(call));
    await says('the end', (text) => text.includes('Finished') && !text.includes('Active'));
    await softphone.close();
  }
});
