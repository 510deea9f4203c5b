import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ruleFileSchema } from '../lib/domain/host/host-rules.ts';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

const number = '+442079460613';
const name = 'Cassandra Canary';

describe('the host diagnostics', () => {
  let stage: Stage;
  let host: HostPage;
  let options: Page;

  before(async () => {
    stage = await setStage();
    await stage.connect();
    host = await openHostPage(stage.ringside.context, stage.pages);
    options = await stage.ringside.context.newPage();
    await options.goto(stage.ringside.url('options.html#diagnostics'));
  });

  after(() => stage?.stop());

  const shown = async () => (await options.locator('#diagnostics').textContent()) ?? '';
  const report = () => options.getByLabel('Report').inputValue();
  const says = (words: RegExp) => until(`${words} in the diagnostics`, async () => words.test(await shown()));

  test('show live what the page says and why some of it is dropped, and nobody it is about', async () => {
    await host.interaction(phoneCall('call-613', number, { displayName: name }));
    await says(/offered, phone, inbound/);
    await says(/What goes on in this page is seen: \d+ event/);
    await host.interaction(phoneCall('call-614', number, { direction: 'internal' }));
    await says(/internal call: does not pop/);
    await host.post({ protocol: 'ringside', version: 1, type: 'inbox', mode: name });
    await says(/not valid at mode/);
    const frame = `(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const script = frame.contentDocument.createElement('script');
      script.textContent = "parent.postMessage({ protocol: 'ringside', version: 1, type: 'focus', interactionId: 'call-613' }, '*')";
      frame.contentDocument.body.append(script);
    })()`;
    await quietly(stage.ringside.context, host.page, frame);
    await says(/forged sender/);
    await says(/Live interactions[\s\S]*ClientIDHost protocol/);

    for (const text of [await shown(), await report()]) {
      assert.doesNotMatch(text, /Cassandra|Canary|460613|call-61/);
      assert.match(text, /#[0-9a-f]{6}/);
    }
  });

  test('survive a kill of the worker, and go on', async () => {
    const before = await report();
    assert.match(before, /internal call/);
    await stage.ringside.killWorker();
    await host.inbox('full');
    await says(/inbox full/);
    assert.match(await shown(), /internal call: does not pop/);
    assert.match(await shown(), /not valid at mode/);
  });

  test('forget events when they are cleared', async () => {
    await options.getByRole('button', { name: 'Clear' }).click();
    await until('cleared diagnostics', async () => !/internal call/.test(await shown()));
    assert.match(await shown(), /Host protocol/);
    assert.deepEqual(stage.ringside.complaints, []);
  });

  test('say, to agents too, that a rule does not fit the page, until it does', async () => {
    const rules = [
      ruleFileSchema.parse({
        version: 1,
        id: 'test',
        label: 'Test desk',
        rules: [
          {
            id: 'calls',
            where: [{ host: new URL(stage.pages.origin()).host }],
            read: 'dom',
            versions: [{ since: '2026-01-01', probe: '#calls', rows: '.call', state: [{ is: 'active' }] }],
          },
        ],
      }),
    ];
    await host.endAll();
    await stage.connect({ settings: { rules } });
    const panel = await stage.ringside.openPanel();
    await panel.getByText(/^Ringside cannot read /).waitFor();
    await says(/Cannot read this page/);
    const build = "document.body.append(Object.assign(document.createElement('div'), { id: 'calls' }))";
    await quietly(stage.ringside.context, host.page, build);
    await says(/can read this page/);
    await panel.getByText(/^Ringside cannot read /).waitFor({ state: 'detached' });
  });
});
