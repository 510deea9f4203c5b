import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type Stage, setStage } from './harness/stage.ts';
import { type ExactWire, startExactWire } from './sip/exact-wire.ts';
import { bye, type Dialog, invite } from './sip/frames.ts';
import { type Kamailio, startKamailio } from './sip/kamailio.ts';
import { type SippCall, startSippCall } from './sip/sipp.ts';
import { openSoftphone, type SoftphonePage } from './sip/softphone-page.ts';

const zoe = '+33199007001';
const otto = '+33199007002';

let stage: Stage;
let view: PanelView;

before(async () => {
  stage = await setStage();
  await stage.contact('Zoe Quaint', zoe);
  await stage.contact('Otto Other', otto);
  await stage.connect();
  view = panelView(await stage.ringside.openPanel());
});

after(async () => {
  assert.deepEqual(stage?.ringside.complaints ?? [], []);
  await stage?.stop();
});

describe('signalling that browsers do not write', () => {
  let kamailio: Kamailio;
  let agent: SoftphonePage;
  let call: SippCall | undefined;

  before(async () => {
    kamailio = await startKamailio();
    agent = await openSoftphone(await stage.ringside.context.newPage(), {
      pages: stage.pages.origin(),
      url: kamailio.url,
      library: 'jssip',
      user: 'agent',
    });
  });

  after(async () => {
    await call?.stop();
    await agent?.page.close();
    await kamailio?.stop();
  });

  test('compact and folded headers in odd case: caller, campaign, answer and end are known', async () => {
    call = await startSippCall('odd-caller', { url: kamailio.url, number: zoe });
    await agent.reaches('ringing');
    await view.heads('Zoe Quaint');
    await view.says(/Field service/);
    await agent.press('Answer');
    await agent.reaches('active');
    await view.railHolds(1);
    await agent.press('Hang up');
    await call.finished();
    await view.clearRail();
    await view.railHolds(0);
  });

  test('a call that another agent takes leaves the rail', async () => {
    call = await startSippCall('answered-elsewhere', { url: kamailio.url, number: otto });
    await view.heads('Otto Other');
    await call.finished();
    await view.railHolds(0);
    await agent.reaches('ended');
  });
});

describe('frames of a page of its own', () => {
  let wire: ExactWire;
  let page: Page;

  before(async () => {
    wire = await startExactWire();
    stage.pages.put(
      '/wire',
      `<!doctype html><title>Wire</title><script>
      window.sockets = [];
      window.heard = 0;
      window.open1 = (type) => new Promise((resolve) => {
        const socket = new WebSocket(${JSON.stringify(wire.url)});
        socket.binaryType = type;
        socket.onmessage = () => { heard += 1; };
        socket.onopen = () => resolve(sockets.push(socket) - 1);
      });
    </script>`,
    );
    page = await stage.ringside.context.newPage();
    await page.goto(`${stage.pages.origin()}/wire`);
  });

  after(async () => {
    await page?.close();
    await wire?.stop();
  });

  const look = <T>(expression: string) => quietly<T>(stage.ringside.context, page, expression);
  /** What comes in is what the page's wire gives back of what a test puts on it. */
  const opens = async (type: 'blob' | 'arraybuffer') => {
    const before = wire.count();
    await look(`window.open1('${type}')`);
    await until('the socket', () => wire.count() > before);
    return before;
  };
  const dialog = (callId: string, from: string, headers: string[] = []): Dialog => ({
    callId,
    from,
    headers,
  });
  const answered = (text: string) => `sockets.at(-1).send(${JSON.stringify(text)})`;
  const ok = (one: Dialog) =>
    invite(one)
      .replace(/^INVITE.*$/m, 'SIP/2.0 200 OK\r')
      .replace(/^To: .*$/m, 'To: <sip:agent@ringside.invalid>;tag=us\r');

  for (const type of ['blob', 'arraybuffer'] as const) {
    test(`binary frames that a page gets as ${type} are read, in order`, async () => {
      const socket = await opens(type);
      const one = dialog(`binary-${type}`, zoe);
      wire.send(socket, Buffer.from(invite(one)));
      await view.heads('Zoe Quaint');
      wire.send(socket, Buffer.from(invite({ ...one, callId: `second-${type}` })));
      wire.send(
        socket,
        Buffer.from(invite({ ...one, callId: `second-${type}` }).replaceAll('INVITE', 'CANCEL')),
      );
      wire.send(socket, invite(one).replaceAll('INVITE', 'CANCEL'));
      await view.railHolds(0);
    });
  }

  test('a message cut in two, and two in one frame', async () => {
    const socket = await opens('blob');
    const [one, two] = [dialog('cut', zoe), dialog('batch', otto)];
    const text = invite(one);
    wire.send(socket, text.slice(0, 150));
    wire.send(socket, text.slice(150));
    await view.heads('Zoe Quaint');
    wire.send(socket, invite(one).replaceAll('INVITE', 'CANCEL') + invite(two));
    await view.heads('Otto Other');
    await view.railHolds(1);
    wire.send(socket, invite(two).replaceAll('INVITE', 'CANCEL'));
    await view.railHolds(0);
  });

  test('a call goes on over a new socket and is hung up there', async () => {
    const first = await opens('blob');
    const one = dialog('moves', zoe);
    wire.send(first, invite(one));
    await view.heads('Zoe Quaint');
    const rang = (await view.rail()).join();
    await look(answered(ok(one)));
    await until('the page to have answered', async () => (await view.rail()).join() !== rang);
    wire.close(first);
    const second = await opens('blob');
    wire.send(second, bye(one));
    await view.clearRail();
    await view.railHolds(0);
  });

  test('a transfer that replaces the consultation is one interaction, with the caller', async () => {
    const socket = await opens('blob');
    const consult = dialog('consult', otto);
    wire.send(socket, invite(consult));
    await view.heads('Otto Other');
    await look(answered(ok(consult)));
    const caller = dialog('transferred', zoe, ['Replaces: consult;to-tag=us;from-tag=f-consult']);
    const heard = await look<number>('heard');
    wire.send(socket, invite(caller));
    await until('the page to hear of the caller', async () => (await look('heard')) !== heard);
    await look(answered(ok(caller)));
    await view.heads('Zoe Quaint');
    wire.send(socket, bye(consult));
    await view.railHolds(1);
    await view.heads('Zoe Quaint');
    wire.send(socket, bye(caller));
    await view.clearRail();
    await view.railHolds(0);
  });
});

describe('a page that was open before Ringside', () => {
  let wire: ExactWire;
  let page: Page;

  /** A softphone that answers from within its handler, as a page does: what it was told first to say of a Call-ID. */
  const softphone = (url: string) => `<!doctype html><title>Open before</title><script>
    window.answers = {};
    window.heard = 0;
    window.socket = new WebSocket(${JSON.stringify(url)});
    socket.onmessage = ({ data }) => {
      const [, method, id] = /^(\\w+)[^]*?Call-ID: (\\S+)/.exec(data) ?? [];
      for (const status of (method === 'INVITE' && answers[id]) || [])
        socket.send(data.replace(/^.*$/m, 'SIP/2.0 ' + status).replace(/^To: <(.*)>(?!;)/m, 'To: <$1>;tag=us'));
      heard += 1;
    };
    window.opened = new Promise((resolve) => { socket.onopen = resolve; });
  </script>`;
  const look = <T>(expression: string) => quietly<T>(stage.ringside.context, page, expression);
  const dialog = (callId: string, from: string): Dialog => ({ callId, from });
  const within = (one: Dialog, method: string) =>
    bye(one)
      .replaceAll('BYE', method)
      .replace('ringside.invalid>\r\nCall', 'ringside.invalid>;tag=us\r\nCall');
  /** The page has taken what was sent. */
  const take = async (text: string) => {
    const before = await look<number>('heard');
    wire.send(0, text);
    await until('the page to take it', async () => (await look<number>('heard')) > before);
  };

  before(async () => {
    wire = await startExactWire();
    stage.pages.put('/before', softphone(wire.url));
    await stage.connect({ hosts: [] });
    page = await stage.ringside.context.newPage();
    await page.goto(`${stage.pages.origin()}/before`);
    await look('opened');
    // A call begins and is answered before anybody looks.
    await look("void (answers.before = ['200 OK'])");
    await take(invite(dialog('before', zoe)));
    await stage.connect();
    await view.says(/was open before Ringside/);
  });

  after(async () => {
    await page?.close();
    await wire?.stop();
  });

  test('a call that it refuses at once does not go on ringing, the first after us either', async () => {
    for (const callId of ['refused', 'refused-again']) {
      await look(`void (answers[${JSON.stringify(callId)}] = ['100 Trying', '486 Busy Here'])`);
      await take(invite(dialog(callId, otto)));
      // Its frames passed before these: what still stands on the rail then has not ended.
      const next = dialog(`after-${callId}`, zoe);
      await take(invite(next));
      await view.heads('Zoe Quaint');
      await view.railHolds(1);
      await take(invite(next).replaceAll('INVITE', 'CANCEL'));
      await view.railHolds(0);
    }
  });

  test('a call that it answers at once is active', async () => {
    const one = dialog('answered', otto);
    await look("void (answers.answered = ['100 Trying', '180 Ringing', '200 OK'])");
    await take(invite(one));
    await view.heads('Otto Other');
    await until('it to be active', async () => /Active/.test((await view.rail()).join()));
    await take(bye(one));
    await view.clearRail();
    await view.railHolds(0);
  });

  test('a call that went on before is shown from its next sign of life on, as joined late, and ends', async () => {
    const one = dialog('before', zoe);
    await look("void (answers.before = ['100 Trying', '200 OK'])");
    await take(within(one, 'INVITE'));
    await view.heads('Zoe Quaint');
    await until('it to be joined late', async () => /Joined late/.test((await view.rail()).join()));
    assert.doesNotMatch((await view.rail()).join(), /\d\d:\d\d/);
    const second = dialog('second', otto);
    await take(invite(second));
    await view.railHolds(2);
    await take(invite(second).replaceAll('INVITE', 'CANCEL'));
    await take(bye(one));
    await view.clearRail();
    await view.railHolds(0);
  });
});

describe('sockets of frames', () => {
  let wire: ExactWire;
  let page: Page;

  before(async () => {
    wire = await startExactWire();
    const opens = `new WebSocket(${JSON.stringify(wire.url)})`;
    stage.pages.put('/framed', `<!doctype html><title>Framed</title><script>${opens}</script>`);
    stage.pages.put(
      '/frames',
      `<!doctype html><title>Frames</title><script>
      window.add = (shape) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, shape);
        document.body.append(frame);
        return frame;
      };
      window.shapes = {
        address: () => add({ src: '/framed' }),
        srcdoc: () => add({ srcdoc: ${JSON.stringify(`<script>${opens}</script>`).replaceAll('</', '<\\/')} }),
        blank: () => {
          const frame = add({});
          setTimeout(() => new frame.contentWindow.${opens.slice(4)}, 300);
        },
        atOnce: () => new (add({}).contentWindow.${opens.slice(4, 13)})(${JSON.stringify(wire.url)}),
      };
    </script><body></body>`,
    );
    page = await stage.ringside.context.newPage();
    await page.goto(`${stage.pages.origin()}/frames`);
  });

  after(async () => {
    await page?.close();
    await wire?.stop();
  });

  for (const [shape, what] of [
    ['address', 'of the page’s origin'],
    ['srcdoc', 'that the page wrote into it'],
    ['blank', 'without an address'],
    ['atOnce', 'without an address, from its first moment on'],
  ]) {
    test(`are read in a frame ${what}`, async () => {
      const socket = wire.count();
      await quietly(stage.ringside.context, page, `void shapes.${shape}()`);
      await until('the socket', () => wire.count() > socket);
      const one: Dialog = { callId: `frame-${shape}`, from: zoe };
      wire.send(socket, invite(one));
      await view.heads('Zoe Quaint');
      wire.send(socket, invite(one).replaceAll('INVITE', 'CANCEL'));
      await view.railHolds(0);
    });
  }
});
