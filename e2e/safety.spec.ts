import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { axe } from './harness/browser/axe.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

describe('a panel that is safe and usable by everybody', () => {
  let stage: Stage;
  let panel: Page;
  let view: PanelView;
  let host: HostPage;

  before(async () => {
    stage = await setStage();
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
    panel = await stage.ringside.openPanel();
    view = panelView(panel);
  });

  afterEach(async () => {
    await view.search.fill('');
    await view.search.press('Escape');
    await host.endAll();
    await view.clearRail();
  });

  after(() => stage?.stop());

  const states: [string, () => Promise<void>][] = [
    ['idle', async () => {}],
    [
      'matched',
      async () => {
        await host.interaction(
          phoneCall('axe-matched', '+33199004217', { campaign: { name: 'Field service' } }),
        );
        await view.heads('Élodie Marchand');
      },
    ],
    [
      'ambiguous',
      async () => {
        await host.interaction(phoneCall('axe-ambiguous', '+442079460123'));
        await view.matching.waitFor();
      },
    ],
    [
      'unmatched',
      async () => {
        await host.interaction(phoneCall('axe-unmatched', '+12125550142'));
        await view.newContact.waitFor();
      },
    ],
    [
      'searching',
      async () => {
        await host.interaction(phoneCall('axe-search', '+33199004217'));
        await view.heads('Élodie Marchand');
        await view.search.fill('mar');
        await view.results.getByRole('option').first().waitFor();
      },
    ],
  ];

  for (const [name, reach] of states) {
    for (const theme of ['light', 'dark'] as const) {
      test(`axe-core finds nothing wrong: ${name}, ${theme}`, async () => {
        await panel.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await reach();
        assert.deepEqual(await axe(panel), []);
      });
    }
  }

  test('a call is worked by keyboard alone: choose, not this person, search, assign, undo', async () => {
    await host.interaction(phoneCall('keys', '+442079460123', { state: 'active' }));
    await view.matching.waitFor();
    const second = (await view.matching.getByRole('button').nth(1).locator('b').textContent()) ?? '';
    await view.press('2', async () => (await view.head()) === second);
    await panel.keyboard.press('n');
    await until('the match to be dropped', async () => (await view.head()) !== second);
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('/');
    await until('the search box to have the focus', () =>
      view.search.evaluate((box) => box === document.activeElement),
    );
    await panel.keyboard.type('hagstrom');
    await view.results.getByRole('option').filter({ hasText: 'Jonas Hagström' }).waitFor();
    await panel.keyboard.press('Enter');
    await view.heads('Jonas Hagström');
    await view.assign.waitFor();
    await tabTo('Not now');
    await panel.keyboard.press('Enter');
    await view.assign.waitFor({ state: 'detached' });
  });

  test('everything that can be pressed can be reached by Tab, and shows that it has the focus', async () => {
    await host.interaction(phoneCall('tab', '+12125550142', { state: 'active' }));
    await view.newContact.waitFor();
    const wanted = await panel.evaluate(
      () =>
        Array.from(
          document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary'),
        ).filter((each) => each.checkVisibility() && !each.matches(':disabled, [tabindex="-1"]')).length,
    );
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const reached = new Set<string>();
    for (let press = 0; press < wanted + 5; press += 1) {
      await panel.keyboard.press('Tab');
      const at = await panel.evaluate(() => {
        const focused = document.activeElement;
        if (!(focused instanceof HTMLElement) || focused === document.body) return null;
        const all = Array.from(document.querySelectorAll('*'));
        const { outlineStyle, boxShadow, borderColor } = getComputedStyle(focused);
        const own = outlineStyle !== 'none' || boxShadow !== 'none';
        focused.blur();
        const rest = getComputedStyle(focused);
        const shown = own || rest.borderColor !== borderColor;
        focused.focus();
        return { index: all.indexOf(focused), shown, what: focused.outerHTML.slice(0, 120) };
      });
      if (at === null) continue;
      assert.ok(at.shown, `no visible focus on ${at.what}`);
      reached.add(String(at.index));
    }
    assert.ok(reached.size >= wanted, `${reached.size} of ${wanted} reached`);
  });

  async function tabTo(name: string): Promise<void> {
    await until(
      `the focus on ${name}`,
      async () => {
        const now = await panel.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
        if (now === name) return true;
        await panel.keyboard.press('Tab');
        return false;
      },
      { every: 0 },
    );
  }
});
