import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { growth, linear } from '../../domain/contact/growth-for-tests.ts';
import { type HostInteraction, hostEventSchema } from '../../domain/host/host-event.ts';
import { type HostRule, ruleFileSchema } from '../../domain/host/host-rules.ts';
import type { HostContext } from '../host.ts';
import adapter from './adapter.ts';

const seed = Date.now() | 0;
const desk = 'https://desk.example';
const ring = {
  since: '2026-09-01',
  origins: ['self'],
  type: 'event.type',
  id: 'event.calls[0].id',
  caller: 'event.calls[0].from',
  callee: 'event.calls[0].to',
  callerName: 'event.calls[0].name',
  events: [
    { type: ['ring', 'init'], state: 'offered' },
    {
      type: 'status',
      stateFrom: { path: 'event.status', map: { UP: 'active', HOLD: 'held', OVER: 'finished' } },
    },
    { type: 'note', queue: 'event.queue' },
    { type: 'end', state: 'finished', where: [{ path: 'event.really', is: ['yes'] }] },
  ],
};

function start(versions: object[] = [ring], more: object = {}) {
  const rule = { id: 'calls', read: 'message', where: [{ host: '*' }], versions, ...more };
  const { rules } = ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] });
  const parent = {};
  const opener = {};
  const location = { origin: desk, host: 'desk.example', pathname: '/', search: '', hash: '' };
  const page = Object.assign(new EventTarget(), { location, parent, opener });
  const sources = { self: page, frame: { parent: page }, stranger: { parent: {} }, parent, opener };
  const said: HostInteraction[] = [];
  const refused = vi.fn();
  const counted = vi.fn();
  const stop = new AbortController();
  adapter.start({
    emit: (event) => {
      expect(hostEventSchema.safeParse(event).error).toBeUndefined();
      if (event.type === 'interaction') said.push(event.interaction);
    },
    signal: stop.signal,
    window: page as unknown as HostContext['window'],
    options: { campaignHeader: 'X-Campaign', rules },
    tap: { listen: () => {}, ask: () => {} },
    refuse: refused,
    count: counted,
  });
  const post = (data: unknown, from: keyof typeof sources = 'self', origin = desk) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin, source: sources[from] }));
  return { said, post, stop, refused, counted, page };
}

const call = { id: 'call-1234', from: '+33612345678', to: '7001', name: 'Ann' };
const event = (type: string, more: object = {}) => ({ event: { type, calls: [call], ...more } });

describe('window messages of a rule', () => {
  test('are read by their paths, as objects and as JSON', () => {
    const { said, post } = start();
    post(event('ring'));
    post(JSON.stringify(event('status', { status: 'up' })));
    post(event('note', { queue: 'Billing' }));
    post(event('status', { status: 'HOLD' }));
    post(event('status', { status: 'melted' }));
    post(event('end'));
    post(event('end', { really: 'yes' }));
    expect(said.map(({ state }) => state)).toEqual([
      'offered',
      'active',
      'active',
      'held',
      'held',
      'finished',
    ]);
    expect(said.at(-1)).toMatchObject({
      clientId: { kind: 'phone', value: '+33612345678' },
      displayName: 'Ann',
      queue: 'Billing',
      endReason: 'completed',
      correlation: ['call-1234'],
    });
  });

  test('name the party that is not the agent, by direction', () => {
    const { said, post } = start([
      { ...ring, directionFrom: { path: 'event.way', map: { out: 'outbound' } } },
    ]);
    post(event('ring', { way: 'out', calls: [{ ...call, from: '7001', to: '+442079460000' }] }));
    expect(said[0]).toMatchObject({ direction: 'outbound', clientId: { value: '+442079460000' } });
    expect(said[0]).not.toHaveProperty('displayName');
  });

  test('of a host that names no call are of one call at a time', () => {
    const { said, post } = start([{ ...ring, id: undefined }]);
    post(event('ring'));
    post(event('ring'));
    post(event('ring', { calls: [{ ...call, from: '+442079460000' }] }));
    post(event('status', { status: 'UP', calls: [] }));
    expect(said.map(({ state }) => state)).toEqual(['offered', 'offered', 'finished', 'offered', 'active']);
    expect(said[0]?.id).toBe(said[2]?.id);
    expect(said[4]?.id).toBe(said[3]?.id);
    expect(said[4]).toMatchObject({ clientId: { value: '+442079460000' } });
  });

  test('begin nothing by a word that is no state, and nothing by an end', () => {
    const { said, post } = start();
    post(event('note', { queue: 'Billing' }));
    post(event('end', { really: 'yes' }));
    expect(said).toEqual([]);
  });

  test('are read by the newest version that knows them', () => {
    const older = { ...ring, since: '2020-01-01', type: 'type', id: 'id', caller: 'number' };
    const { said, post } = start([ring, older]);
    post({ type: 'ring', id: '9', number: '+33612345678' });
    post(event('ring'));
    expect(said.map(({ id }) => id)).toEqual(['calls:9', 'calls:call-1234']);
  });
});

test('a path that finds no number is counted; a name beside it claims nothing of the caller', () => {
  const { said, post, counted } = start();
  const ringing = (id: string, from: string, name: string) =>
    post({ event: { type: 'ring', calls: [{ id, from, name }] } });
  ringing('call-1234', '', 'Marta Oliveira');
  expect(said.at(-1)).toMatchObject({ displayName: 'Marta Oliveira' });
  expect(said.at(-1)).not.toHaveProperty('withheld');
  const at = 'event.calls[0].from, event.calls[0].to';
  expect(counted).toHaveBeenLastCalledWith('calls', { at, channel: 'phone', seen: 1, empty: 1 });
  ringing('call-1235', '+33612345678', '');
  expect(counted).toHaveBeenLastCalledWith('calls', { at, channel: 'phone', seen: 2, empty: 1 });
  ringing('call-1236', 'Anonymous', '');
  expect(said.at(-1)).toMatchObject({ withheld: true });
  expect(counted).toHaveBeenLastCalledWith('calls', { at, channel: 'phone', seen: 3, empty: 1 });
});

describe('the sender of a message', () => {
  const frames = 'https://phone.example';
  test.each([
    [['self'], 'any', 'self', desk, true],
    [['self'], 'self', 'frame', desk, false],
    [['self'], 'frame', 'frame', desk, true],
    [['self'], 'frame', 'stranger', desk, false],
    [['self'], 'frame', 'self', desk, false],
    [[frames], 'frame', 'frame', frames, true],
    [[frames], 'frame', 'frame', 'https://phone.example.evil.example', false],
    [[frames], 'frame', 'frame', 'https://phone.example:8443', false],
    [[frames], 'frame', 'frame', 'http://phone.example', false],
    [[frames], 'frame', 'frame', 'null', false],
    [[frames], 'any', 'self', desk, false],
    [[frames], 'parent', 'parent', frames, true],
    [[frames], 'parent', 'opener', frames, false],
    [[frames], 'opener', 'opener', frames, true],
  ] as const)(
    'allowed %j, %s; posted by %s of %s: believed %s',
    (origins, source, from, origin, believed) => {
      const { said, post, refused } = start([{ ...ring, origins, source }]);
      post(event('ring'), from, origin);
      post({ other: 'message' }, from, origin);
      expect(said).toHaveLength(believed ? 1 : 0);
      expect(refused).toHaveBeenCalledTimes(believed ? 0 : 1);
    },
  );

  test('is heard only where the rule holds', () => {
    const { said, post, page } = start([ring], { where: [{ host: 'desk.example', path: '^/agent' }] });
    post(event('ring'));
    page.location.pathname = '/agent/7';
    post(event('ring'));
    expect(said).toHaveLength(1);
  });
});

test('hostile data say nothing, throw nothing, and run nothing of the page’s', () => {
  const { said, post } = start();
  const getter = vi.fn(() => 'ring');
  const cyclic: Record<string, unknown> = { event: { type: 'ring' } };
  cyclic.self = cyclic;
  const proxy = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('caught');
      },
    },
  );
  for (const data of [
    Object.defineProperty({}, 'event', { get: getter }),
    Object.create({ event: { type: 'ring', calls: [call] } }),
    proxy,
    `{"event":{"type":"ring","calls":[${'{"id":'.repeat(5_000)}`,
    `{"a":"${'x'.repeat(100_000)}"}`,
    new Map([['event', 'ring']]),
    Symbol('ring'),
    () => 'ring',
  ])
    post(data);
  expect(getter).not.toHaveBeenCalled();
  expect(said).toEqual([]);
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (data) => void post(data)),
    {
      seed,
      numRuns: 2_000,
    },
  );
  expect(said, `seed ${seed}`).toEqual([]);
  post(cyclic);
  expect(said).toHaveLength(1);
});

test('events of noise leave nothing behind, so that the last costs no more than the first', () => {
  const { said, post } = start();
  const noise = (events: number) => {
    for (let index = 0; index < events; index++)
      post({ type: 'meter', level: index, data: { list: [1, 2, 3] } });
  };
  expect(growth(noise, 1_000)).toBeLessThan(linear);
  expect(said).toEqual([]);
});

test('started again without its rule, a call ends; with it, it goes on', () => {
  const { said, post, page, stop } = start();
  post(event('ring'));
  stop.abort();
  const again = (rules: HostRule[]) => {
    const life = new AbortController();
    adapter.start({
      emit: (told) => told.type === 'interaction' && said.push(told.interaction),
      signal: life.signal,
      window: page as unknown as HostContext['window'],
      options: { campaignHeader: 'X-Campaign', rules },
      tap: { listen: () => {}, ask: () => {} },
    });
    return life;
  };
  const rule = { id: 'calls', read: 'message', where: [{ host: '*' }], versions: [ring] };
  const life = again(ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] }).rules);
  post(event('status', { status: 'UP' }));
  life.abort();
  again([]);
  expect(said.map(({ state, endReason }) => [state, endReason])).toEqual([
    ['offered', undefined],
    ['active', undefined],
    ['finished', 'host-gone'],
  ]);
  expect(new Set(said.map(({ id }) => id)).size).toBe(1);
});

test('stopped, nothing is heard', () => {
  const { said, post, stop } = start();
  stop.abort();
  post(event('ring'));
  expect(said).toEqual([]);
});

/**
 * The JSON texts of the framework that a customer writes for Genesys Cloud's embeddable phone, after its published example;
 * not tried with the product.
 */
test('Genesys Cloud’s embeddable framework: a call alerts, is connected, and is over', () => {
  const origin = 'https://apps.mypurecloud.example';
  const { said, post, refused } = start([
    {
      since: '2026-11-21',
      origins: [origin],
      source: 'frame',
      type: 'type',
      id: 'data.interaction.id',
      clientId: 'data.interaction.phone',
      displayName: 'data.interaction.name',
      queue: 'data.interaction.queueName',
      directionFrom: {
        path: 'data.interaction.direction',
        map: { Inbound: 'inbound', Outbound: 'outbound' },
      },
      channelFrom: { path: 'data.interaction.isChat', map: { true: 'chat' } },
      startedAt: 'data.interaction.startTime',
      events: [
        {
          type: 'interactionSubscription',
          where: [{ path: 'data.interaction.isDisconnected', is: ['true'] }],
          state: 'finished',
        },
        {
          type: 'interactionSubscription',
          where: [{ path: 'data.interaction.isConnected', is: ['true'] }],
          state: 'active',
        },
        {
          type: 'interactionSubscription',
          where: [{ path: 'data.category', is: ['add'] }],
          state: 'offered',
        },
        { type: 'interactionSubscription' },
      ],
    },
  ]);
  const tell = (category: string, more: object, from: 'frame' | 'self' = 'frame') => {
    const interaction = {
      id: 'a3b1-77',
      phone: 'tel:+33612345678',
      name: 'Ann',
      direction: 'Inbound',
      ...more,
    };
    post(JSON.stringify({ type: 'interactionSubscription', data: { category, interaction } }), from, origin);
  };
  tell('add', { isConnected: false, isDisconnected: false, queueName: 'Billing' });
  tell('change', { isConnected: true, isDisconnected: false });
  tell('add', { id: 'forged' }, 'self');
  tell('acw', { isConnected: false, isDisconnected: true });
  tell('deallocate', { isConnected: false, isDisconnected: true });
  expect(said.map(({ state }) => state)).toEqual(['offered', 'active', 'finished']);
  expect(said[2]).toMatchObject({
    clientId: { value: '+33612345678' },
    queue: 'Billing',
    displayName: 'Ann',
  });
  expect(refused).toHaveBeenCalledOnce();
});
