import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { until } from '../scripts/process/until.ts';
import type { DeskHost, DeskView } from './harness/desk/desk.ts';
import { type FirefoxDesk, startFirefoxDesk } from './harness/desk/firefox-desk.ts';
import { backgroundLife, endBackground } from './harness/firefox/event-page.ts';
import { ended, phoneCall } from './harness/pages/host-page.ts';

const number = '+442079463301';
const patient = { within: 30_000 };

/**
 * Firefox has an event page where Chromium has a service worker, and ends it when it has been idle, whatever Ports lead to it:
 * after 30 seconds, here after one.
 */
describe('the event page of Firefox', () => {
  let desk: FirefoxDesk;
  let host: DeskHost;
  let view: DeskView;

  before(async () => {
    desk = await startFirefoxDesk({ prefs: { 'extensions.background.idle.timeout': 1_000 } });
    await desk.servers.contact('Eve Event', number, { fields: { jobTitle: 'Buyer' } });
    await desk.connect();
  });

  after(() => desk?.stop());

  const life = () => backgroundLife(desk.firefox);
  /** Waits until Firefox has ended this life by itself, and another one has begun. */
  const anotherThan = (former: number | null) =>
    until(
      'another life of the event page',
      async () => {
        const now = await life();
        return now !== null && now !== former && now;
      },
      patient,
    );
  const says = (state: RegExp) =>
    until(`the rail to say ${state}`, async () => {
      const now = (await view.rail()).join(' | ');
      return state.test(now) || Promise.reject(new Error(now));
    });

  test('is gone while nothing is open, and a call brings it back', async () => {
    await until('it to be gone', async () => (await life()) === null, patient);
    host = await desk.openHost('/event-page');
    await host.interaction(phoneCall('idle', number));
    await until('the caller on the card', async () => (await host.card.text()).includes('Eve Event'));
  });

  test('is ended again and again in the middle of a call, which goes on, and whose end arrives', async () => {
    view = await desk.openPanel();
    await view.heads('Eve Event');
    const first = await life();
    await host.interaction(phoneCall('idle', number, { sequence: 1, state: 'active' }));
    await says(/active/i);
    const second = await anotherThan(first);
    await host.interaction(phoneCall('idle', number, { sequence: 2, state: 'held' }));
    await says(/held/i);
    await anotherThan(second);
    await view.heads('Eve Event');
    await view.railHolds(1);
    // At the very moment in which nobody is there to hear it.
    await endBackground(desk.firefox);
    await host.interaction(phoneCall('idle', number, { sequence: 3, ...ended }));
    await says(/finished/i);
    await until('the badge to be gone', async () => (await desk.badge()) === '');
    await view.heads('Eve Event');
    await view.clearRail();
  });

  test('loses no write that it had under way, though the panel is closed too, and the CRM gets it once', async () => {
    const { proxy, crm } = desk.servers;
    await host.interaction(phoneCall('write', number, { state: 'active' }));
    await view.heads('Eve Event');
    await view.button('Full view').click();
    await view.edit('job title');
    const typing = view.contact.getByLabel('Job title');
    await typing.fill('Head of buying');
    proxy.fail(({ method }) => (method === 'PATCH' ? { kind: 'silence' } : undefined));
    await typing.press('Enter');
    await until('the write to be under way', () => proxy.writes().length > 0);
    await (await desk.firefox.opened(desk.firefox.url('sidepanel.html'))).close();
    await endBackground(desk.firefox);
    proxy.fail(undefined);
    const jobTitles = async () => {
      const identifier = { kind: 'phone', value: number };
      const { contacts } = await crm.api<{ contacts: Contact[] }>('POST', '/contacts/lookup', { identifier });
      return contacts.map(({ fields }) => fields.jobTitle).join();
    };
    await until('the CRM to have it', async () => (await jobTitles()) === 'Head of buying', patient);
    view = await desk.openPanel();
    await view.heads('Eve Event');
    await view.says('Head of buying');
    const answered = proxy.writes().filter(({ status }) => status !== undefined);
    assert.deepEqual(
      answered.map(({ method, status }) => `${method} ${status}`),
      ['PATCH 200'],
    );
    // Sent again by the next life, under the key of the first.
    assert.equal(new Set(proxy.writes().map(({ idempotencyKey }) => idempotencyKey)).size, 1);
    assert.deepEqual(await desk.complaints(), []);
  });
});
