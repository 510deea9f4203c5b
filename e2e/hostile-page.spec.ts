import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openHostPage, phoneCall } from './harness/host-page.ts';
import { type PanelView, panelView } from './harness/panel-view.ts';
import { quietly } from './harness/quietly.ts';
import { random } from './harness/random.ts';
import { type Stage, setStage } from './harness/stage.ts';

const known = '+442079460601';

describe('a hostile host page', () => {
  let stage: Stage;
  let view: PanelView;

  before(async () => {
    stage = await setStage();
    await stage.contact('Hal Honest', known);
    await stage.connect();
    view = panelView(await stage.ringside.openPanel());
  });

  after(() => stage?.stop());

  test('10,000 mutated events write nothing to the CRM, stay in the lookup budget and break nothing', async () => {
    const { context } = stage.ringside;
    const host = await openHostPage(context, stage.pages);
    const before = stage.proxy.seen.length;
    const { seed } = random();
    console.log(`hostile page: SEED=${seed}`);
    await quietly(context, host.page, `(${storm})(${seed}, 10000)`);

    // What is said after the storm is dealt with after it.
    await host.page.close();
    const calm = await openHostPage(context, stage.pages, { path: '/calm' });
    await calm.interaction(phoneCall('calm', known, { state: 'active' }));
    await calm.focus('calm');
    const tab = view.interactions.getByRole('button').filter({ hasText: 'Hal Honest' });
    await tab.first().waitFor({ state: 'attached', timeout: 90_000 });

    assert.deepEqual(stage.proxy.writes(), []);
    const lookups = stage.proxy.seen.slice(before).filter(({ url }) => url.startsWith('/api/contacts'));
    console.log(`hostile page: ${lookups.length} lookups`);
    assert.ok(lookups.length >= 10, `only ${lookups.length} lookups: the storm was not heard`);
    assert.ok(lookups.length <= 180, `${lookups.length} lookups for one page`);
    assert.deepEqual(stage.ringside.complaints, []);
  });
});

/** Runs in the page: many kinds of events about thousands of numbers, a third of them damaged. */
const storm = `async (seed, count) => {
  let state = seed >>> 0;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  const one = (list) => list[below(list.length)];
  const junk = [null, '', -1, [], {}, 'x'.repeat(600), '<script>1</script>', { __proto__: null }];
  for (let index = 0; index < count; index += 1) {
    const interaction = {
      id: 'storm-' + below(2000),
      channel: one(['phone', 'chat', 'email', 'sms', 'whatsapp', 'nonsense']),
      direction: one(['inbound', 'outbound', 'internal']),
      state: one(['pending', 'offered', 'active', 'held', 'finished', 'closed']),
      clientId: { kind: 'phone', value: '+4420794' + String(60000 + below(5000)) },
      contactId: below(4) === 0 ? String(below(500)) : undefined,
      campaign: { name: one(['Billing', 'Sales', 'Nobody']) },
      sequence: below(50),
    };
    if (below(3) === 0) interaction[one(Object.keys(interaction))] = one(junk);
    const type = one(['interaction', 'interaction', 'interaction', 'focus', 'inbox', 'event', 'command', 'hello']);
    window.postMessage(
      { protocol: 'ringside', version: 1, type, interaction, interactionId: interaction.id, mode: one(['full', 'x']),
        event: { id: String(index), interactionId: interaction.id, type: 'resolved', at: new Date().toISOString() },
        command: 'contact.create', requestId: String(index) },
      location.origin,
    );
    if (index % 250 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}`;
