import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { until } from '../scripts/process/until.ts';
import { startPlainChromium } from './harness/browser/chromium.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

/** T3: who may speak to the widget. The listener itself in a real frame; `frame-ancestors` would hide its mistakes. */
let pages: PageServer;
let browser: Browser;

before(async () => {
  [pages, browser] = await Promise.all([startPages(), startPlainChromium()]);
  const script = await bundle();
  pages.put(
    '/frame',
    `<!doctype html><script>${script}</script><script>
      window.heard = [];
      Listener.listenToParent(window, {
        embedOrigins: JSON.parse(new URLSearchParams(location.search).get('origins')),
        onEvent: (origin, event) => heard.push([origin, event.type === 'focus' ? event.interactionId : event.type]),
        signal: new AbortController().signal,
      });
    </script>`,
  );
  pages.put('/parent', '<!doctype html><title>parent</title><body></body>');
});

after(async () => {
  await browser?.close();
  await pages?.stop();
});

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../widget/listen-to-parent.ts'),
        formats: ['iife'],
        name: 'Listener',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  assert.ok(output && 'output' in output && output.output[0].type === 'chunk');
  return output.output[0].code.replaceAll('</script', '<\\/script');
}

const hello = {
  protocol: 'ringside',
  version: 1,
  type: 'hello',
  host: { name: 'Desk', version: '1' },
  commands: [],
};
const focus = (interactionId: string) => ({ protocol: 'ringside', version: 1, type: 'focus', interactionId });

interface Seen {
  /** Questions that reached the parent. */
  asked: number;
  heard: [string, string][];
}

/** A parent at `origin` embeds the frame, which allows `allowed`, then speaks as `speak` says. */
async function embed(
  origin: string,
  allowed: string[],
): Promise<{ page: Page; frame: Frame; seen(): Promise<Seen> }> {
  const page = await browser.newPage();
  await page.goto(`${origin}/parent`);
  const source = `${pages.origin('127.0.0.1')}/frame?origins=${encodeURIComponent(JSON.stringify(allowed))}`;
  await page.evaluate((src) => {
    Object.assign(window, { asked: 0 });
    window.addEventListener('message', ({ data }) => {
      if (data.type === 'hello?') Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
    });
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  }, source);
  const frame = page.frames()[1]!;
  return {
    page,
    frame,
    seen: async () => ({
      asked: await page.evaluate(() => Reflect.get(window, 'asked')),
      heard: await frame.evaluate(() => Reflect.get(window, 'heard')),
    }),
  };
}

/** Hands a port with `first`, then says `rest` over it; answers once the frame has had the chance to hear all of it. */
async function speak(page: Page, frame: Frame, first: unknown, rest: unknown[], ports = 1): Promise<void> {
  await page.evaluate(
    ({ first, rest, ports }) => {
      const channels = Array.from({ length: ports }, () => new MessageChannel());
      const [frame] = Array.from(document.querySelectorAll('iframe'));
      frame!.contentWindow!.postMessage(
        first,
        '*',
        channels.map(({ port2 }) => port2),
      );
      for (const message of rest) channels[0]?.port1.postMessage(message);
      Object.assign(window, { channels });
    },
    { first, rest, ports },
  );
  await settled(frame);
}

/** Messages come in order, so one sent by the frame to itself twice comes after everything that was on its way. */
async function settled(frame: Frame): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    await frame.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        }),
    );
}

test('the configured parent is asked, and heard over the port that comes with its hello', async () => {
  const origin = pages.origin('localhost');
  const { page, frame, seen } = await embed(origin, ['https://other.example', origin]);
  await speak(page, frame, hello, [focus('a'), focus('b')]);
  await until('both events', async () => (await seen()).heard.length === 3);
  assert.deepEqual(await seen(), {
    asked: 1,
    heard: [
      [origin, 'hello'],
      [origin, 'a'],
      [origin, 'b'],
    ],
  });
  await page.close();
});

const matrix: [string, (port: number) => { origin: string; allowed: string }][] = [
  [
    'another port',
    (port) => ({ origin: `http://localhost:${port}`, allowed: `http://localhost:${port + 1}` }),
  ],
  [
    'https configured, http embeds',
    (port) => ({ origin: `http://localhost:${port}`, allowed: `https://localhost:${port}` }),
  ],
  [
    'the allowed name as a prefix',
    (port) => ({
      origin: `http://desk.localhost.evil.localhost:${port}`,
      allowed: `http://desk.localhost:${port}`,
    }),
  ],
  [
    'the allowed name as a suffix',
    (port) => ({ origin: `http://evildesk.localhost:${port}`, allowed: `http://desk.localhost:${port}` }),
  ],
  [
    'a subdomain of the allowed name',
    (port) => ({ origin: `http://sub.desk.localhost:${port}`, allowed: `http://desk.localhost:${port}` }),
  ],
  [
    'the frame’s own origin',
    (port) => ({ origin: `http://127.0.0.1:${port}`, allowed: `http://localhost:${port}` }),
  ],
];

for (const [name, make] of matrix) {
  test(`nobody else is asked or heard: ${name}`, async () => {
    const { origin, allowed } = make(pages.port);
    const { page, frame, seen } = await embed(origin, [allowed]);
    await speak(page, frame, hello, [focus('a')]);
    assert.deepEqual(await seen(), { asked: 0, heard: [] });
    await page.close();
  });
}

test('a parent without an origin is not heard', async () => {
  const page = await browser.newPage();
  const origins = encodeURIComponent(JSON.stringify(['https://desk.example', 'http://localhost']));
  const inner = `${pages.origin('127.0.0.1')}/frame?origins=${origins}`;
  pages.put(
    '/opaque',
    `<!doctype html><iframe src="${inner}"></iframe><script>
      onload = () => {
        const { port1, port2 } = new MessageChannel();
        frames[0].postMessage(${JSON.stringify(hello)}, '*', [port2]);
        port1.postMessage(${JSON.stringify(focus('a'))});
        parent.postMessage(origin, '*');
      };
    </script>`,
  );
  await page.goto(`${pages.origin('localhost')}/parent`);
  const said = await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = src;
      document.body.append(frame);
      return new Promise((resolve) =>
        addEventListener('message', ({ data }) => resolve(data), { once: true }),
      );
    },
    `${pages.origin('localhost')}/opaque`,
  );
  assert.equal(said, 'null');
  const frame = await until('the frame', () => page.frames().find((each) => each.url().includes('/frame?')));
  await settled(frame);
  assert.deepEqual(await frame.evaluate(() => Reflect.get(window, 'heard')), []);
  await page.close();
});

test('a sibling frame of the configured origin is not the parent', async () => {
  const origin = pages.origin('localhost');
  const { page, frame, seen } = await embed(origin, [origin]);
  await page.evaluate(
    ({ message }) => {
      const sibling = document.createElement('iframe');
      sibling.src = '/parent';
      document.body.append(sibling);
      return new Promise<void>((resolve) =>
        sibling.addEventListener('load', () => {
          const script = sibling.contentDocument!.createElement('script');
          script.textContent = `parent.frames[0].postMessage(${JSON.stringify(message)}, '*', [new MessageChannel().port2])`;
          sibling.contentDocument!.body.append(script);
          resolve();
        }),
      );
    },
    { message: hello },
  );
  await settled(frame);
  assert.deepEqual((await seen()).heard, []);
  await page.close();
});

for (const [name, first, ports] of [
  ['hello without a port', hello, 0],
  ['hello with two ports', hello, 2],
  ['another message first', focus('a'), 1],
  ['hello of another version', { ...hello, version: 2 }, 1],
  ['hello that is too big', { ...hello, padding: 'x'.repeat(9_000) }, 1],
] as const) {
  test(`${name} opens nothing, and the right hello after it does`, async () => {
    const origin = pages.origin('localhost');
    const { page, frame, seen } = await embed(origin, [origin]);
    await speak(page, frame, first, [focus('wrong')], ports);
    assert.deepEqual((await seen()).heard, []);
    await speak(page, frame, hello, [focus('right')]);
    await until('the right event', async () => (await seen()).heard.length === 2);
    assert.deepEqual((await seen()).heard, [
      [origin, 'hello'],
      [origin, 'right'],
    ]);
    await page.close();
  });
}

test('after the first port neither the window nor another port is heard', async () => {
  const origin = pages.origin('localhost');
  const { page, frame, seen } = await embed(origin, [origin]);
  await speak(page, frame, hello, [focus('first')]);
  await until('the first port', async () => (await seen()).heard.length === 2);
  await speak(page, frame, hello, [focus('second')]);
  await speak(page, frame, focus('window'), [], 0);
  assert.deepEqual(
    (await seen()).heard.map(([, what]) => what),
    ['hello', 'first'],
  );
  await page.close();
});
