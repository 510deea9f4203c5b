import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { openConverse } from './xmpp/converse-page.ts';
import { type Customer, startCustomer } from './xmpp/customer.ts';
import { type Prosody, startProsody } from './xmpp/prosody.ts';

/** converse.js and Prosody: two readers see each chat, and it is one interaction. */
let stage: Stage;
let prosody: Prosody;
let view: PanelView;
let page: Page;
let ann: Customer;
let bob: Customer;
const agent = 'agent@localhost';

before(async () => {
  [stage, prosody] = await Promise.all([setStage(), startProsody(['agent', 'ann', 'bob'])]);
  await stage.contact('Ann Chatter', '+33199008001', {
    identifiers: [{ kind: 'username', value: 'ann@localhost' }],
  });
  await stage.contact('Bob Chatter', '+33199008002', {
    identifiers: [{ kind: 'username', value: 'bob@localhost' }],
  });
  await stage.connect();
  view = panelView(await stage.ringside.openPanel());
  [ann, bob] = await Promise.all([startCustomer(prosody.url, 'ann'), startCustomer(prosody.url, 'bob')]);
  ann.writes('words of last night', agent);
  page = await stage.ringside.context.newPage();
  await openConverse(page, stage.pages, prosody, 'agent');
});

after(async () => {
  ann?.stop();
  bob?.stop();
  await stage?.stop();
  await prosody?.stop();
});

const box = (jid: string) => page.locator(`converse-chat[jid="${jid}"]`);
const says = (text: RegExp) =>
  until(`the rail to say ${text}`, async () => text.test((await view.rail()).join(' | ')));

test('a chat comes in: the customer is known by the address, and it is one interaction', async () => {
  ann.writes('hello', agent);
  await view.heads('Ann Chatter');
  await view.railHolds(1);
});

test('the agent answers: it is active, and still one', async () => {
  const before = (await view.rail()).join();
  await page.locator('a.open-chat[data-jid="ann@localhost"]').first().click();
  await box('ann@localhost').locator('textarea.chat-textarea').fill('good morning');
  await box('ann@localhost').locator('textarea.chat-textarea').press('Enter');
  await ann.reads('good morning');
  await until('the rail to say so', async () => (await view.rail()).join() !== before);
  await view.railHolds(1);
  await view.heads('Ann Chatter');
});

test('a second chat is a second interaction', async () => {
  bob.writes('me too', agent);
  await says(/Bob/);
  await view.railHolds(2);
  ann.writes('are you there?', agent);
  // What comes after the box was closed would rightly be a chat of its own.
  await box('ann@localhost').getByText('are you there?').first().waitFor({ state: 'attached' });
  await view.railHolds(2);
});

test('the box that the agent closes is over, the other goes on', async () => {
  // Stands in a menu.
  await box('ann@localhost').locator('.close-chatbox-button').first().dispatchEvent('click');
  await says(/Ann Chatter\s*Finished/);
  assert.match((await view.rail()).join(' | '), /Bob/);
});

test('a customer who leaves ends the chat', async () => {
  bob.leaves(agent);
  await until('Bob to be off the rail', async () => !/Bob/.test((await view.rail()).join()));
  await view.clearRail();
  await view.railHolds(0);
});
