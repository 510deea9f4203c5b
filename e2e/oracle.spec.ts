import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { HostInteraction } from '../lib/domain/host/host-event.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { plantOracle } from './harness/pages/oracle.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { random } from './harness/random.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type Stage, setStage } from './harness/stage.ts';

const marks = Array.from({ length: 12 }, (_, index) => String(1_301 + index * 7));
const number = (mark: string) => `+44207946${mark}`;
const sites = ['localhost', '127.0.0.1'] as const;
const steps = Number(process.env.ORACLE_STEPS ?? 400);

describe('in every state of the DOM the contact belongs to the interaction in front', () => {
  let stage: Stage;
  let view: PanelView;
  let servers: PageServer[];
  const hosts: HostPage[] = [];

  before(async () => {
    stage = await setStage();
    // The last two numbers stay unknown; the one before them is of two contacts.
    for (const mark of marks.slice(0, -2)) await stage.contact(`Person ${mark}`, number(mark));
    // Each origin may cause 60 lookups at once: with one alone the storm would soon be answered from the cache.
    servers = [stage.pages, ...(await Promise.all(Array.from({ length: 4 }, () => startPages())))];
    const places = servers.flatMap((pages) => sites.map((name) => ({ pages, name })));
    await stage.connect({
      hosts: places.map(({ pages, name }) => pages.origin(name)),
      settings: {
        cache: { freshMinutes: 0, staleHours: 8, missSeconds: 0 },
        // Longer than its window, so that there is something to scroll.
        view: { open: 'full', theme: 'system', language: 'auto', discreet: false, remembered: {} },
      },
    });
    for (const { pages, name } of places) {
      hosts.push(await openHostPage(stage.ringside.context, pages, { name }));
    }
    const panel = await stage.ringside.openPanel();
    await panel.setViewportSize({ width: 380, height: 360 });
    view = panelView(panel);
  });

  after(async () => {
    await stage?.stop();
    await Promise.all((servers ?? []).slice(1).map((pages) => pages.stop()));
  });

  test('the oracle itself sees two marks that meet', async () => {
    const page = await stage.ringside.context.newPage();
    await page.setContent(`<section aria-label="Interactions"><button aria-current="true">Line 1301</button></section>
       <section aria-label="Contact"><h1>Person 1301</h1></section>`);
    const oracle = await plantOracle(page);
    await page.evaluate(() => {
      document.querySelector('h1')?.append('Calls from +44 20 7946 1308');
    });
    const { wrong } = await oracle.verdict();
    assert.equal(wrong.length, 1);
    await page.close();
  });

  test('the oracle itself sees fields whose name is not in sight', async () => {
    const page = await stage.ringside.context.newPage();
    await page.setContent(`<section aria-label="Interactions"><button aria-current="true">Line 1301</button></section>
       <section aria-label="Contact"><h1>Person 1301</h1><div style="height: 3000px"></div>
       <dl><div><dt>Plan</dt><dd>Comfort</dd></div></dl></section>`);
    const oracle = await plantOracle(page);
    assert.equal((await oracle.verdict()).wrong.length, 0);
    await oracle.scroll(1);
    assert.match((await oracle.verdict()).wrong.join(), /no name in sight/);
    await page.close();
  });

  test('through a storm of rings, answers, ends, focus changes, corrections, slow replies and kills', async () => {
    const chance = random();
    console.log(`oracle: SEED=${chance.seed}, ${steps} steps`);
    stage.proxy.delay(() => chance.below(120));
    const oracle = await plantOracle(view.where);
    const live = new Map<string, { host: HostPage; call: HostInteraction }>();
    let count = 0;
    let focused: string | undefined;

    const ring = async () => {
      const mark = chance.one(marks);
      const host = chance.one(hosts);
      // Few ids, so that both pages often have a call of the same name.
      const id = `call-${chance.below(4)}`;
      const key = `${hosts.indexOf(host)}|${id}`;
      if (live.has(key)) return;
      const call: HostInteraction = {
        id: `${id}-${Math.floor(count++ / 8)}`,
        channel: 'phone',
        direction: 'inbound',
        state: 'offered',
        clientId: { kind: 'phone', value: number(mark) },
        campaign: { name: `Line ${mark}` },
        sequence: 1,
        startedAt: new Date().toISOString(),
      };
      live.set(key, { host, call });
      await host.interaction(call);
    };
    const change = async (key: string, more: Partial<HostInteraction>) => {
      const entry = live.get(key);
      if (entry === undefined) return;
      entry.call = { ...entry.call, ...more, sequence: (entry.call.sequence ?? 0) + 1 };
      await entry.host.interaction(entry.call);
    };
    const end = async (key: string) => {
      await change(key, { state: 'finished', endReason: 'missed', endedAt: new Date().toISOString() });
      live.delete(key);
      await removeFinished();
    };

    for (let step = 0; step < steps; step += 1) {
      // A reader is somewhere in the middle of it when the next thing happens.
      if (chance.below(3) === 0) await oracle.scroll(chance.below(11) / 10);
      const any = live.size === 0 ? undefined : chance.one([...live.keys()]);
      // What is in front is where a late reply would show.
      const key = focused !== undefined && live.has(focused) && chance.below(2) === 0 ? focused : any;
      const dice = chance.below(100);
      if (key === undefined || (dice < 25 && live.size < 2)) await ring();
      else if (dice < 30) await change(key, { state: chance.one(['active', 'held'] as const) });
      else if (dice < 45) await end(key);
      else if (dice < 60) {
        focused = key;
        await live.get(key)!.host.focus(live.get(key)!.call.id);
      } else if (dice < 90) {
        const mark = chance.one(marks);
        await change(key, {
          clientId: { kind: 'phone', value: number(mark) },
          campaign: { name: `Line ${mark}` },
        });
      } else if (dice < 97) await frontSomeTab(chance.below(2));
      else if (dice === 99 && step % 5 === 0) await stage.ringside.killWorker();
    }
    stage.proxy.delay(undefined);

    for (const key of [...live.keys()]) await end(key);
    await view.clearRail();
    await hosts[0]!.interaction(
      phoneCall('last', number(marks[0]!), { campaign: { name: `Line ${marks[0]}` } }),
    );
    await view.heads(`Person ${marks[0]}`);
    const { looked, compared, scrolled, wrong } = await oracle.verdict();
    console.log(
      `oracle: ${looked} states, ${compared} with a contact under a campaign, ${scrolled} scrolled, ${wrong.length} wrong (SEED=${chance.seed})`,
    );
    assert.deepEqual(wrong, [], `SEED=${chance.seed}`);
    assert.ok(compared > steps / 4, `only ${compared} states could be judged: the storm proves too little`);
    assert.ok(scrolled > steps / 20, `only ${scrolled} states were scrolled: the storm proves too little`);
    assert.deepEqual(stage.ringside.complaints, []);
  });

  /** One evaluation each: the rail changes under a slower hand. */
  async function frontSomeTab(index: number): Promise<void> {
    await view.where.evaluate((wanted) => {
      const tabs = document.querySelectorAll<HTMLElement>(
        '[aria-label="Interactions"] button:not([aria-label])',
      );
      tabs[wanted % Math.max(tabs.length, 1)]?.click();
    }, index);
  }

  /** With two on the rail at most, each tab has its campaign, which only the host can have said. */
  async function removeFinished(): Promise<void> {
    await view.where.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLElement>('[aria-label="Remove from the list"]'))
        each.click();
    });
  }
});
