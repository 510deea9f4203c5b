import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { connectContact, frameAt, putContractPages } from './harness/pages/contract-pages.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker. */
declare const chrome: Pick<ExtensionApi, 'scripting'>;

/** Vendors' own libraries where there are any, else messages as they publish them, in the real extension. */
const petra = '+46850551234';

describe('contracts that windows speak', () => {
  let stage: Stage;
  let view: PanelView;
  let host: string;
  let page: Page;

  before(async () => {
    stage = await setStage();
    await stage.contact('Petra Lindqvist', petra);
    await stage.contact('Jonah Adeyemi', '+442079469901');
    const put = await putContractPages(stage.pages);
    host = put.host;
    await stage.connect({ hosts: [{ origin: host, frameOrigin: put.vendor }] });
    view = panelView(await stage.ringside.openPanel());
  });

  after(async () => {
    assert.deepEqual(stage?.ringside.complaints ?? [], []);
    await stage?.stop();
  });

  const open = async (path: string, inner: string): Promise<Frame> => {
    page = await stage.ringside.context.newPage();
    await page.goto(`${host}${path}`);
    return frameAt(page, inner);
  };
  const says = (text: RegExp) =>
    until(`the rail to say ${text}`, async () => text.test((await view.rail()).join()));
  const ends = async () => {
    await view.clearRail();
    await view.railHolds(0);
    await page.close();
  };

  const scripts = async () =>
    (await stage.ringside.worker()).evaluate(
      async () => (await chrome.scripting.getRegisteredContentScripts()).length,
    );

  describe('HubSpot’s calling SDK on both sides', () => {
    const data = { externalCallId: 'h1', fromNumber: petra, toNumber: '+35315550100' };
    const tell = (frame: Frame, method: string, more: object = {}) =>
      frame.evaluate(({ method, data }) => Reflect.get(window, 'app')[method](data), {
        method,
        data: { ...data, ...more },
      });

    test('an incoming call rings, is answered and ended, and stays one', async () => {
      const app = await open('/hubspot', '/calling-app');
      await until('the handshake', () => app.evaluate(() => Reflect.get(window, 'ready')));
      await tell(app, 'incomingCall');
      await view.heads('Petra Lindqvist');
      await tell(app, 'callAnswered');
      await view.railHolds(1);
      await tell(app, 'callEnded', { engagementId: 1, callEndStatus: 'COMPLETED' });
      await tell(app, 'callCompleted', { engagementId: 1 });
      const heard = () => page.evaluate(() => Reflect.get(window, 'heard'));
      await until('HubSpot to have heard it too', async () => (await heard()).includes('CALL_COMPLETED'));
      await says(/ended|finished|done/i);
      await ends();
    });
  });

  describe('Amazon Connect Streams with a stub of its CCP', () => {
    const update = (ccp: Frame, contacts: unknown[]) =>
      ccp.evaluate((all) => Reflect.get(window, 'update')(all), contacts);

    test('a call rings, is answered, held, resumed and ended; the queue is the campaign', async () => {
      const ccp = await open('/connect', '/ccp');
      await update(ccp, []);
      await update(ccp, [connectContact('c1', 'connecting')]);
      await view.heads('Petra Lindqvist');
      await view.says(/Field service/);
      await update(ccp, [connectContact('c1', 'connected')]);
      await update(ccp, [connectContact('c1', 'connected', { connection: 'hold' })]);
      await says(/held/i);
      await update(ccp, [connectContact('c1', 'connected')]);
      await until('the call to go on', async () => !/held/i.test((await view.rail()).join()));
      await view.railHolds(1);
      await update(ccp, [connectContact('c1', 'ended')]);
      await update(ccp, []);
      await says(/ended|finished|done/i);
      await ends();
    });

    test('the contact in view is in front, and a missed call leaves', async () => {
      const ccp = await open('/connect', '/ccp');
      const first = connectContact('c2', 'connected');
      const second = connectContact('c3', 'connecting', { phoneNumber: '+442079469901' });
      await update(ccp, [first]);
      await view.heads('Petra Lindqvist');
      await update(ccp, [first, second]);
      await view.railHolds(2);
      await view.heads('Petra Lindqvist');
      for (const id of ['c3', 'c3', '']) await ccp.evaluate((one) => Reflect.get(window, 'view')(one), id);
      await ccp.evaluate(() => Reflect.get(window, 'view')('c3'));
      await view.heads('Jonah Adeyemi');
      await update(ccp, [first, { ...second, state: { type: 'missed', timestamp: new Date() } }]);
      await update(ccp, [first]);
      await view.railHolds(1);
      await update(ccp, []);
      await ends();
    });

    test('a call that began before Ringside was there is found', async () => {
      await stage.connect({ hosts: [] });
      await until('the host scripts to be gone', async () => (await scripts()) === 0);
      const ccp = await open('/connect', '/ccp');
      await update(ccp, [connectContact('c4', 'connected')]);
      await stage.connect({ hosts: [{ origin: host, frameOrigin: stage.pages.origin('127.0.0.1') }] });
      await view.heads('Petra Lindqvist');
      await update(ccp, []);
      await says(/ended|finished|done/i);
      await ends();
    });
  });

  describe('messages as vendors publish them', () => {
    const call = { callId: 'z1', direction: 'inbound', caller: { phoneNumber: petra }, callee: {} };
    const say = (frame: Frame, message: unknown) =>
      frame.evaluate((one) => Reflect.get(window, 'say')(one), message);

    test('Zoom Phone, RingCentral, 8x8 and uContact in a frame of the named origin', async () => {
      const frame = await open('/around-a-frame', '/frame');
      const web = { id: 'r1', direction: 'Inbound', from: petra, to: '+1650' };
      const exchanges: [unknown, unknown][] = [
        [
          { type: 'zp-call-ringing-event', data: call },
          { type: 'zp-call-ended-event', data: { ...call, result: 'ended' } },
        ],
        [
          { type: 'rc-call-start-notify', call: web },
          { type: 'rc-call-end-notify', call: web },
        ],
        [
          {
            type: 'aw-interaction-started-v1',
            message: {
              interactionId: 'e1',
              interactionType: 'phone',
              direction: 'inbound',
              customerPhone: petra,
            },
          },
          { type: 'aw-interaction-ended-v1', message: { interactionId: 'e1' } },
        ],
        [
          {
            event: 'assignedInteraction',
            data: { guid: 'u1', channel: 'call', clientId: petra, campaign: 'Ventas<-' },
          },
          { event: 'finishedInteraction', data: { guid: 'u1' } },
        ],
      ];
      for (const [begins, finishes] of exchanges) {
        await say(frame, begins);
        await view.heads('Petra Lindqvist');
        await view.railHolds(1);
        await say(frame, finishes);
        await view.clearRail();
        await until('the rail to be empty', async () => {
          await view.clearRail();
          return (await view.rail()).length === 0;
        });
      }
      await page.close();
    });

    test('8x8’s workspace, over the port that it hands to the app in its frame', async () => {
      page = await stage.ringside.context.newPage();
      await page.goto(`${stage.pages.origin('127.0.0.1')}/workspace`);
      const app = await frameAt(page, '/partner-app');
      const tell = (type: string, message: object) =>
        page.evaluate(({ type, message }) => Reflect.get(window, 'say')(type, message), { type, message });
      const call = {
        interactionId: 'e2',
        interactionType: 'phone',
        direction: 'outbound',
        customerPhone: petra,
      };
      await tell('aw-interaction-started-v1', call);
      await view.heads('Petra Lindqvist');
      assert.deepEqual(await app.evaluate(() => Reflect.get(window, 'heard')), ['aw-interaction-started-v1']);
      await tell('aw-interaction-ended-v1', { interactionId: 'e2' });
      await says(/ended|finished|done/i);
      await ends();
    });

    test('the same words from the page itself, or from a frame of another origin, are nobody’s', async () => {
      const frame = await open('/around-its-own-frame', '/frame');
      const ringing = { type: 'zp-call-ringing-event', data: { ...call, callId: 'forged' } };
      await say(frame, ringing);
      await page.evaluate((message) => window.postMessage(message, window.origin), ringing);
      // What is said after them is dealt with after them.
      await page.evaluate(
        (interaction) =>
          window.postMessage(
            { protocol: 'ringside', version: 1, type: 'interaction', interaction },
            window.origin,
          ),
        {
          id: 'after',
          channel: 'chat',
          direction: 'inbound',
          state: 'active',
          clientId: { kind: 'phone', value: '+442079469901' },
        },
      );
      await view.heads('Jonah Adeyemi');
      await view.railHolds(1);
      await page.close();
    });
  });
});
