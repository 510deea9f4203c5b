import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { announcements } from './harness/browser/announcements.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';
import type { OutgoingCall } from './pages/softphone-contract.ts';
import { type Kamailio, startKamailio } from './sip/kamailio.ts';
import { openSoftphone, type SipLibrary, type SoftphonePage } from './sip/softphone-page.ts';

/** The agent's softphone is of one library, the customer's of the other. */
const desks: [SipLibrary, SipLibrary][] = [
  ['jssip', 'sipjs'],
  ['sipjs', 'jssip'],
];
const elodie = '+33199004217';

for (const [agentLibrary, customerLibrary] of desks) {
  describe(`real calls on a ${agentLibrary} softphone`, () => {
    let kamailio: Kamailio;
    let stage: Stage;
    let elsewhere: Browser;
    let agent: SoftphonePage;
    let customer: SoftphonePage;
    let view: PanelView;

    before(async () => {
      [kamailio, stage, elsewhere] = await Promise.all([startKamailio(), setStage(), startPlainChromium()]);
      await stage.contact('Twin One', '+33199009001');
      await stage.contact('Twin Two', '+33199009002');
      await stage.contact('Olga Outward', '+33199009003');
      await stage.connect();
      const at = { pages: stage.pages.origin(), url: kamailio.url };
      agent = await openSoftphone(await stage.ringside.context.newPage(), {
        ...at,
        library: agentLibrary,
        user: 'agent',
      });
      customer = await openSoftphone(await elsewhere.newPage(), {
        ...at,
        library: customerLibrary,
        user: 'trunk',
      });
    });

    after(async () => {
      await elsewhere?.close();
      await stage?.stop();
      await kamailio?.stop();
    });

    afterEach(async (t) => {
      // The types know `passed` of the results only; a test that failed half-way leaves its call to nobody.
      if ((t as { passed?: boolean }).passed !== false) return;
      const state = await agent?.state();
      if (state === 'ringing' || state === 'active' || state === 'held') await hangsUp(customer);
    });

    const rings = async (call: Omit<OutgoingCall, 'number'>) => {
      await customer.call({ number: 'agent', ...call });
      await agent.reaches('ringing');
    };
    const hangsUp = async (side: SoftphonePage) => {
      await side.press('Hang up');
      await agent.reaches('ended');
      if (view !== undefined) await view.clearRail();
    };

    test('a known caller is on the card with nobody having touched the page; its button opens the panel', async () => {
      await rings({ from: elodie, displayName: 'E. Marchand', headers: ['X-Campaign: Field service'] });
      await until('the caller on the card', async () =>
        (await stage.ringside.cardText(agent.page)).includes('Élodie Marchand'),
      );
      const touched = await quietly<boolean>(
        stage.ringside.context,
        agent.page,
        'navigator.userActivation.hasBeenActive',
      );
      assert.equal(touched, false, 'the page was touched, so this proves nothing');

      const card = await stage.ringside.card(agent.page);
      await card.getByRole('button', { name: 'Open panel' }).click();
      view = panelView(await stage.ringside.panel());
      await view.heads('Élodie Marchand');
      await view.railHolds(1);
      await until(
        'the card to leave once the panel is open',
        async () => !(await stage.ringside.cardShown(agent.page)),
      );
    });

    test('answered, held and resumed it stays one interaction and is not announced again', async () => {
      const heard = await announcements(view.where);
      await agent.press('Answer');
      await Promise.all([agent.hears(), customer.hears()]);
      await agent.press('Hold');
      await agent.reaches('held');
      await until('the rail to say that it is held', async () => /held/i.test((await view.rail()).join()));
      await agent.press('Resume');
      await agent.reaches('active');
      await until(
        'the rail to say that it is live again',
        async () => !/held/i.test((await view.rail()).join()),
      );
      await view.railHolds(1);
      await view.heads('Élodie Marchand');
      assert.deepEqual(
        (await heard()).filter((text) => text.includes('Marchand')),
        [],
      );
      await hangsUp(customer);
    });

    test('the campaign header decides which sections are seen', async () => {
      await rings({ from: elodie, headers: ['X-Campaign: Field service'] });
      await view.heads('Élodie Marchand');
      await view.says(/Field service/);
      await view.button('Full view').click();
      await view.section('Service contract').waitFor();
      await hangsUp(customer);

      await rings({ from: elodie, headers: ['X-Campaign: Billing'] });
      await view.says(/Billing/);
      await view.heads('Élodie Marchand');
      assert.equal(await view.section('Service contract').count(), 0);
      await hangsUp(customer);
    });

    test('a number of two contacts is a list; nobody is chosen until the agent does, by key', async () => {
      await rings({ from: '+442079460123' });
      await view.matching.waitFor();
      assert.ok((await view.matching.getByRole('button').count()) >= 2);
      assert.match(await view.head(), /7946 ?0123/);
      const first = (await view.matching.getByRole('button').first().locator('b').textContent()) ?? '';
      await view.press('1', async () => (await view.head()) === first);
      await hangsUp(customer);
    });

    test('an unknown number offers a new contact with number and name filled in, and it is created once', async () => {
      const before = stage.proxy.writes().length;
      await rings({ from: '+33199009100', displayName: 'Nadia Nouvelle' });
      await view.newContact.waitFor();
      assert.equal(await view.field('Name').inputValue(), 'Nadia Nouvelle');
      assert.match(await view.field('Phone').inputValue(), /1 ?99 ?00 ?91 ?00/);
      await view.create('Nadia Nouvelle');
      await view.heads('Nadia Nouvelle');
      assert.equal(stage.proxy.writes().length, before + 1);
      await hangsUp(customer);

      await rings({ from: '+33199009100' });
      await view.heads('Nadia Nouvelle');
      await hangsUp(customer);
    });

    test('somebody else is chosen by hand, takes the number from its owner, and gives it back on Undo', async () => {
      await rings({ from: '+33199009001' });
      await view.heads('Twin One');
      await view.button('Not this person').click();
      await view.choose('Twin Two', 'Twin Two');
      await view.heads('Twin Two');
      await view.assign.getByRole('button', { name: 'Move it' }).click();
      await view.button('Undo').waitFor();
      assert.deepEqual(await stage.owners('+33199009001'), ['Twin Two']);
      await view.button('Undo').click();
      await until(
        'the number to be back with its owner',
        async () => (await stage.owners('+33199009001')).join() === 'Twin One',
      );
      await hangsUp(customer);
    });

    test('a withheld number is not looked up', async () => {
      const before = stage.proxy.seen.length;
      await rings({ anonymous: true });
      await view.heads('Number withheld');
      await view.search.waitFor();
      assert.equal(await view.assign.count(), 0);
      assert.deepEqual(
        stage.proxy.seen.slice(before).filter(({ url }) => url.includes('/contacts')),
        [],
      );
      await hangsUp(customer);
    });

    test('a call the caller gives up, and one the agent rejects, leave the rail', async () => {
      await rings({ from: '+33199009002' });
      await view.heads('Twin Two');
      await hangsUp(customer);
      await view.railHolds(0);
      await rings({ from: '+33199009002' });
      await view.heads('Twin Two');
      await hangsUp(agent);
      await view.railHolds(0);
    });

    test('an outbound call shows who is being called', async () => {
      await agent.page.getByLabel('Number').fill('+33199009003');
      await agent.page.getByRole('button', { name: 'Call', exact: true }).click();
      await customer.reaches('ringing');
      await view.heads('Olga Outward');
      await customer.press('Answer');
      await agent.reaches('active');
      await view.heads('Olga Outward');
      await hangsUp(agent);
    });
  });
}
