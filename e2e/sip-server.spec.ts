import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type Kamailio, startKamailio } from './sip/kamailio.ts';
import { openSoftphone, type SipLibrary } from './sip/softphone-page.ts';

let kamailio: Kamailio;
let pages: PageServer;
let browser: Browser;

before(async () => {
  [kamailio, pages, browser] = await Promise.all([startKamailio(), startPages(), startPlainChromium()]);
});

after(async () => {
  await browser?.close();
  await pages?.stop();
  await kamailio?.stop();
});

const pairs: [SipLibrary, SipLibrary][] = [
  ['jssip', 'sipjs'],
  ['sipjs', 'jssip'],
];

for (const [caller, callee] of pairs) {
  test(`${caller} calls ${callee} over Kamailio: rings, is answered, has sound, is held, resumed and ended`, async () => {
    const open = async (library: SipLibrary, user: string) =>
      openSoftphone(await browser.newPage(), { pages: pages.origin(), library, url: kamailio.url, user });
    const customer = await open(caller, 'trunk');
    const agent = await open(callee, 'agent');

    await customer.call({ number: 'agent', from: '+442079460123', displayName: 'Ada' });
    await agent.reaches('ringing');
    await agent.press('Answer');
    await customer.reaches('active');
    await Promise.all([agent.hears(), customer.hears()]);
    await agent.press('Hold');
    await agent.reaches('held');
    await agent.press('Resume');
    await agent.reaches('active');
    await customer.press('Hang up');
    await agent.reaches('ended');

    await agent.page.getByLabel('Number').fill('+33199004217');
    await agent.page.getByRole('button', { name: 'Call', exact: true }).click();
    await customer.reaches('ringing');
    await customer.press('Hang up');
    await agent.reaches('ended');

    await customer.call({ number: 'agent', anonymous: true });
    await agent.reaches('ringing');
    await customer.press('Hang up');
    await agent.reaches('ended');
    await customer.reaches('ended');
  });
}
