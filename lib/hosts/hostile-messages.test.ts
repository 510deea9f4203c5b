import { afterEach, expect, test, vi } from 'vitest';
import { hostEventSchema } from '../domain/host/host-event.ts';
import { ruleFileSchema } from '../domain/host/host-rules.ts';
import { hostAdapters } from './adapters.ts';
import type { HostContext } from './host.ts';

/** Every adapter hears what a hostile page posts: on the window, and as what its tap would say. */
afterEach(() => vi.restoreAllMocks());

const desk = 'https://desk.example';
const words = [
  'rc-call-ring-notify',
  'INCOMING_CALL',
  'zp-call-ringing-event',
  'assignedInteraction',
  'appContext',
];

function cyclic(): object {
  const call: Record<string, unknown> = { id: 'x', type: 'rc-call-ring-notify' };
  call.call = call;
  call.data = call;
  call.payload = call;
  return call;
}

function deep(levels: number): object {
  let value: object = { id: 'x' };
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { call: value } : { data: value };
  return value;
}

const throwing = () =>
  new Proxy(
    {},
    {
      get() {
        throw new Error('get');
      },
      getOwnPropertyDescriptor() {
        throw new Error('descriptor');
      },
      ownKeys() {
        throw new Error('keys');
      },
    },
  );

const getters = (type: string) =>
  Object.defineProperties(
    { type, event: type },
    Object.fromEntries(
      ['call', 'data', 'payload', 'id', 'message'].map((name) => [
        name,
        {
          enumerable: true,
          get: () => {
            throw new Error(name);
          },
        },
      ]),
    ),
  );

const hostile: unknown[] = [
  undefined,
  null,
  Number.NaN,
  Symbol('x'),
  () => 1,
  '',
  '{"__proto__":{"type":"rc-call-ring-notify","call":{"id":"x"}}}',
  '['.repeat(200_000),
  cyclic(),
  deep(200),
  throwing(),
  new Date(Number.NaN),
  new Map([['type', 'rc-call-ring-notify']]),
  ...words.flatMap((type) => [
    getters(type),
    { type, event: type, call: null, data: null, payload: 7 },
    { type, event: type, call: throwing(), data: throwing(), payload: throwing() },
    { type, event: type, call: { id: {} }, data: { guid: [], constructor: 1 }, payload: [[]] },
    JSON.parse(
      `{"type":"${type}","event":"${type}","__proto__":{"data":{"guid":"polluted"}},"constructor":{"prototype":{}}}`,
    ),
  ]),
];

const { rules } = ruleFileSchema.parse({
  version: 1,
  id: 'hostile',
  label: 'Test',
  rules: [
    {
      id: 'messages',
      read: 'message',
      where: [{ host: '*' }],
      versions: [
        {
          since: '2026-11-21',
          origins: ['self'],
          type: ['type', 'event'],
          id: ['call.id', 'data.guid', 'payload.id'],
          events: [{ type: words, state: 'offered', displayName: ['call.name', 'data.name'] }],
        },
      ],
    },
  ],
});

test.each(hostAdapters.map((adapter) => [adapter.id, adapter] as const))(
  '%s lives through what a hostile page posts, and tells nothing that is not valid',
  async (_, adapter) => {
    const parent = { postMessage: () => undefined };
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible', title: '', body: null });
    const location = { origin: desk, host: 'desk.example', pathname: '/', search: '', hash: '', href: desk };
    const page = Object.assign(new EventTarget(), {
      ...parent,
      parent,
      document,
      location,
      MutationObserver: class {},
    });
    const hearsTap: ((message: unknown) => void)[] = [];
    const stop = new AbortController();
    const uncaught = vi.fn();
    process.on('uncaughtException', uncaught);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const told: unknown[] = [];
    adapter.start({
      emit: (event) => {
        told.push(event);
      },
      signal: stop.signal,
      // Only what adapters use of a page.
      window: Object.assign(page, { window: page }) as unknown as HostContext['window'],
      options: { campaignHeader: 'X-Campaign', frameOrigins: [desk], rules },
      tap: { listen: (listener) => hearsTap.push(listener), ask: () => undefined },
      refuse: () => undefined,
    });
    for (const data of hostile)
      for (const source of [page, parent, { parent: page }, null])
        page.dispatchEvent(Object.assign(new Event('message'), { data, origin: desk, source, ports: [] }));
    // What crosses from the page's own world is JSON.
    for (const data of hostile) {
      let text: string | undefined;
      try {
        text = JSON.stringify(data);
      } catch {
        continue;
      }
      if (text !== undefined) for (const hear of hearsTap) expect(() => hear(JSON.parse(text))).not.toThrow();
    }
    // What a listener throws comes to light in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    process.off('uncaughtException', uncaught);
    expect(uncaught).not.toHaveBeenCalled();
    for (const event of told) expect(hostEventSchema.safeParse(event).error).toBeUndefined();
    expect(JSON.stringify(told)).not.toContain('polluted');
  },
);
