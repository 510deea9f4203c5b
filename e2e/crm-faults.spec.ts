import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { connectCrm } from './harness/pages/connect-crm.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import { startThreeSlotCrm, type ThreeSlotCrm } from './harness/servers/three-slot-crm.ts';
import { type Stage, setStage } from './harness/stage.ts';

const known = '+442079460601';

describe('what the agent sees of a CRM in trouble', () => {
  let stage: Stage;
  let view: PanelView;
  let host: HostPage;
  let full: ThreeSlotCrm;

  before(async () => {
    stage = await setStage();
    await stage.contact('Kim Known', known);
    // Always asked again, so that each ring meets the CRM as it is.
    await stage.connect({ settings: { cache: { freshMinutes: 0, staleHours: 8, missSeconds: 0 } } });
    host = await openHostPage(stage.ringside.context, stage.pages);
    view = panelView(await stage.ringside.openPanel());
    await rings('first', known);
    await view.heads('Kim Known');
    await host.endAll();
    await view.clearRail();
  });

  afterEach(async () => {
    stage.proxy.fail(undefined);
    stage.proxy.rewrite(undefined);
    await host.endAll();
    await view.clearRail();
  });

  after(async () => {
    await stage?.stop();
    await full?.stop();
  });

  const rings = (id: string, number: string) => host.interaction(phoneCall(id, number, { state: 'active' }));
  const text = async () => (await view.where.locator('body').textContent()) ?? '';

  test('slow: it says where it looks, the search works meanwhile, and the contact comes', async () => {
    const number = '+442079460602';
    await stage.contact('Slow Sally', number);
    const slow = stage.proxy.holdReply(looksUp(number));
    await rings('slow', number);
    await slow.arrived;
    await view.says(/Looking in Companion CRM/);
    assert.match(await view.head(), /7946 ?0602/);
    await view.search.fill('Kim');
    await view.results.getByRole('option').filter({ hasText: 'Kim Known' }).waitFor();
    await view.search.fill('');
    await view.search.press('Escape');
    slow.release();
    await view.heads('Slow Sally');
  });

  test('dead: the saved copy with its age, and the CRM again by itself', async () => {
    stage.proxy.fail(() => ({ kind: 'closed' }));
    await rings('dead', known);
    await view.heads('Kim Known');
    await view.says(/Saved copy, /);
    await view.says(/does not answer/);
    await view.says(/Trying again/);
    stage.proxy.fail(undefined);
    await until('the copy to be the CRM’s word again', async () => !(await text()).includes('Saved copy'), {
      within: 30_000,
    });
    await view.heads('Kim Known');
  });

  test('asked too often: it says so, and waits as long as the CRM asks', async () => {
    const number = '+442079460603';
    await stage.contact('Busy Ben', number);
    const lookups = () => stage.proxy.seen.filter(looksUp(number)).length;
    stage.proxy.fail((request) =>
      looksUp(number)(request) ? { kind: 'status', status: 429, headers: { 'retry-after': '9' } } : undefined,
    );
    await rings('busy', number);
    await view.says(/is asked too often/);
    await view.says(/Trying again in [789] s/);
    assert.equal(await view.button('Try now').count(), 0);
    const asked = lookups();
    await view.says(/Trying again in [234] s/);
    assert.equal(lookups(), asked);
    stage.proxy.fail(undefined);
    await view.heads('Busy Ben');
  });

  test('signed out in the middle of typing: nobody is shown, the draft is kept and is there again', async () => {
    const number = '+442079460604';
    await rings('signed-out', number);
    await view.newContact.waitFor();
    await view.field('Name').fill('Dora Draft');
    stage.proxy.fail(() => ({ kind: 'status', status: 401 }));
    await rings('signed-out-2', '+442079460605');
    await view.says(/Signed out at/);
    await view.says('Nothing is lost');
    stage.proxy.fail(undefined);
    await stage.connect({ settings: { cache: { freshMinutes: 0, staleHours: 8, missSeconds: 0 } } });
    await view.tab(/0604/).click();
    await until(
      'what was typed to be there again',
      async () => (await view.field('Name').inputValue()) === 'Dora Draft',
    );
  });

  test('lagging: who was created a moment ago is found at the next ring though the CRM’s search is behind', async () => {
    const number = '+442079460606';
    await rings('lag', number);
    await view.newContact.waitFor();
    await view.create('Lena Late');
    await view.heads('Lena Late');
    await host.endAll();
    await view.clearRail();
    stage.proxy.rewrite((body) => (body.startsWith('{"contacts":') ? '{"contacts":[]}' : body));
    const before = stage.proxy.seen.filter(looksUp(number)).length;
    await rings('lag-2', number);
    await view.heads('Lena Late');
    await until('the CRM to have been asked', () => stage.proxy.seen.filter(looksUp(number)).length > before);
    await until('its answer to have been taken', async () => /just now/.test(await text()));
    assert.equal(await view.head(), 'Lena Late');
    assert.deepEqual(await stage.owners(number), ['Lena Late']);
  });

  test('changed by somebody else meanwhile: said with the newer value, and written over only when told to', async () => {
    const number = '+442079460607';
    const contact = await stage.contact('Vera Version', number, { fields: { jobTitle: 'Buyer' } });
    await rings('version', number);
    await view.heads('Vera Version');
    await view.button('Full view').click();
    await view.edit('job title');
    const typing = view.contact.getByLabel('Job title');
    await typing.fill('Head of buying');
    const changed = await fetch(`${stage.crm.url}/api/contacts/${contact.id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${stage.crm.token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'if-match': `"${contact.version}"`,
      },
      body: JSON.stringify({ fields: { jobTitle: 'Seller' } }),
    });
    assert.equal(changed.status, 200);
    await typing.press('Enter');
    await view.says(/Somebody else changed this. It is now “Seller”/);
    await view.button('Save mine').click();
    await until(
      'it to be saved',
      async () => (await text()).includes('Head of buying') && !(await text()).includes('Save mine'),
    );
  });

  test('full: a contact with no free place for a number says so, and nothing is changed', async () => {
    full = await startThreeSlotCrm([
      {
        id: '7',
        lastname: 'Fay Full',
        phone_pro: '020 7946 0701',
        phone_perso: '020 7946 0702',
        phone_mobile: '020 7946 0703',
      },
    ]);
    await connectCrm(stage.ringside, 'Dolibarr', {
      Address: full.url,
      Key: 'made-up-key',
      'Country of national numbers': 'United Kingdom',
    });
    await rings('full', '+442079460799');
    await view.newContact.waitFor();
    await view.choose('Fay', 'Fay Full');
    await view.heads('Fay Full');
    await view.assign.getByRole('button', { name: 'Assign', exact: true }).click();
    await view.says(/no free place in Dolibarr for one more. Remove one of those it has/);
    assert.deepEqual(full.writes, []);
    await view.assign.getByRole('button', { name: 'Not now' }).click();
  });
});
