import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../../scripts/process/until.ts';
import type { Desk, DeskHost, DeskView } from '../harness/desk/desk.ts';
import { phoneCall } from '../harness/pages/host-page.ts';

const known = '+442079463201';
const fresh = '+442079463202';
const strange = '+442079463203';

/** What an agent writes: a field, a new contact, a number to a contact and back. Each is one request to the CRM. */
export function writeFlow(browser: string, deskOf: () => Desk): void {
  let host: DeskHost;
  let view: DeskView;
  let contactId: string;
  /** How the requests that change something were addressed, since `from`. */
  const writes = (from: number) =>
    deskOf()
      .servers.proxy.writes()
      .slice(from)
      .map(({ method, url, status }) => `${method} ${url} ${status}`);
  const written = () => deskOf().servers.proxy.writes().length;

  before(async () => {
    const { servers, connect, openHost, openPanel } = deskOf();
    const contact = await servers.contact('Wanda Writer', known, { fields: { jobTitle: 'Buyer' } });
    contactId = contact.id;
    await connect();
    host = await openHost('/writes');
    view = await openPanel();
  });

  test(`in ${browser} a field is edited in its place, and written once`, async () => {
    const from = written();
    await host.interaction(phoneCall('edit', known, { state: 'active' }));
    await view.heads('Wanda Writer');
    await view.button('Full view').click();
    await view.edit('job title');
    const typing = view.contact.getByLabel('Job title');
    assert.equal(await typing.inputValue(), 'Buyer');
    await typing.fill('Head of buying');
    await typing.press('Enter');
    await view.says('Head of buying');
    await until('the CRM to have it', async () => {
      const { fields } = await deskOf().servers.crm.api<{ fields: { jobTitle: string } }>(
        'GET',
        `/contacts/${contactId}`,
      );
      return fields.jobTitle === 'Head of buying' || Promise.reject(new Error(fields.jobTitle));
    });
    assert.deepEqual(writes(from), [`PATCH /api/contacts/${contactId} 200`]);
    await view.button('Reduced view').click();
    await host.endAll();
    await view.clearRail();
  });

  test(`in ${browser} an unknown number becomes a contact with the name that the call told, once`, async () => {
    const from = written();
    await host.interaction(phoneCall('create', fresh, { state: 'active', displayName: 'Nadia Nouvelle' }));
    await view.newContact.waitFor();
    assert.equal(await view.field('Name').inputValue(), 'Nadia Nouvelle');
    assert.match(await view.field('Phone').inputValue(), /7946 ?3202/);
    await view.create('Nadia Nouvelle-Exemple');
    await view.heads('Nadia Nouvelle-Exemple');
    assert.deepEqual(writes(from), ['POST /api/contacts 201']);
    assert.deepEqual(await deskOf().servers.owners(fresh), ['Nadia Nouvelle-Exemple']);
    await host.endAll();
    await view.clearRail();
  });

  test(`in ${browser} an unknown number is assigned to whoever is chosen, once, and taken back by Undo, once`, async () => {
    const from = written();
    await host.interaction(phoneCall('assign', strange, { state: 'active' }));
    await view.newContact.waitFor();
    await view.choose('Wanda', 'Wanda Writer');
    await view.heads('Wanda Writer');
    await view.assign.getByRole('button', { name: 'Assign', exact: true }).click();
    await view.button('Undo').waitFor();
    assert.deepEqual(await deskOf().servers.owners(strange), ['Wanda Writer']);
    assert.equal(writes(from).length, 1);
    await view.button('Undo').click();
    await view.says('Undone');
    assert.deepEqual(await deskOf().servers.owners(strange), []);
    assert.deepEqual(await deskOf().servers.owners(known), ['Wanda Writer']);
    assert.equal(writes(from).length, 2);
    await host.endAll();
    await view.clearRail();
  });
}
