import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { ended, type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** What an agent does with hands, counted: a click, a key pressed alone; typing a text is one, however long it is. */
interface Count {
  clicks: number;
  keys: number;
  texts: number;
}

/** Task → what it may take at most, by keyboard alone where there is a way. docs/performance.md has what it takes. */
const most: Record<string, number> = {
  'see who calls': 0,
  'see the next who rings, with one in front': 1,
  'choose among several': 1,
  'correct a job title': 3,
  'create an unknown caller': 3,
  'drop a wrong match, and choose another by name': 4,
  'copy a number': 1,
};

/** An hour at a desk, by the panel alone: each task as an agent meets it, and how many actions it takes. */
describe('an hour of an agent', () => {
  let stage: Stage;
  let host: HostPage;
  let panel: Page;
  let view: PanelView;
  const counted: Record<string, Count> = {};

  before(async () => {
    stage = await setStage();
    await stage.connect();
    await stage.contact('Right Person', '+442079461701');
    host = await openHostPage(stage.ringside.context, stage.pages);
    panel = await stage.ringside.openPanel();
    view = panelView(panel);
  });

  after(async () => {
    for (const [task, { clicks, keys, texts }] of Object.entries(counted))
      console.log(`${task}: ${clicks} clicks, ${keys} keys, ${texts} texts`);
    await stage?.stop();
  });

  const task = async (name: string, work: (hands: ReturnType<typeof handsOf>) => Promise<void>) => {
    const count: Count = { clicks: 0, keys: 0, texts: 0 };
    await work(handsOf(count));
    counted[name] = count;
    const all = count.clicks + count.keys + count.texts;
    assert.ok(all <= (most[name] ?? -1), `${name}: ${JSON.stringify(count)}`);
  };
  function handsOf(count: Count) {
    return {
      async key(key: string, done: () => Promise<boolean>) {
        count.keys += 1;
        await view.press(key, done);
      },
      async text(text: string) {
        count.texts += 1;
        await panel.keyboard.type(text);
      },
      async click(name: string) {
        count.clicks += 1;
        await view.button(name).first().click({ force: true });
      },
    };
  }
  let calls = 0;
  const rings = async (number: string, state: 'offered' | 'active' = 'active') => {
    const id = `hour-${++calls}`;
    await host.interaction(phoneCall(id, number, { state }));
    return () => host.interaction(phoneCall(id, number, ended));
  };
  const heads = (name: string) => async () => (await view.head()) === name;
  const focusIn = (selector: string) => () =>
    panel.evaluate((inside) => document.activeElement?.matches(inside) === true, selector);

  test('who calls is there by itself, and who rings behind is a key away', async () => {
    await task('see who calls', async () => {
      await rings('+33199004217');
      await view.heads('Élodie Marchand');
    });
    await task('see the next who rings, with one in front', async (hands) => {
      await rings('+442079461701', 'offered');
      await view.railHolds(2);
      await hands.key('.', heads('Right Person'));
    });
    await host.endAll();
    await view.clearRail();
  });

  test('what is known of them is corrected and copied', async () => {
    await rings('+442079461701');
    await view.heads('Right Person');
    await task('copy a number', (hands) => hands.click('Copy phone'));
    await panel.locator('.foot').getByText('Phone copied').first().waitFor();
    await view.button('Full view').click();
    await task('correct a job title', async (hands) => {
      const empties = panel.locator('.empties[aria-expanded="false"]').first();
      if ((await empties.count()) > 0) await empties.click();
      await hands.click('Edit job title');
      await hands.text('Head of buying');
      await hands.key('Enter', async () => (await panel.locator('.editor').count()) === 0);
    });
    await until('the write', async () => stage.proxy.writes().length === 1);
    await view.button('Reduced view').click();
    await host.endAll();
    await view.clearRail();
  });

  test('several, nobody and the wrong one are dealt with by the keyboard', async () => {
    await rings('+442079460123');
    await view.says(/contacts have this number/);
    await task('choose among several', async (hands) => {
      const before = await view.head();
      await hands.key('1', async () => (await view.head()) !== before);
    });
    await host.endAll();
    await view.clearRail();

    await rings('+442079461799');
    await view.heads('+44 20 7946 1799');
    const writes = stage.proxy.writes().length;
    await task('create an unknown caller', async (hands) => {
      await hands.key('c', focusIn('[data-form="new-contact"] input'));
      await hands.text('New Caller');
      // The sample workspace asks for a language, which is no part of what is counted.
      await view.newContact.getByLabel('Language').selectOption({ label: 'English' });
      await view.field('Name').focus();
      await hands.key('Enter', async () => (await view.head()) === 'New Caller');
    });
    assert.equal(stage.proxy.writes().length, writes + 1);
    await host.endAll();
    await view.clearRail();

    await rings('+33199004217');
    await view.heads('Élodie Marchand');
    await task('drop a wrong match, and choose another by name', async (hands) => {
      await hands.key('n', focusIn('[role="search"] input'));
      await hands.text('Right Person');
      await view.results.getByRole('option').filter({ hasText: 'Right Person' }).first().waitFor();
      await hands.key('Enter', heads('Right Person'));
    });
    await host.endAll();
  });
});
