import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { signInToWidget } from './harness/pages/widget-sign-in.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

/** Hosts whose own contract the widget understands: Chatwoot around it, and uContact beside it. No extension. */
let crm: CompanionServer;
let pages: PageServer;
let browser: Browser;
let page: Page;

before(async () => {
  [pages, browser] = await Promise.all([startPages(), startPlainChromium()]);
  crm = await startCompanionServer({ embedOrigins: [pages.origin('localhost')] });
  // As Chatwoot does: says the conversation when the frame has loaded, and to whoever asks.
  pages.put(
    '/chatwoot',
    `<!doctype html><title>Chatwoot</title><script>
       window.asked = [];
       let current;
       const say = () => current && document.querySelector('iframe').contentWindow.postMessage(
         JSON.stringify({ event: 'appContext', data: current }), '*');
       window.open1 = (conversation, contact, tell = true) => {
         current = { conversation, contact, currentAgent: { id: 1 } };
         if (tell) say();
       };
       onmessage = ({ data, origin }) => {
         if (data !== 'chatwoot-dashboard-app:fetch-info') return;
         asked.push(origin);
         say();
       };
     </script><iframe style="width:400px;height:700px" src="${crm.url}/widget/" onload="say()"></iframe>`,
  );
  pages.put(
    '/ucontact',
    `<!doctype html><script>window.say = (message) => parent.postMessage(message, '*')</script>`,
  );
  pages.put(
    '/around-ucontact',
    `<!doctype html><title>CRM</title><iframe src="${pages.origin('127.0.0.1')}/ucontact"></iframe>
     <iframe src="/ucontact" name="forger"></iframe>
     <div id="crm" style="width:400px;height:700px"></div>
     <script src="${crm.url}/widget/embed.js" data-target="#crm"
             data-ucontact-origin="${pages.origin('127.0.0.1')}"></script>`,
  );
});

after(async () => {
  await browser?.close();
  await Promise.all([crm?.stop(), pages?.stop()]);
});

afterEach(() => page?.context().close());

async function open(path: string, name: 'localhost' | '127.0.0.1' = 'localhost'): Promise<Frame> {
  page = await (await browser.newContext()).newPage();
  await page.goto(`${pages.origin(name)}${path}`);
  return frameOf(`${crm.url}/widget/`);
}

const frameOf = (address: string) =>
  until(`the frame at ${address}`, () => page.frames().find((frame) => frame.url().startsWith(address)));

const conversation = (id: number, email: string, tell = true) =>
  page.evaluate(
    ({ id, email, tell }) =>
      Reflect.get(window, 'open1')(
        { id, status: 'open', inbox_id: 1, meta: { channel: 'Channel::WebWidget' } },
        { id: 1, name: 'Visitor', email, phone_number: null },
        tell,
      ),
    { id, email, tell },
  );

test('in Chatwoot the contact of the conversation is shown, and that of the next in its place', async () => {
  const widget = await open('/chatwoot');
  await signInToWidget(widget);
  const view = panelView(widget);
  await conversation(1, 'priya@raman.example.com');
  await view.heads('Priya Raman');
  await conversation(2, 'nobody@unknown.example');
  await view.newContact.waitFor();
  await conversation(1, 'priya@raman.example.com');
  await view.heads('Priya Raman');
});

test('an older Chatwoot that says nothing by itself is asked when the app comes into view', async () => {
  const widget = await open('/chatwoot');
  await signInToWidget(widget);
  await conversation(1, 'priya@raman.example.com', false);
  // What the browser does when the agent goes into the app.
  await widget.evaluate(() => window.dispatchEvent(new Event('focus')));
  await panelView(widget).heads('Priya Raman');
  const asked: string[] = await page.evaluate(() => Reflect.get(window, 'asked'));
  assert.deepEqual([...new Set(asked)], [new URL(crm.url).origin]);
});

test('uContact beside the widget is heard through the embed script; a frame of another origin is not', async () => {
  const widget = await open('/around-ucontact');
  await signInToWidget(widget);
  const view = panelView(widget);
  const ucontact = await frameOf(`${pages.origin('127.0.0.1')}/ucontact`);
  const forger = await frameOf(`${pages.origin('localhost')}/ucontact`);
  const say = (frame: Frame, message: unknown) =>
    frame.evaluate((one) => Reflect.get(window, 'say')(one), message);
  const call = { guid: 'u1', channel: 'call', campaign: 'Ventas<-', clientId: '+48580000017' };
  await say(forger, { event: 'assignedInteraction', data: { ...call, guid: 'forged' } });
  await say(ucontact, { event: 'assignedInteraction', data: call });
  await view.heads('Tomasz Wilk');
  await view.railHolds(1);
  await say(ucontact, { event: 'finishedInteraction', data: { guid: 'u1' } });
  await say(ucontact, { event: 'sentDisposition', data: { guid: 'u1' } });
  await view.railHolds(0);
});
