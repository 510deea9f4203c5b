import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchContacts } from './watch-contacts.ts';
import { whenConnect } from './when-connect.ts';

/** A contact of Streams as far as the tap uses one; `fire` calls its subscribers, `gone` makes its getters throw. */
function contactOf(id: string, data: Record<string, unknown> = {}) {
  const subscribers = new Map<string, ((contact?: unknown) => void)[]>();
  const facts = {
    state: 'connecting',
    type: 'voice',
    phone: '+442079460188',
    queue: 'Claims',
    held: false,
    attributes: {},
    ...data,
  };
  let gone = false;
  const value = <T>(result: T): T => {
    if (gone) throw new Error('Contact is destroyed');
    return result;
  };
  const on = (event: string) => (listener: () => void) => {
    subscribers.set(event, [...(subscribers.get(event) ?? []), listener]);
  };
  const events = [
    'Refresh',
    'Incoming',
    'Connecting',
    'Connected',
    'Missed',
    'ACW',
    'Ended',
    'Destroy',
    'Error',
  ];
  const contact = {
    ...Object.fromEntries(events.map((event) => [`on${event}`, on(event)])),
    getContactId: () => id,
    getInitialContactId: () => value(`first-${id}`),
    getType: () => value(facts.type),
    getState: () => value({ type: facts.state }),
    isInbound: () => value(true),
    getQueue: () => value({ name: facts.queue, queueARN: 'arn' }),
    getAttributes: () => value(facts.attributes),
    getInitialConnection: () =>
      value({ getEndpoint: () => ({ phoneNumber: facts.phone }), isOnHold: () => facts.held }),
  };
  return {
    contact,
    facts,
    fire: (event: string, argument: unknown = contact) => {
      for (const listener of subscribers.get(event) ?? []) listener(argument);
    },
    subscriptions: () => [...subscribers.values()].flat().length,
    goes: () => {
      gone = true;
    },
  };
}

/** Streams as far as the tap uses it. */
function streamsOf(existing: unknown[] = []) {
  const listeners: ((contact: unknown) => void)[] = [];
  const views: ((view: unknown) => void)[] = [];
  const connect = {
    core: { eventBus: {}, onViewContact: (listener: (view: unknown) => void) => views.push(listener) },
    contact: (listener: (contact: unknown) => void) => listeners.push(listener),
    agent: (listener: (agent: unknown) => void) => listener({ getContacts: () => existing }),
  };
  return {
    connect,
    comes: (contact: unknown) => {
      for (const listener of listeners) listener(contact);
    },
    looksAt: (view: unknown) => {
      for (const listener of views) listener(view);
    },
  };
}

let sent: Record<string, unknown>[];
let contacts: ReturnType<typeof watchContacts>;
beforeEach(() => {
  sent = [];
  contacts = watchContacts((message) => sent.push(JSON.parse(JSON.stringify(message))));
});
const states = () => sent.map(({ contact }) => (contact as Record<string, unknown>).state);

test('a contact is told when it comes and when what is read of it changes, not otherwise', () => {
  const streams = streamsOf();
  const { contact, facts, fire } = contactOf('c1', {
    attributes: { policy: { name: 'policy', value: 'P-7' } },
  });
  contacts.attach(streams.connect);
  streams.comes(contact);
  expect(sent).toEqual([
    {
      contact: {
        id: 'c1',
        initial: 'first-c1',
        type: 'voice',
        state: 'connecting',
        inbound: true,
        queue: 'Claims',
        queueId: 'arn',
        held: false,
        phone: '+442079460188',
        attributes: { policy: 'P-7' },
      },
    },
  ]);
  fire('Refresh');
  fire('Connecting');
  expect(sent).toHaveLength(1);
  facts.state = 'connected';
  fire('Connected');
  facts.held = true;
  fire('Refresh');
  expect(states()).toEqual(['connecting', 'connected', 'connected']);
  expect(sent[2]).toMatchObject({ contact: { held: true } });
});

test('contacts that were there before are told to a late subscriber, once', () => {
  const { contact, subscriptions } = contactOf('c1');
  const streams = streamsOf([contact]);
  contacts.attach(streams.connect);
  const before = subscriptions();
  streams.comes(contact);
  contacts.attach(streams.connect);
  expect(sent).toHaveLength(1);
  expect(subscriptions()).toBe(before);
});

test('after it was destroyed it keeps what was known, whatever throws, and however often it ends', () => {
  const streams = streamsOf();
  const { contact, facts, fire, goes } = contactOf('c1');
  contacts.attach(streams.connect);
  streams.comes(contact);
  facts.state = 'ended';
  fire('Ended');
  fire('Ended');
  goes();
  fire('Destroy');
  fire('Ended');
  expect(sent.map(({ contact }) => (contact as Record<string, unknown>).end)).toEqual([
    undefined,
    'ended',
    'destroyed',
  ]);
  expect(sent[2]).toMatchObject({ contact: { phone: '+442079460188', queue: 'Claims' } });
});

test('the view is told when it changes: not twice, and none is none', () => {
  const streams = streamsOf();
  contacts.attach(streams.connect);
  for (const view of [
    { contactId: 'c1' },
    { contactId: 'c1' },
    {},
    undefined,
    { contactId: '' },
    { contactId: 7 },
  ])
    streams.looksAt(view);
  expect(sent).toEqual([{ view: 'c1' }, { view: null }]);
});

test('asked again it tells all that lives, and the view', () => {
  const streams = streamsOf();
  contacts.attach(streams.connect);
  const gone = contactOf('c0');
  streams.comes(gone.contact);
  streams.comes(contactOf('c1').contact);
  gone.fire('Destroy');
  streams.looksAt({ contactId: 'c1' });
  sent.length = 0;
  contacts.tellAgain();
  expect(sent).toMatchObject([{ contact: { id: 'c1' } }, { view: 'c1' }]);
});

test('attributes are few, short and clean', () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`key${n}`, { value: 'x'.repeat(999) }]),
  );
  const attributes = {
    ...JSON.parse('{"__proto__":{"value":"bad"}}'),
    constructor: { value: 'bad' },
    empty: { value: '' },
    number: { value: 7 },
    ...many,
  };
  const streams = streamsOf();
  contacts.attach(streams.connect);
  streams.comes(contactOf('c1', { attributes }).contact);
  const read = (sent[0]!.contact as { attributes: Record<string, string> }).attributes;
  expect(Object.keys(read)).toHaveLength(16);
  expect(Object.keys(read)).not.toContain('constructor');
  expect(read.key0).toHaveLength(160);
  expect(JSON.stringify(sent[0]).length).toBeLessThan(8_000);
});

test('a contact whose every getter throws, or that is none, harms nobody', () => {
  const streams = streamsOf([null, 7, {}]);
  contacts.attach(streams.connect);
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error('no');
      },
    },
  );
  for (const contact of [hostile, undefined, 'c1', { getContactId: () => 7 }]) streams.comes(contact);
  expect(sent).toEqual([]);
});

test('a thousand contacts do not pile up', () => {
  const streams = streamsOf();
  contacts.attach(streams.connect);
  for (let n = 0; n < 1_000; n++) streams.comes(contactOf(`c${n}`).contact);
  sent.length = 0;
  contacts.tellAgain();
  expect(sent).toHaveLength(100);
});

describe('when Streams is ready', () => {
  function page(globals: object = {}) {
    const window = Object.assign(new EventTarget(), globals, { document: new EventTarget(), queueMicrotask });
    return Object.assign(window, { window }) as unknown as Window & typeof globalThis;
  }
  const streams = () => ({ core: { eventBus: {} }, contact: vi.fn() });

  test('it is found where it is already', () => {
    const connect = streams();
    const attach = vi.fn(() => true);
    whenConnect(page({ connect }), attach);
    expect(attach).toHaveBeenCalledWith(connect);
  });

  test('it is found when the page defines it, after the script that does', async () => {
    const window = page();
    const attach = vi.fn(() => true);
    whenConnect(window, attach);
    const connect = streams();
    Object.assign(window, { connect });
    expect(attach).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(attach).toHaveBeenCalledWith(connect);
    expect(Object.getOwnPropertyDescriptor(window, 'connect')).toEqual({
      value: connect,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });

  test('it is found when it sets up its bus, and again when it is set up anew', () => {
    const connect = { core: {} as { eventBus?: object }, contact: vi.fn() };
    const attach = vi.fn(() => true);
    whenConnect(page({ connect }), attach);
    attach.mockClear();
    connect.core.eventBus = {};
    connect.core.eventBus = {};
    expect(attach).toHaveBeenCalledTimes(2);
    expect(Object.keys(connect.core)).toEqual(['eventBus']);
  });

  test('it is looked for when scripts and frames have loaded, but not for ever', () => {
    const window = page({ connect: 'something else' });
    const attach = vi.fn(() => false);
    whenConnect(window, attach);
    const connect = streams();
    Object.assign(window, { connect });
    for (let n = 0; n < 5_000; n++) window.document.dispatchEvent(new Event('load'));
    expect(attach.mock.calls.length).toBeGreaterThan(0);
    expect(attach.mock.calls.length).toBeLessThanOrEqual(500);
  });

  test('until it is there the page finds what it would find without us', () => {
    const element = { id: 'connect' };
    const window = page();
    Object.setPrototypeOf(window, Object.create(EventTarget.prototype, { connect: { value: element } }));
    whenConnect(window, () => true);
    expect(Reflect.get(window, 'connect')).toBe(element);
    expect(Object.keys(window)).not.toContain('connect');
  });
});
