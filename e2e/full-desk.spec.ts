import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

const numberOf = (index: number) => `+4420794650${String(index).padStart(2, '0')}`;
const nameOf = (index: number) => `Person ${String(index).padStart(2, '0')}`;

describe('a desk with far too much at once', () => {
  let stage: Stage;
  let view: PanelView;
  const open: HostPage[] = [];

  before(async () => {
    stage = await setStage();
    for (let index = 0; index < 53; index += 1) await stage.contact(nameOf(index), numberOf(index));
    await stage.connect({ hosts: [stage.pages.origin('localhost'), stage.pages.origin('127.0.0.1')] });
    view = panelView(await stage.ringside.openPanel());
  });

  after(() => stage?.stop());

  const page = async (path: string, name: 'localhost' | '127.0.0.1' = 'localhost') => {
    const host = await openHostPage(stage.ringside.context, stage.pages, { path, name });
    open.push(host);
    return host;
  };

  test('50 chats and 3 calls in 4 tabs: each is there once, with its own person and no other', async () => {
    const tabs = await Promise.all([
      page('/a'),
      page('/b'),
      page('/c', '127.0.0.1'),
      page('/d', '127.0.0.1'),
    ]);
    await Promise.all(
      Array.from({ length: 53 }, (_, index) =>
        tabs[index % 4]!.interaction(
          phoneCall(`desk-${index}`, numberOf(index), {
            channel: index < 50 ? 'chat' : 'phone',
            state: index < 52 ? 'active' : 'offered',
          }),
        ),
      ),
    );
    const more = view.tab(/more interactions/);
    const openList = async () => {
      if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
    };
    await until(
      '53 on the rail and in its list, each with a name of its own',
      async () => {
        await openList();
        const names = (await view.rail()).flatMap((text) => /Person \d\d/.exec(text)?.[0] ?? []);
        const all = names.length === 53 && new Set(names).size === 53;
        return all || Promise.reject(new Error(`${new Set(names).size} names of ${names.length}`));
      },
      { within: 30_000 },
    );
    for (const index of [0, 17, 49, 50, 52]) {
      await openList();
      await view.tab(nameOf(index)).last().click();
      await view.heads(nameOf(index));
    }
    for (const host of open.splice(0)) {
      await host.endAll();
      await host.page.close();
    }
    assert.deepEqual(stage.ringside.complaints, []);
    assert.deepEqual(stage.proxy.writes(), []);
  });
});
