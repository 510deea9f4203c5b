import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { hostileFrames, hostileMessages } from './harness/hostile-input.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { random } from './harness/random.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import type { Fault } from './harness/servers/pass-through.ts';
import { startSipWire } from './harness/servers/sip-wire.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { cancel, invite } from './sip/frames.ts';

const known = '+442079460401';
describe('what is wrong is said plainly, and nothing is lost', () => {
  let stage: Stage;
  let view: PanelView;
  let host: HostPage;
  let calls = 0;

  before(async () => {
    stage = await setStage();
    await stage.contact('Kim Known', known);
    for (const [index] of faults.entries()) await stage.contact(`Faulty ${index}`, numberOf(index));
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
    view = panelView(await stage.ringside.openPanel());
  });

  afterEach(async () => {
    stage.proxy.fail(undefined);
    await host.endAll();
    await view.clearRail();
  });

  after(() => stage?.stop());

  const numberOf = (index: number) => `+4420794605${String(index).padStart(2, '0')}`;

  /** The proof that nothing broke: the next call pops. */
  const stillPops = async () => {
    await host.endAll();
    await view.clearRail();
    await host.interaction(phoneCall(`proof-${calls++}`, known, { state: 'active' }));
    await view.heads('Kim Known');
    assert.deepEqual(stage.ringside.complaints, []);
    await host.endAll();
    await view.clearRail();
  };

  const faults: [string, Fault, RegExp][] = [
    ['HTML instead of JSON', { kind: 'html' }, /answered something unreadable/],
    [
      'a redirect to a log-in page',
      { kind: 'redirect', to: 'http://127.0.0.1:1/log-in' },
      /sent us to another page/,
    ],
    [
      '429 with Retry-After',
      { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
      /is asked too often/,
    ],
    ['500', { kind: 'status', status: 500 }, /has a problem of its own/],
    ['nothing and closes the connection', { kind: 'closed' }, /does not answer/],
    ['half of its answer', { kind: 'truncated' }, /does not answer|answered something unreadable/],
  ];

  for (const [index, [what, fault, words]] of faults.entries()) {
    test(`the CRM answers ${what}: it is said, the number stays, and Again finds the caller`, async () => {
      stage.proxy.fail((request) => (looksUp(numberOf(index))(request) ? fault : undefined));
      const call = phoneCall(`fault-${index}`, numberOf(index), { state: 'active' });
      await host.interaction(call);
      await failureIsSaid(words);
      assert.match(await view.head(), new RegExp(`7946 ?05${String(index).padStart(2, '0')}`));
      stage.proxy.fail(undefined);
      await again();
      await view.heads(`Faulty ${index}`);
      await stillPops();
    });
  }

  test('the CRM says nothing at all: the agent can still search what is saved, and it is looked up again', async () => {
    await stillPops();
    const number = '+442079460590';
    await stage.contact('Silent Sam', number);
    stage.proxy.fail(({ url }) => (url.startsWith('/api/contacts') ? { kind: 'silence' } : undefined));
    await host.interaction(phoneCall('silence', number, { state: 'active' }));
    await failureIsSaid(/too slow to answer|does not answer/, 45_000);
    stage.proxy.fail(({ url }) => (url.startsWith('/api/contacts') ? { kind: 'closed' } : undefined));
    await view.search.fill('Kim');
    await view.results.getByRole('option').filter({ hasText: 'Kim Known' }).waitFor({ timeout: 30_000 });
    await view.search.fill('');
    await view.search.press('Escape');
    stage.proxy.fail(undefined);
    await again();
    await view.heads('Silent Sam');
  });

  test('a slow CRM: the number is there at once, the name when it comes', async () => {
    const number = '+442079460591';
    await stage.contact('Slow Sally', number);
    const slow = stage.proxy.holdReply(looksUp(number));
    await host.interaction(phoneCall('slow', number, { state: 'active' }));
    await slow.arrived;
    assert.match(await view.head(), /7946 ?0591/);
    slow.release();
    await view.heads('Slow Sally');
  });

  test('a write whose answer is lost waits with its words kept, and is sent again by itself with one effect', async () => {
    const number = '+442079460592';
    await host.interaction(phoneCall('lost', number, { state: 'active' }));
    await view.newContact.waitFor();
    stage.proxy.fail(({ method, url }) =>
      method === 'POST' && url === '/api/contacts' ? { kind: 'reset-after-commit' } : undefined,
    );
    await view.create('Lara Lost');
    await view.says('1 waiting');
    assert.equal(await view.field('Name').inputValue(), 'Lara Lost');
    stage.proxy.fail(undefined);
    await view.heads('Lara Lost');
    assert.deepEqual(await stage.owners(number), ['Lara Lost']);
    const keys = stage.proxy.writes().filter(({ body }) => body.includes('Lara Lost'));
    assert.ok(keys.length >= 2 && new Set(keys.map(({ idempotencyKey }) => idempotencyKey)).size === 1);
  });

  test('an edit and a new contact wait while the CRM is away, and are saved once each after a kill, by themselves', async () => {
    const number = '+442079460598';
    await host.interaction(phoneCall('edited', known, { state: 'active' }));
    await view.heads('Kim Known');
    if (await view.button('Full view').isVisible()) await view.button('Full view').click();
    await host.interaction(phoneCall('made', number, { state: 'active' }));
    await view.tab(/0598/).click();
    await view.newContact.waitFor();
    const before = stage.proxy.writes().length;
    stage.proxy.fail(() => ({ kind: 'closed' }));
    await view.create('Wanda Waiting');
    await view.says('1 waiting');
    await view.tab('Kim Known').click();
    await view.edit('company');
    const company = view.where.getByLabel('Company', { exact: true });
    await company.fill('Known & Sons');
    await company.press('Enter');
    await view.button('2 waiting').click();
    const list = view.where.getByRole('dialog', { name: 'Waiting to be saved' });
    await list.getByText('Wanda Waiting').waitFor();
    assert.equal(await list.getByRole('button', { name: 'Send now' }).count(), 2);
    await list.press('Escape');
    await view.contact.getByText('Known & Sons').waitFor();
    await stage.ringside.killWorker();
    await view.says('2 waiting');
    stage.proxy.fail(undefined);
    const keysSaved = () =>
      new Set(
        stage.proxy
          .writes()
          .slice(before)
          .filter(({ status }) => status !== undefined && status < 300)
          .map(({ idempotencyKey }) => idempotencyKey),
      );
    await until('both to be saved', async () => keysSaved().size === 2);
    await until(
      'nothing to wait any more',
      async () =>
        !(await view.button('1 waiting').isVisible()) && !(await view.button('2 waiting').isVisible()),
    );
    assert.deepEqual(await stage.owners(number), ['Wanda Waiting']);
    assert.equal(keysSaved().size, 2);
    await view.says('Known & Sons');
  });

  test('malformed host messages change nothing on screen and nothing breaks', async () => {
    const chance = random();
    console.log(`malformed host messages: SEED=${chance.seed}`);
    await host.interaction(phoneCall('steady', known, { state: 'active' }));
    await view.heads('Kim Known');
    for (const message of hostileMessages(chance, 300)) await host.post(message);
    await host.interaction(phoneCall('steady', known, { state: 'held' }));
    await until('the good message after the bad ones', async () => /held/i.test((await view.rail()).join()));
    assert.equal(await view.head(), 'Kim Known');
    await stillPops();
  });

  test('in 1,000 messages a second no call is lost, none comes twice, and the states are right', async () => {
    await stage.contact('Nora Noise', '+442079460595');
    const call = phoneCall('noise', '+442079460595');
    const posted = await host.page.evaluate(
      async ({ call, second }) => {
        let count = 0;
        const post = (message: unknown) => {
          window.postMessage(message, location.origin);
          count += 1;
        };
        const says = (interaction: object) =>
          post({ protocol: 'ringside', version: 1, type: 'interaction', interaction });
        const started = performance.now();
        for (let past = 0; past < 2_000; past = performance.now() - started) {
          for (let burst = 0; burst < 10; burst++) {
            post({ type: 'meter', level: count });
            says({ ...call, state: past < 700 ? 'offered' : 'active' });
          }
          if (past > 1_200) says(second);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return count;
      },
      { call, second: phoneCall('noise-2', known) },
    );
    assert.ok(posted > 1_000, `${posted} messages`);
    await view.heads('Nora Noise');
    await until('both calls on the rail, each once', async () => {
      const rail = (await view.rail()).join();
      return rail.split('Nora Noise').length === 2 && rail.split('Kim Known').length === 2;
    });
    assert.match((await view.rail()).join(), /Nora Noise.*Active/);
    for (const one of [call, phoneCall('noise-2', known)])
      await host.interaction({ ...one, state: 'finished', endReason: 'completed' });
    await stillPops();
  });

  test('hostile SIP frames start no call and break nothing; a good call after them pops', async () => {
    const chance = random();
    console.log(`hostile SIP frames: SEED=${chance.seed}`);
    const wire = await startSipWire();
    const pageErrors: string[] = [];
    try {
      stage.pages.put(
        '/hostile-wire',
        `<!doctype html><title>Wire</title><script>
          const socket = new WebSocket('${wire.url}', 'sip');
          window.frames_ = 0;
          socket.onmessage = () => { window.frames_ += 1; };
        </script>`,
      );
      const page = await stage.ringside.context.newPage();
      page.on('pageerror', (error) => pageErrors.push(String(error)));
      await page.goto(`${stage.pages.origin()}/hostile-wire`);
      await wire.connected();
      for (const frame of hostileFrames(chance, 300)) wire.send(frame);
      wire.send(invite({ callId: 'good', from: known }));
      await view.heads('Kim Known');
      wire.send(cancel({ callId: 'good', from: known }));
      await until('every frame to have reached the page itself', () =>
        page.evaluate(() => (window as unknown as { frames_: number }).frames_ === 302),
      );
      assert.deepEqual(pageErrors, []);
      await page.close();
      await stillPops();
    } finally {
      await wire.stop();
    }
  });

  test('a credential the CRM refuses: signed out, said so, and nobody is left on screen', async () => {
    await host.interaction(phoneCall('refused', known, { state: 'active' }));
    await view.heads('Kim Known');
    stage.proxy.fail(() => ({ kind: 'status', status: 401 }));
    await host.interaction(phoneCall('refused-2', '+442079460593', { state: 'active' }));
    await view.says(/[Ss]igned out/);
    assert.equal(await view.where.getByText('Kim Known').count(), 0);
    stage.proxy.fail(undefined);
    await stage.connect();
    await view.heads('Kim Known');
  });

  /** In words of our own, never the CRM's. */
  async function failureIsSaid(words: RegExp, within = 15_000): Promise<void> {
    await until(
      'the failure to be said',
      async () => words.test((await view.where.locator('body').textContent()) ?? ''),
      { within },
    );
  }

  /** It retries by itself, so that the button may be gone before it is pressed. */
  async function again(): Promise<void> {
    await view
      .button('Try now')
      .click({ timeout: 2_000 })
      .catch(() => {});
  }
});
