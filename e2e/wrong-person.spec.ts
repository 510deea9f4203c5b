import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { until } from '../scripts/process/until.ts';
import { announcements } from './harness/browser/announcements.ts';
import type { Connected } from './harness/browser/connected.ts';
import { ended, type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { plantOracle } from './harness/pages/oracle.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import { type SipWire, startSipWire } from './harness/servers/sip-wire.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { cancel, invite } from './sip/frames.ts';

const numbers = {
  ada: '+442079460201',
  ben: '+442079460202',
  cleo: '+442079460203',
  dora: '+442079460204',
  eve: '+442079460205',
};

describe('never the wrong person', () => {
  let stage: Stage;
  let panel: Page;
  let view: PanelView;
  let ben: Contact;
  const open: Page[] = [];
  const hosts: HostPage[] = [];

  before(async () => {
    stage = await setStage();
    await stage.contact('Ada Right', numbers.ada);
    ben = await stage.contact('Ben Other', numbers.ben);
    await stage.contact('Cleo Third', numbers.cleo);
    await stage.contact('Dora Late', numbers.dora);
    await stage.contact('Eve Killed', numbers.eve);
    await connect([stage.pages.origin(), stage.pages.origin('127.0.0.1')]);
    panel = await stage.ringside.openPanel();
    view = panelView(panel);
  });

  afterEach(async () => {
    stage.proxy.fail(undefined);
    for (const host of hosts.splice(0)) await host.endAll();
    await view.clearRail();
    for (const page of open.splice(0)) await page.close();
  });

  after(() => stage?.stop());

  /** Nothing stays fresh, so that every pop asks the CRM, whatever is cached. */
  const connect = (hosts: Connected['hosts']) =>
    stage.connect({ hosts, settings: { cache: { freshMinutes: 0, staleHours: 8, missSeconds: 0 } } });
  const host = async (options: Parameters<typeof openHostPage>[2] = {}): Promise<HostPage> => {
    const opened = await openHostPage(stage.ringside.context, stage.pages, options);
    open.push(opened.page);
    hosts.push(opened);
    return opened;
  };
  /** Missed calls leave the rail at once, so each test leaves an empty one. */
  const nothingLive = () => view.railHolds(0);

  test('a ContactID in a SIP header names nobody, unless an administrator trusts that host', async () => {
    const wire = await startSipWire();
    try {
      const page = await listeningPage(wire);
      wire.send(invite({ callId: 'forged', from: numbers.ada, headers: [`X-Contact-Id: ${ben.id}`] }));
      await view.heads('Ada Right');
      wire.send(cancel({ callId: 'forged', from: numbers.ada }));
      await nothingLive();
      await page.close();

      await connect([
        { origin: stage.pages.origin(), trustContactIdHeader: true },
        stage.pages.origin('127.0.0.1'),
      ]);
      await listeningPage(wire);
      wire.send(invite({ callId: 'trusted', from: numbers.ada, headers: [`X-Contact-Id: ${ben.id}`] }));
      await view.heads('Ben Other');
      await view.says('ContactID from the host');
      wire.send(cancel({ callId: 'trusted', from: numbers.ada }));
      await nothingLive();
    } finally {
      for (const callId of ['forged', 'trusted']) wire.send(cancel({ callId, from: numbers.ada }));
      await nothingLive();
      await wire.stop();
      await connect([stage.pages.origin(), stage.pages.origin('127.0.0.1')]);
    }
  });

  test('two pages with the same interaction id are two interactions', async () => {
    const one = await host();
    const two = await host({ name: '127.0.0.1' });
    await one.interaction(phoneCall('1', numbers.ada, { state: 'active' }));
    await view.heads('Ada Right');
    await two.interaction(phoneCall('1', numbers.ben));
    await view.railHolds(2);
    assert.equal(await view.head(), 'Ada Right');
    await view.tab('Ben Other').click();
    await view.heads('Ben Other');
    await one.interaction(phoneCall('1', numbers.ada, { state: 'held' }));
    await until('the first to be held', async () => /held/i.test((await view.rail()).join()));
    assert.equal(await view.head(), 'Ben Other');
    await two.interaction(phoneCall('1', numbers.ben, { ...ended, endReason: 'missed' }));
    await view.railHolds(1);
    await view.heads('Ada Right');
  });

  test('two tabs of one host that tell of the same call are one interaction and one pop', async () => {
    const heard = await announcements(view.where);
    const one = await host({ path: '/host-a' });
    const two = await host({ path: '/host-b' });
    await one.interaction(phoneCall('both', numbers.ada, { sequence: 1 }));
    await view.heads('Ada Right');
    await two.interaction(phoneCall('both', numbers.ada, { sequence: 1 }));
    await one.interaction(phoneCall('both', numbers.ada, { sequence: 2, state: 'active' }));
    await two.interaction(phoneCall('both', numbers.ada, { sequence: 3, state: 'held' }));
    await until('the call to be held', async () => /held/i.test((await view.rail()).join()));
    await view.railHolds(1);
    assert.equal((await heard()).filter((text) => text.includes('Ada Right')).length, 1);
  });

  test('a ring while the agent types for somebody else takes neither the view nor the words away', async () => {
    const page = await host();
    await page.interaction(phoneCall('typing', '+442079460298', { state: 'active' }));
    await view.newContact.waitFor();
    const name = view.field('Name');
    await name.fill('Dora Dra');
    await page.interaction(phoneCall('ringing', numbers.ben));
    await view.railHolds(2);
    await name.pressSequentially('ft');
    assert.equal(await name.inputValue(), 'Dora Draft');
    assert.match(await view.head(), /7946 ?0298/);
    await view.tab('Ben Other').click();
    await view.heads('Ben Other');
    await view.tab('0298').click();
    await view.newContact.waitFor();
    assert.equal(await view.field('Name').inputValue(), 'Dora Draft');
  });

  test('what is being typed survives a killed worker and a closed panel, for its own interaction', async () => {
    const page = await host();
    await page.interaction(phoneCall('draft', '+442079460297', { state: 'active' }));
    await view.newContact.waitFor();
    await view.field('Name').fill('Kept Kate');
    await view.says('Draft kept');
    await stage.ringside.killWorker();
    await panel.reload();
    await view.heads('+44 20 7946 0297');
    await until('the words to be back', async () => (await view.field('Name').inputValue()) === 'Kept Kate');
    await page.interaction(phoneCall('other', '+442079460296', { state: 'active' }));
    await view.tab('0296').click();
    await view.heads('+44 20 7946 0296');
    assert.equal(await view.field('Name').inputValue(), '');
  });

  test('a reader in the middle of one person’s fields begins at the top of the next one’s, name first', async () => {
    const page = await host();
    const size = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await panel.setViewportSize({ width: 380, height: 360 });
    try {
      await page.interaction(phoneCall('read', numbers.ada, { state: 'active' }));
      await view.heads('Ada Right');
      await fullView();
      const oracle = await plantOracle(panel);
      for (let part = 0; part <= 20; part += 1) await oracle.scroll(part / 20);
      assert.ok(await panel.evaluate(() => scrollY > 100), 'nothing to scroll');
      await page.interaction(phoneCall('other', numbers.ben));
      await view.railHolds(2);
      assert.ok(await panel.evaluate(() => scrollY > 100), 'a call behind scrolled the page');
      await page.focus('other');
      await view.heads('Ben Other');
      assert.equal(await panel.evaluate(() => scrollY), 0);
      await fullView();
      await oracle.scroll(1);
      // The same call, of somebody else now.
      await page.interaction(phoneCall('other', numbers.cleo, { state: 'active' }));
      await view.heads('Cleo Third');
      assert.equal(await panel.evaluate(() => scrollY), 0);
      const { scrolled, wrong } = await oracle.verdict();
      assert.ok(scrolled > 10, `${scrolled} scrolled`);
      assert.deepEqual(wrong, []);
    } finally {
      await panel.setViewportSize(size);
    }
  });

  test('whatever has the focus is wholly seen, at every width', async () => {
    const page = await host();
    const size = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    try {
      await page.interaction(phoneCall('tab', numbers.ada, { state: 'active' }));
      await view.heads('Ada Right');
      await panel.setViewportSize({ width: 380, height: 720 });
      await fullView();
      const folded = panel.locator('.empties[aria-expanded="false"]');
      while ((await folded.count()) > 0) await folded.first().click();
      for (const [width, height] of [
        [380, 720],
        [380, 400],
        [280, 400],
        [190, 420],
      ] as const) {
        await panel.setViewportSize({ width, height });
        for (const key of ['Tab', 'Shift+Tab']) {
          const stops = await tabThrough(key);
          assert.ok(stops.length > 15, `only ${stops.length} stops`);
          assert.deepEqual(
            stops.filter((stop) => stop.hidden).map((stop) => `${width}×${height}: ${stop.name}`),
            [],
          );
        }
      }
    } finally {
      await panel.setViewportSize(size);
    }
  });

  /** The last choice on this host is remembered, so that it may be there already. */
  async function fullView(): Promise<void> {
    if ((await view.button('Full view').count()) > 0) await view.button('Full view').click();
    await view.button('Reduced view').waitFor();
  }

  /** Every stop of the focus from one end of the page to the other, and whether anything hides a part of it. */
  async function tabThrough(key: string): Promise<{ name: string; hidden: boolean }[]> {
    await panel.evaluate((back) => {
      const stops = document.querySelectorAll<HTMLElement>(
        'button:not(:disabled), a[href], input:not(:disabled)',
      );
      (back ? stops[stops.length - 1] : stops[0])?.focus();
    }, key !== 'Tab');
    const stops: { name: string; hidden: boolean }[] = [];
    for (let count = 0; count < 60; count += 1) {
      await panel.keyboard.press(key);
      const stop = await panel.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const { left, right, top, bottom } = focused.getBoundingClientRect();
        // A pixel inside of each corner: what is found there is it, or stands in it.
        const seen = [
          [left + 2, top + 2],
          [right - 2, top + 2],
          [left + 2, bottom - 2],
          [right - 2, bottom - 2],
        ].every(([x, y]) => {
          const hit = document.elementFromPoint(x as number, y as number);
          return hit !== null && (focused.contains(hit) || hit.contains(focused));
        });
        return { name: focused.getAttribute('aria-label') ?? focused.textContent ?? '', hidden: !seen };
      });
      if (stop === undefined) break;
      stops.push(stop);
    }
    return stops;
  }

  test('the late reply of a previous caller is not shown for the next one', async () => {
    const page = await host();
    const late = stage.proxy.holdReply(looksUp(numbers.cleo));
    await page.interaction(phoneCall('previous', numbers.cleo));
    await late.arrived;
    await page.interaction(phoneCall('previous', numbers.cleo, ended));
    await page.interaction(phoneCall('next', numbers.ben));
    await view.heads('Ben Other');
    const seen = await headsSeen();
    late.release();
    // A round trip of the next caller's own is proof that the late one has been dealt with.
    await page.interaction(phoneCall('next', numbers.ben, { state: 'active' }));
    await view.button('Not this person').waitFor();
    assert.deepEqual(
      (await seen()).filter((head) => head.includes('Cleo')),
      [],
    );
    assert.equal(await view.head(), 'Ben Other');
  });

  test('a reply for a number the host has since corrected is not shown', async () => {
    const page = await host();
    const late = stage.proxy.holdReply(looksUp(numbers.dora));
    await page.interaction(phoneCall('corrected', numbers.dora, { sequence: 1 }));
    await late.arrived;
    await page.interaction(phoneCall('corrected', numbers.ada, { sequence: 2 }));
    await view.heads('Ada Right');
    const seen = await headsSeen();
    late.release();
    await page.interaction(phoneCall('corrected', numbers.ada, { sequence: 3, state: 'active' }));
    await until('the call to be active', async () => !/ringing/i.test((await view.rail()).join()));
    assert.deepEqual(
      (await seen()).filter((head) => head.includes('Dora')),
      [],
    );
  });

  test('an identifier that arrives late is looked up then, and nobody is shown before', async () => {
    const page = await host();
    const { clientId: _, ...nameless } = phoneCall('late', numbers.ada);
    await page.interaction({ ...nameless, displayName: 'Somebody' });
    await view.railHolds(1);
    assert.ok(!['Ada Right', 'Ben Other', 'Cleo Third'].includes(await view.head()));
    await page.interaction(phoneCall('late', numbers.ada, { displayName: 'Somebody' }));
    await view.heads('Ada Right');
  });

  test('events that come late and out of order do not bring a former number back', async () => {
    const page = await host();
    await page.interaction(phoneCall('order', numbers.ada, { sequence: 5, state: 'active' }));
    await view.heads('Ada Right');
    const seen = await headsSeen();
    await page.interaction(phoneCall('order', numbers.ben, { sequence: 3 }));
    await page.interaction(phoneCall('order', numbers.ada, { sequence: 6, state: 'held' }));
    await until('the later event to be taken', async () => /held/i.test((await view.rail()).join()));
    assert.deepEqual(
      (await seen()).filter((head) => head.includes('Ben')),
      [],
    );
  });

  test('Not this person holds against every refresh of that match, and writes nothing', async () => {
    const page = await host();
    const writes = stage.proxy.writes().length;
    const refresh = stage.proxy.holdReply(looksUp(numbers.ada));
    await page.interaction(phoneCall('not', numbers.ada, { state: 'active' }));
    await view.heads('Ada Right');
    await view.button('Not this person').click();
    await until('the match to be dropped', async () => (await view.head()) !== 'Ada Right');
    const seen = await headsSeen();
    refresh.release();
    await page.interaction(phoneCall('not', numbers.ada, { state: 'held' }));
    await page.interaction(phoneCall('not', numbers.ada, { state: 'active', campaign: { name: 'Billing' } }));
    await view.says(/Billing/);
    assert.deepEqual(
      (await seen()).filter((head) => head.includes('Ada')),
      [],
    );
    assert.equal(stage.proxy.writes().length, writes);
  });

  test('a worker killed between every two steps of a pop still ends with the right person, announced once', async () => {
    const page = await host();
    const heard = await announcements(view.where);
    const call = (more: Parameters<typeof phoneCall>[2]) =>
      page.interaction(phoneCall('killed', numbers.eve, more));
    await stage.ringside.killWorker();
    const inFlight = stage.proxy.holdReply(looksUp(numbers.eve));
    await call({ sequence: 1 });
    await inFlight.arrived;
    await stage.ringside.killWorker();
    inFlight.release();
    await view.heads('Eve Killed');
    await stage.ringside.killWorker();
    await call({ sequence: 2, state: 'active' });
    await view.heads('Eve Killed');
    await stage.ringside.killWorker();
    await call({ sequence: 3, state: 'held' });
    await until('the rail to say held', async () => /held/i.test((await view.rail()).join()));
    await view.heads('Eve Killed');
    await view.railHolds(1);
    assert.equal((await heard()).filter((text) => text.includes('Eve Killed')).length, 1);
    await stage.ringside.killWorker();
    await call({ sequence: 4, ...ended });
  });

  test('ended and missed calls give way: nobody of the last call stays on the next, unknown one', async () => {
    const page = await host();
    for (const endReason of ['missed', 'cancelled', 'rejected', 'elsewhere'] as const) {
      await page.interaction(phoneCall(`over-${endReason}`, numbers.ada));
      await view.heads('Ada Right');
      await page.interaction(phoneCall(`over-${endReason}`, numbers.ada, { ...ended, endReason }));
      await nothingLive();
      assert.notEqual(await view.head(), 'Ada Right');
    }
    await page.interaction(phoneCall('unknown', '+442079460299'));
    await view.newContact.waitFor();
    assert.match(await view.head(), /7946 ?0299/);
  });

  test('a page loaded again in mid-call gives way to the next caller, and its lost call ends', async () => {
    const page = await host();
    await page.interaction(phoneCall('lost', numbers.ada, { state: 'active' }));
    await view.heads('Ada Right');
    await page.page.reload();
    await page.interaction(phoneCall('next', numbers.ben));
    await view.heads('Ben Other');
    const seen = await headsSeen();
    await page.interaction(phoneCall('next', numbers.ben, { state: 'active' }));
    await isOver('Ada Right');
    assert.deepEqual(
      (await seen()).filter((head) => head.includes('Ada')),
      [],
    );
    assert.equal(await view.head(), 'Ben Other');
  });

  test('a page loaded again that tells its call again has lost nothing', async () => {
    const page = await host();
    const call = phoneCall('kept', numbers.ada, { state: 'active' });
    await page.interaction(call);
    await view.heads('Ada Right');
    await page.page.reload();
    await page.interaction(call);
    const told = Date.now();
    // Longer than a page is given to tell what is live.
    await until('the page to have told everything', async () => Date.now() - told > 6_000);
    assert.equal(await view.head(), 'Ada Right');
    assert.ok(!/finished|page closed/i.test((await view.rail()).join()));
  });

  test('a frame that shows another document ends what the one before told', async () => {
    const mail = (name: string, number: string) =>
      stage.pages.put(
        `/mail-${name}`,
        `<!doctype html><title>Mail</title><script>
          const mail = ${JSON.stringify({ ...phoneCall(name, number), channel: 'email', state: 'active' })};
          const say = (event) => postMessage({ protocol: 'ringside', version: 1, ...event }, location.origin);
          const tell = (state) => say({ type: 'interaction', interaction: { ...mail, state } });
          addEventListener('message', ({ data, source }) => {
            if (source === window && data?.type === 'hello?') tell('active');
          });
        </script>`,
      );
    mail('ada', numbers.ada);
    mail('ben', numbers.ben);
    stage.pages.put('/inbox', '<!doctype html><title>Inbox</title><iframe src="/mail-ada"></iframe>');
    const page = await stage.ringside.context.newPage();
    open.push(page);
    await page.goto(`${stage.pages.origin()}/inbox`);
    await view.heads('Ada Right');
    const frame = page.frameLocator('iframe');
    await page.locator('iframe').evaluate((element) => {
      (element as HTMLIFrameElement).src = '/mail-ben';
    });
    await view.heads('Ben Other');
    await isOver('Ada Right');
    assert.equal(await view.head(), 'Ben Other');
    // Taken away, the last one is over too, long before its minute has passed.
    await frame.locator('html').waitFor();
    await page.locator('iframe').evaluate((element) => element.remove());
    await isOver('Ben Other');
  });

  const isOver = (name: string) =>
    until(`the interaction of ${name} to be over`, async () =>
      /finished/i.test((await view.rail()).filter((text) => text.includes(name)).join()),
    );

  /** Every text the head has had since, at every change of the DOM. */
  async function headsSeen(): Promise<() => Promise<string[]>> {
    await view.where.evaluate(() => {
      const seen: string[] = [];
      const look = () => {
        const head = document.querySelector('[aria-label="Contact"] h1')?.textContent?.trim() ?? '';
        if (head !== seen.at(-1)) seen.push(head);
      };
      look();
      new MutationObserver(look).observe(document.documentElement, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(window, { seenHeads: seen });
    });
    return () => view.where.evaluate(() => (window as unknown as { seenHeads: string[] }).seenHeads);
  }

  /** A page with one SIP socket and nothing else. */
  async function listeningPage(wire: SipWire): Promise<Page> {
    stage.pages.put(
      '/wire',
      `<!doctype html><title>Wire</title><script>new WebSocket('${wire.url}', 'sip')</script>`,
    );
    const page = await stage.ringside.context.newPage();
    open.push(page);
    await page.goto(`${stage.pages.origin()}/wire`);
    await wire.connected(open.length);
    return page;
  }
});
