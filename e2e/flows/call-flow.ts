import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../scripts/process/until.ts';
import type { Desk, DeskHost, DeskView } from '../harness/desk/desk.ts';
import { ended, phoneCall } from '../harness/pages/host-page.ts';
import { looksUp } from '../harness/servers/crm-proxy.ts';

const elodie = '+33199004217';
const first = '+442079463101';
const second = '+442079463102';

/** A call pops on the card of its page; from there to the panel, which follows it, a second one, and another person. */
export function callFlow(browser: string, deskOf: () => Desk): void {
  let host: DeskHost;
  let view: DeskView;
  const lookups = (number: string) => deskOf().servers.proxy.seen.filter(looksUp(number)).length;
  const badgeIs = (text: string) =>
    until(`the badge "${text}"`, async () => {
      const now = await deskOf().badge();
      return now === text || Promise.reject(new Error(`"${now}"`));
    });

  test(`in ${browser} a call shows its person on the card of the page, asked of the CRM once, and counts on the button`, async () => {
    const { servers, connect, openHost } = deskOf();
    await servers.contact('Fiona First', first, { fields: { jobTitle: 'Buyer' } });
    await servers.contact('Sami Second', second);
    await connect();
    host = await openHost('/calls');
    await host.interaction(phoneCall('pop', elodie));
    const card = await until('the caller on the card', async () => {
      const text = await host.card.text();
      return text.includes('Élodie Marchand') ? text : Promise.reject(new Error(text || 'no card'));
    });
    assert.match(card, /Ringing/);
    assert.match(card, /Phone matched exactly · Companion CRM/);
    await badgeIs('1');
    assert.equal(lookups(elodie), 1);
  });

  test(`in ${browser} the button of the card opens the panel with that person, and the card leaves`, async () => {
    view = await host.card.openPanel();
    await view.heads('Élodie Marchand');
    await view.says('Phone matched exactly');
    await view.railHolds(1);
    await until('the card to leave', async () => (await host.card.text()) === '');
  });

  test(`in ${browser} the panel follows the call to its end, which takes the badge away`, async () => {
    const says = (state: RegExp) =>
      until(`the rail to say ${state}`, async () => {
        const now = (await view.rail()).join(' | ');
        return state.test(now) || Promise.reject(new Error(now));
      });
    await says(/ringing/i);
    await host.interaction(phoneCall('pop', elodie, { sequence: 1, state: 'active' }));
    await says(/active/i);
    await host.interaction(phoneCall('pop', elodie, { sequence: 2, state: 'held' }));
    await says(/held/i);
    await host.interaction(phoneCall('pop', elodie, { sequence: 3, ...ended }));
    await says(/finished/i);
    await badgeIs('');
    await view.heads('Élodie Marchand');
    await view.clearRail();
  });

  test(`in ${browser} a second call stands beside the first, and the panel goes from one to the other and back`, async () => {
    await host.interaction(phoneCall('first', first, { state: 'active' }));
    await view.heads('Fiona First');
    await host.interaction(phoneCall('second', second));
    await view.railHolds(2);
    await badgeIs('2');
    await view.tab('Sami Second').click();
    await view.heads('Sami Second');
    await view.tab('Fiona First').click();
    await view.heads('Fiona First');
    await host.interaction(
      phoneCall('second', second, { sequence: 1, state: 'finished', endReason: 'missed' }),
    );
    await view.railHolds(1);
    await badgeIs('1');
  });

  test(`in ${browser} Not this person takes the match away, and whoever is searched for and chosen takes the place`, async () => {
    await view.button('Not this person').click();
    await until('nobody to be shown as the caller', async () => /7946 ?3101/.test(await view.head()));
    await view.choose('Sami', 'Sami Second');
    await view.heads('Sami Second');
    await view.says('Chosen by you');
    assert.deepEqual(await deskOf().servers.owners(first), ['Fiona First']);
    assert.deepEqual(deskOf().servers.proxy.writes(), []);
    await host.endAll();
    await view.clearRail();
  });
}
