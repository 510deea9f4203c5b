import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { reply, startReplayServer } from '../lib/crms/http/replay-server-for-tests.ts';
import { until } from '../scripts/process/until.ts';
import { axe } from './harness/browser/axe.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

const elodie = '+33199004217';
const example = new URL('../lib/crms/espocrm/example.json', import.meta.url);

/** EspoCRM as it was recorded: one contact, whose role may create or not. */
async function startEspo() {
  const { steps } = JSON.parse(await readFile(example, 'utf8'));
  const answerOf = (step: string, index = 0) => steps[step].exchanges[index].response.body;
  const server = await startReplayServer();
  const rights = { create: 'yes' };
  server.answerWith((request, ...rest) => {
    const { pathname } = new URL(request.url, server.baseUrl);
    const bodies: Record<string, unknown> = {
      '/api/v1/App/user': { ...answerOf('session'), acl: { table: { Contact: rights } } },
      '/api/v1/Metadata': answerOf('workspace'),
      '/api/v1/I18n': answerOf('workspace', 1),
      '/api/v1/Contact': { total: 1, list: [answerOf('getContact')] },
      '/api/v1/Contact/6b00bf1c8226dc3c2': answerOf('getContact'),
    };
    const body = request.headers['x-api-key'] === 'right-key' ? bodies[pathname] : undefined;
    reply(body === undefined ? 401 : 200, body ?? '')(request, ...rest);
  });
  return { server, rights };
}

describe('connecting a CRM', () => {
  let stage: Stage;
  let espo: Awaited<ReturnType<typeof startEspo>>;
  let options: Page;

  before(async () => {
    [stage, espo] = await Promise.all([setStage(), startEspo()]);
    options = await stage.ringside.context.newPage();
    await options.setViewportSize({ width: 1280, height: 900 });
    await options.goto(stage.ringside.url('options.html#crms'));
  });

  after(async () => {
    await stage?.stop();
  });

  const box = (name: string) => options.getByRole('textbox', { name, exact: true });
  const textOf = async (part: Locator) => (await part.textContent()) ?? '';
  const verdict = () => textOf(options.getByRole('region', { name: 'Test' }));
  const status = () => textOf(options.locator('.notes [role=status]'));
  const says = (words: RegExp) =>
    until(`${words} on the status line`, async () => words.test(await status()));
  const stored = () =>
    options.evaluate(async () => {
      const { chrome } = window as unknown as {
        chrome: { storage: { local: { get(key: null): Promise<Record<string, unknown>> } } };
      };
      return JSON.stringify(await chrome.storage.local.get(null));
    });

  test('the panel’s buttons bring the options page to the field that is to be filled in', async () => {
    const focused = () => options.evaluate(() => `${location.hash} ${document.activeElement?.id}`);
    const panel = await stage.ringside.context.newPage();
    await panel.goto(stage.ringside.url('sidepanel.html'));
    await options.goto(stage.ringside.url('options.html#view'));
    await panelView(panel).button('Connect a CRM').click();
    await until('the address of the CRM', async () => (await focused()) === '#crms crm-baseUrl');

    // What no host is called goes nowhere, in the words of a person.
    await options.goto(stage.ringside.url('options.html#hosts'));
    for (const address of ['*.example.com', 'https://*.example.com/', 'https://a b.com', 'desk']) {
      await options.getByLabel('Host address').fill(address);
      await options.getByLabel('Host address').press('Enter');
      await until(
        `${address} to be refused`,
        async () => (await options.getByLabel('Host address').getAttribute('aria-invalid')) === 'true',
      );
    }
    assert.doesNotMatch(await stored(), /example|a%20b|desk/);

    // A key that the CRM refuses is a step to be done again, and takes nothing away.
    await options.goto(stage.ringside.url('options.html#crms'));
    await box('Address').fill(stage.crm.url);
    await options.locator('#crm-credential').fill('mistyped');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await panelView(panel).says('Companion CRM did not accept the key. It may be mistyped.');
    assert.doesNotMatch((await panel.textContent('body')) ?? '', /deleted|Nothing is lost/);
    await options.goto(stage.ringside.url('options.html#view'));
    await panelView(panel).button('Type the key again').click();
    await until('the key of the CRM', async () => (await focused()) === '#crms crm-credential');
    await options.locator('#crm-credential').fill(stage.crm.token);
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await says(/Saved/);
    await panelView(panel).button('Connect a host').click();
    await until('the address of the host', async () => (await focused()) === '#hosts host-address');
    await panel.close();
    await options.goto(stage.ringside.url('options.html#crms'));
  });

  test('connects the companion server from the keyboard alone', async () => {
    const choice = options.getByLabel('CRM', { exact: true });
    assert.equal(await textOf(choice.locator('option:checked')), 'Companion CRM');
    await choice.focus();
    await options.keyboard.press('Tab');
    await options.keyboard.type(stage.crm.url.replace('http://', ''));
    await options.keyboard.press('Tab');
    await options.keyboard.type(stage.crm.token);
    await options.keyboard.press('Enter');
    await says(/Saved\. Everything works/);
    const lines = await verdict();
    assert.match(lines, /Signed in as Service/);
    assert.match(lines, /Contacts can be created/);
    assert.match(lines, /… is found by ⁦.*\d.*⁩/u);
    assert.doesNotMatch(await stored(), new RegExp(stage.crm.token));
    assert.deepEqual(await axe(options), []);
  });

  test('arranges fields by hand, and a view that is open shows it at once and keeps what is typed', async () => {
    const { ringside, pages } = stage;
    await ringside.connect({ hosts: [pages.origin()], crm: { url: stage.crm.url, token: stage.crm.token } });
    const host = await openHostPage(ringside.context, pages);
    const panel = await ringside.context.newPage();
    await panel.goto(ringside.url('sidepanel.html'));
    const view = panelView(panel);
    await host.interaction(phoneCall('arranged', elodie, { state: 'active' }));
    await view.heads('Élodie Marchand');
    const title = panel.locator('[data-edit="jobTitle"]');
    if ((await title.count()) === 0) await view.button('Full view').click();
    await title.click();
    const typing = panel.locator('.fields input:focus, .fields textarea:focus');
    await typing.fill('Half a tit');

    await options.goto(ringside.url('options.html#fields'));
    const grip = (name: string) => options.getByRole('button', { name: `Move ${name}`, exact: true });
    await grip('Phone').waitFor();
    assert.deepEqual(await axe(options), []);
    const fields = options.getByRole('list', { name: 'Fields of Details' });
    const order = () => fields.locator('.name bdi').allInnerTexts();
    const [first, second] = await order();
    assert.ok(first && second);
    await grip(second).locator('xpath=ancestor::li').dragTo(grip(first).locator('xpath=ancestor::li'));
    await until('the second field to stand first', async () => (await order())[0] === second);
    await grip(second).focus();
    await options.keyboard.press('ArrowDown');
    assert.deepEqual((await order()).slice(0, 2), [first, second]);
    const name = options.getByLabel('Name of the section').first();
    await name.fill('Who it is');
    await options.keyboard.press('Enter');
    await says(/Saved\. Views that are open show it already/);

    await view.section('Who it is').waitFor();
    assert.equal(await typing.inputValue(), 'Half a tit');
    await options.getByRole('button', { name: 'Back to Companion CRM’s own' }).click();
    await view.section('Details').waitFor();
    assert.equal(await typing.inputValue(), 'Half a tit');
  });

  test('says plainly that a key is wrong, keeps what was typed, and then connects another CRM', async () => {
    await options.goto(stage.ringside.url('options.html#crms'));
    await options.getByLabel('CRM', { exact: true }).selectOption({ label: 'EspoCRM' });
    await box('Address').fill(espo.server.baseUrl);
    await box('Key').fill('wrong-key');
    await options.getByLabel('Country of national numbers').selectOption('FR');
    await options.getByRole('button', { name: 'Test' }).click();
    await says(/The key is refused/);
    assert.equal(await box('Key').inputValue(), 'wrong-key');
    assert.match(await verdict(), /The address answers[\s\S]*Creating[\s\S]*not tried/);

    await box('Key').fill('right-key');
    await options.getByRole('button', { name: 'Test again' }).click();
    await says(/Everything works/);
    const lines = await verdict();
    assert.match(lines, /Signed in as screenpop/);
    // Stored as +33639980001, looked up as it is typed in France.
    assert.match(lines, /Test900001 U… is found by ⁦06 39 98 00 01⁩/u);
    assert.match(lines, /Contacts can be created/);
    assert.match(
      await textOf(options.getByRole('region', { name: 'What to know about EspoCRM' })),
      /Tried on the running product[\s\S]*Cannot hold Instagram[\s\S]*Takes searches in the address/,
    );
  });

  test('says that reading works and creating does not, saves all the same, and disconnects', async () => {
    espo.rights.create = 'no';
    await options.getByRole('button', { name: 'Save' }).click();
    await says(/Saved, but the test failed: Reading works, creating does not/);
    assert.match(await stored(), /"espocrm"/);
    assert.ok(espo.server.seen.every(({ method }) => method === 'GET'));
    await options.getByRole('button', { name: 'Remove', exact: true }).click();
    await options.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await says(/EspoCRM was removed/);
    assert.doesNotMatch(await stored(), /espocrm|right-key/);
  });

  test('says that nobody answers at an address', async () => {
    const { baseUrl } = espo.server;
    await espo.server.close();
    await options.getByLabel('CRM', { exact: true }).selectOption({ label: 'EspoCRM' });
    await box('Address').fill(baseUrl);
    await box('Key').fill('right-key');
    await options.getByLabel('Country of national numbers').selectOption('FR');
    await options.getByRole('button', { name: /^Test/ }).click();
    await says(/does not answer/);
    assert.deepEqual(await axe(options), []);
  });

  test('complains of nothing', () => {
    assert.deepEqual(
      stage.ringside.complaints.filter((line) => !/401|ERR_CONNECTION_REFUSED/.test(line)),
      [],
    );
  });
});
