import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/process/until.ts';
import type { Desk } from '../harness/desk/desk.ts';
import { crmWorks, fillInCrm } from '../harness/pages/connect-crm.ts';
import { phoneCall } from '../harness/pages/host-page.ts';
import type { Where } from '../harness/pages/spot.ts';

const elodie = '+33199004217';

/** From nothing to a call that is shown, by the forms of the options page. */
export function optionsFlow(browser: string, deskOf: () => Desk): void {
  let options: Where;
  const status = () => options.locator('.notes [role=status]').textContent();
  const says = (words: RegExp) =>
    until(`${words} on the status line`, async () => {
      const now = (await status()) ?? '';
      return words.test(now) || Promise.reject(new Error(now));
    });

  test(`in ${browser} a key that the CRM refuses is said line by line, and what was typed stays`, async () => {
    const { servers, openOptions } = deskOf();
    options = await openOptions('crms');
    await fillInCrm(options, 'Companion CRM', { Address: servers.proxy.url, Key: 'mistyped' });
    await says(/Saved, but the test failed: .*key is refused/i);
    const verdict = (await options.getByRole('region', { name: 'Test' }).textContent()) ?? '';
    assert.match(verdict, /The address answers[\s\S]*not tried/);
  });

  test(`in ${browser} the right key connects it, and the test says line by line what works, reading alone`, async () => {
    const { servers } = deskOf();
    await options.getByLabel('Key', { exact: true }).fill(servers.crm.token);
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await says(/Saved\. Everything works/);
    const lines = await crmWorks(options);
    assert.match(lines, /The address answers/);
    assert.match(lines, /Signed in as Service/);
    assert.match(lines, /… is found by ⁦.*\d.*⁩/u);
    assert.match(lines, /Contacts can be created/);
    assert.deepEqual(servers.proxy.writes(), []);
  });

  test(`in ${browser} a host is connected by its address, and its next call is shown`, async () => {
    const { servers, openOptions, openHost, openPanel } = deskOf();
    options = await openOptions('hosts');
    await options.getByLabel('Host address').fill(`${servers.pages.origin()}/any/page?of=it`);
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await says(/is connected/);
    await options.getByRole('list', { name: 'Connected hosts' }).getByText('Connected').first().waitFor();
    const host = await openHost('/by-forms');
    const view = await openPanel();
    await host.interaction(phoneCall('by-forms', elodie));
    await view.heads('Élodie Marchand');
    await host.endAll();
  });
}
