import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { finishSignIn, signInToWidget } from './harness/pages/widget-sign-in.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

/** Hosts that integrate with the embed script, or with nothing but the widget's address. */
let crm: CompanionServer;
let pages: PageServer;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  [pages, browser] = await Promise.all([startPages(), startPlainChromium()]);
  crm = await startCompanionServer({ embedOrigins: [pages.origin()] });
  pages.put(
    '/with-script',
    `<!doctype html><title>Host</title><div id="crm" style="width:400px;height:700px"></div>
     <script src="${crm.url}/widget/embed.js" data-target="#crm"></script>`,
  );
  // The host as it would be for the extension alone: messages to its own window, and an answer to hello?.
  pages.put(
    '/speaks-itself',
    `<!doctype html><title>Host</title><script>
       const say = (message) => postMessage({ protocol: 'ringside', version: 1, ...message }, origin);
       addEventListener('message', ({ source, data }) => {
         if (source !== window || data.type !== 'hello?') return;
         say({ type: 'hello', host: { name: 'Own desk', version: '2' }, commands: [] });
         say({ type: 'interaction', interaction: { id: '7', channel: 'phone', direction: 'inbound', state: 'active',
               clientId: { kind: 'phone', value: '+48580000017' } } });
       });
     </script><div id="crm" style="width:400px;height:700px"></div>
     <script src="${crm.url}/widget/embed.js" data-target="#crm"></script>`,
  );
  pages.put(
    '/by-address',
    `<!doctype html><title>Host</title>
     <iframe style="width:400px;height:700px" src="${crm.url}/widget/#contactId=C-1001&campaign=Billing"></iframe>`,
  );
  pages.put(
    '/bare',
    `<!doctype html><title>Host</title>
     <iframe title="Ringside" src="${crm.url}/widget/#contactId=C-1001"></iframe>`,
  );
});

after(async () => {
  await browser?.close();
  await Promise.all([crm?.stop(), pages?.stop()]);
});

afterEach(async () => {
  await context?.close();
});

async function open(path: string): Promise<{ page: Page; frame: Frame }> {
  context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${pages.origin()}${path}`);
  const frame = await until('the widget’s frame', () =>
    page.frames().find((each) => each.url().startsWith(`${crm.url}/widget/`)),
  );
  return { page, frame };
}

test('a host that calls ringside.interaction() gets its contact, then the next one', async () => {
  const { page, frame } = await open('/with-script');
  await signInToWidget(frame);
  await page.evaluate(() => {
    const call = { id: '1', channel: 'phone', direction: 'inbound', state: 'active' };
    window.ringside!.interaction({
      ...call,
      clientId: { kind: 'phone', value: '+33199004217' },
    });
  });
  await panelView(frame).heads('Élodie Marchand');
  await page.evaluate(() => {
    const ringside = window.ringside!;
    const chat = { id: '2', channel: 'chat', direction: 'inbound', state: 'active' };
    ringside.interaction({ ...chat, clientId: { kind: 'email', value: 'priya@raman.example.com' } });
    ringside.focus('2');
  });
  await panelView(frame).heads('Priya Raman');
});

test('a host that speaks the protocol to its own window needs the script and nothing else', async () => {
  const { frame } = await open('/speaks-itself');
  await signInToWidget(frame);
  await panelView(frame).heads('Tomasz Wilk');
});

test('the address alone names the contact, and a new fragment the next one', async () => {
  const { page, frame } = await open('/by-address');
  await signInToWidget(frame);
  await panelView(frame).heads('Élodie Marchand');
  await page.evaluate((url) => {
    const [frame] = Array.from(document.querySelectorAll('iframe'));
    frame!.src = `${url}/widget/#clientId=+48580000017`;
  }, crm.url);
  await panelView(frame).heads('Tomasz Wilk');
});

test('where the browser blocks the sign-in window a link does the same', async () => {
  const { frame } = await open('/with-script');
  await frame.evaluate(() => {
    window.open = () => null;
  });
  await frame
    .getByRole('button', { name: /^Sign in/ })
    .first()
    .click();
  const tab = context.waitForEvent('page');
  await frame.getByRole('alert').getByRole('link').click();
  await finishSignIn(await tab);
  await until('the search to be open', () => panelView(frame).search.isEnabled());
  assert.equal(await frame.getByRole('alert').getByRole('link').count(), 0);
});

test('a token from the embedding page, or from a window of another origin, signs nobody in', async () => {
  const { page, frame } = await open('/with-script');
  const forged = { type: 'ringside.token', token: crm.token, agent: { id: 'x', name: 'Mallory' } };
  await page.evaluate((message) => {
    const [frame] = Array.from(document.querySelectorAll('iframe'));
    frame!.contentWindow!.postMessage(message, '*');
  }, forged);
  // From the widget's own origin, but from no window that it opened.
  await frame.evaluate((message) => window.postMessage(message, '*'), forged);
  await frame.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  assert.ok((await frame.getByRole('button', { name: /^Sign in/ }).count()) > 0);
});

test('a frame that was given no size shows whom it is about, and the rest by scrolling', async () => {
  const { frame } = await open('/bare');
  await signInToWidget(frame);
  const view = panelView(frame);
  await view.heads('Élodie Marchand');
  const size = await frame.evaluate(() => [innerWidth, innerHeight]);
  assert.deepEqual(size, [300, 150]);
  assert.equal(await frame.evaluate(() => scrollY), 0);
  const inSight = (selector: string) =>
    frame.evaluate((wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    }, selector);
  assert.ok(await inSight('[type="search"], [role="searchbox"], [role="combobox"]'), 'the search at the top');
  assert.ok(!(await inSight('.foot')), 'the foot covers nothing');
  await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  assert.ok(await inSight('.foot'), 'and is there at the end');
});

test('no page of the server makes markup of text, and a tab of its own signs in as well', async () => {
  context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${crm.url}/widget/#contactId=C-1001`);
  const popup = context.waitForEvent('page');
  await page
    .getByRole('button', { name: /^Sign in/ })
    .first()
    .click();
  const signIn = await popup;
  await signIn.getByLabel('Password').waitFor();
  const home = await context.newPage();
  await home.goto(crm.url);
  assert.deepEqual(complaints, []);
  for (const each of [page, signIn, home]) {
    const made = await each.evaluate(() => {
      try {
        document.createElement('p').innerHTML = '<b>markup</b>';
        return 'markup';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : 'something else';
      }
    });
    assert.equal(made, 'refused', each.url());
  }
  await finishSignIn(signIn);
  await panelView(page.mainFrame()).heads('Élodie Marchand');
});

test('a page of another origin that opens the sign-in window is asked for nothing and hears nothing', async () => {
  context = await browser.newContext();
  const page = await context.newPage();
  pages.put('/opener', '<!doctype html><title>Opener</title>');
  await page.goto(`${pages.origin()}/opener`);
  const popup = context.waitForEvent('page');
  await page.evaluate((url) => {
    Object.assign(window, { heard: [] });
    addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data));
    window.open(`${url}/sign-in`, 'x', 'popup');
  }, crm.url);
  const signIn = await popup;
  await signIn.getByText('on its own it has nowhere to go').waitFor();
  assert.equal(await signIn.getByLabel('Password').isVisible(), false);
  assert.equal(await signIn.getByLabel('Password').inputValue(), '');
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'heard')), []);
});

test('with its page a widget’s token goes at the server too', async () => {
  const { page, frame } = await open('/by-address');
  let authorization: string | undefined;
  page.on('request', (request) => {
    authorization ??= request.headers().authorization;
  });
  await signInToWidget(frame);
  await panelView(frame).heads('Élodie Marchand');
  const session = async () =>
    (await fetch(`${crm.url}/api/session`, { headers: { authorization: authorization ?? '' } })).status;
  assert.match(authorization ?? '', /^Bearer /);
  assert.equal(await session(), 200);
  await page.goto('about:blank');
  await until('the token to be worthless', async () => (await session()) === 401);
});
