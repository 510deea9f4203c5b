import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { random } from './harness/random.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { type ExactWire, startExactWire } from './sip/exact-wire.ts';
import { cancel, invite } from './sip/frames.ts';

const known = '+442079460601';

describe('a hostile host page', () => {
  let stage: Stage;
  let view: PanelView;

  before(async () => {
    stage = await setStage();
    await stage.contact('Hal Honest', known);
    await stage.connect({ hosts: [stage.pages.origin(), stage.pages.origin('127.0.0.1')] });
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

    // Its own host's lookups are spent, perhaps for minutes: another host's are not.
    await host.page.close();
    const calm = await openHostPage(context, stage.pages, { path: '/calm', name: '127.0.0.1' });
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

describe('a softphone page that meddles with what we use', () => {
  const caller = '+442079460602';
  let stage: Stage;
  let wire: ExactWire;
  let view: PanelView;

  before(async () => {
    [stage, wire] = await Promise.all([setStage(), startExactWire()]);
    await stage.contact('Mia Meddled', caller);
    await stage.connect();
    view = panelView(await stage.ringside.openPanel());
  });

  after(async () => {
    assert.deepEqual(stage?.ringside.complaints ?? [], []);
    await wire?.stop();
    await stage?.stop();
  });

  /** Opens a socket in the page, lets a call ring and end on it, and checks that the page still gets its frames. */
  async function rings(page: Page, callId: string): Promise<void> {
    const { context } = stage.ringside;
    const [socket, heard] = [wire.count(), await quietly<number>(context, page, 'got.length')];
    await quietly(context, page, `void got.open(${JSON.stringify(wire.url)})`);
    await until('the socket', () => wire.count() > socket);
    wire.send(socket, invite({ callId, from: caller }));
    await view.heads('Mia Meddled');
    await view.railHolds(1);
    wire.send(socket, cancel({ callId, from: caller }));
    await view.railHolds(0);
    const frames = () => quietly<number>(context, page, 'got.length');
    await until('both frames in the page', async () => (await frames()) === heard + 2);
    assert.deepEqual(await quietly(context, page, 'harm'), []);
  }

  const meddling: [string, string][] = [
    [
      'freezes the prototypes before its first socket',
      `for (const each of [Object, Array, EventTarget, WebSocket, MessageEvent, CustomEvent, Function, WeakMap, RegExp])
         Object.freeze(each.prototype);
       Object.freeze(WebSocket);`,
    ],
    [
      'puts its own wrapper before the constructor',
      `const Before = WebSocket;
       window.WebSocket = class WebSocket extends Before {
         constructor(...all) { super(...all); this.own = true; }
         send(data) { return super.send(data); }
       };`,
    ],
    [
      'puts a function before the constructor and handlers of its own on the prototype',
      `const Before = WebSocket;
       const add = WebSocket.prototype.addEventListener;
       WebSocket.prototype.addEventListener = function (...all) { return add.apply(this, all); };
       window.WebSocket = function (address) { return Reflect.construct(Before, [address], Before); };
       window.WebSocket.prototype = Before.prototype;`,
    ],
    [
      'says again and again that our content script has started anew',
      `const names = ['host', 'host-tap', 'content'];
       const starters = ['EXTENSION', 'ringside', 'Ringside'];
       for (let round = 0; round < 200; round += 1)
         for (const starter of starters) for (const contentScriptName of names) {
           const type = starter + ':' + contentScriptName + ':wxt:content-script-started';
           for (const each of [type, starter + ':wxt:content-script-started'])
             for (const target of [document, window])
               target.dispatchEvent(new CustomEvent(each, { detail: { contentScriptName, messageId: String(round) } }));
           window.postMessage({ type: starter + ':wxt:content-script-started', contentScriptName, messageId: String(round) }, '*');
         }`,
    ],
  ];
  for (const [index, [what, script]] of meddling.entries()) {
    test(`that ${what}: calls are read, and the page works as before`, async () => {
      const path = `/meddles-${index}`;
      stage.pages.put(
        path,
        `<!doctype html><title>Meddles</title><script>
          window.harm = [];
          window.got = [];
          addEventListener('error', ({ message }) => harm.push(message));
          addEventListener('unhandledrejection', ({ reason }) => harm.push(String(reason)));
          got.open = (address) => {
            const socket = new WebSocket(address);
            socket.addEventListener('message', ({ data }) => got.push(data));
            if (!(socket instanceof WebSocket)) harm.push('no WebSocket');
            return socket;
          };
          window.meddle = () => { ${script.replaceAll('EXTENSION', stage.ringside.url('').split('/')[2] ?? '')} };
        </script>`,
      );
      const page = await stage.ringside.context.newPage();
      await page.goto(`${stage.pages.origin()}${path}`);
      // Freezing is tried as the page's first act; the others between two calls.
      if (index > 0) await rings(page, `before-${index}`);
      await quietly(stage.ringside.context, page, 'meddle()');
      await rings(page, `after-${index}`);
      await rings(page, `again-${index}`);
      await page.close();
    });
  }
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
