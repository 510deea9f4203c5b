import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostEvent } from '../../domain/host/host-event.ts';
import {
  type HostPortMessage,
  type HostPortReply,
  hostPortMessageSchema,
} from '../messages/host-messages.ts';
import { createHostLink, type HostLink, type HostPort } from './host-link.ts';

/** A worker at the other end of Ports: what it got, and what it says. */
class Worker {
  readonly ports: {
    port: HostPort;
    messages: HostPortMessage[];
    cut(): void;
    say(reply: HostPortReply): void;
  }[] = [];
  up = true;

  /** Where not, its Ports lead nowhere. */
  answers = true;

  connect = (): HostPort => {
    if (!this.up) throw new Error('Could not establish connection.');
    const messages: HostPortMessage[] = [];
    const hear: ((message: unknown) => void)[] = [];
    const cuts: (() => void)[] = [];
    const port: HostPort = {
      postMessage: (message) => {
        expect(hostPortMessageSchema.safeParse(message).success).toBe(true);
        messages.push(structuredClone(message));
        const { type } = message;
        if (this.answers && (type === 'open' || type === 'awake'))
          queueMicrotask(() => say({ type: 'here' }));
      },
      onMessage: { addListener: (listener) => hear.push(listener) },
      onDisconnect: { addListener: (listener) => cuts.push(listener) },
      disconnect: vi.fn(),
    };
    const say = (reply: HostPortReply) => {
      for (const listener of hear) listener(reply);
    };
    const cut = () => {
      for (const listener of cuts) listener();
    };
    this.ports.push({ port, messages, say, cut });
    return port;
  };

  get last() {
    return this.ports.at(-1)!;
  }

  /** Numbers and events of every batch on the newest Port. */
  get told() {
    return this.last.messages.flatMap((message) =>
      message.type === 'events'
        ? message.batch.map(({ event }, index) => [message.first + index, event as HostEvent] as const)
        : [],
    );
  }
}

const call = (id: string, state: 'offered' | 'active' | 'finished' = 'offered'): HostEvent => ({
  type: 'interaction',
  interaction: { id, channel: 'phone', direction: 'inbound', state },
});
const idsAndStates = (told: Worker['told']) =>
  told.map(([number, event]) =>
    event.type === 'interaction'
      ? `${number} ${event.interaction.id} ${event.interaction.state}`
      : `${number} ${event.type}`,
  );

let worker: Worker;
let alive: boolean;
let gone: ReturnType<typeof vi.fn<() => void>>;
let replies: unknown[];
let commanded: number;
let link: HostLink;

beforeEach(() => {
  vi.useFakeTimers();
  worker = new Worker();
  alive = true;
  gone = vi.fn<() => void>();
  replies = [];
  commanded = 0;
  link = createHostLink({
    connect: worker.connect,
    alive: () => alive,
    hidden: () => true,
    late: false,
    onReply: (reply) => replies.push(reply),
    onCommand: async () => {
      commanded += 1;
      return { outcome: 'done' };
    },
    onGone: gone,
  });
});
afterEach(() => vi.useRealTimers());

/** Lets microtasks and due timers run. */
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

test('it opens at once, then tells events in one batch, numbered from 1', async () => {
  link.emit('sip', call('a'));
  link.emit('sip', { type: 'focus', interactionId: 'a' });
  await settle();
  expect(worker.last.messages[0]).toMatchObject({ type: 'open', late: false, hidden: true });
  expect(worker.last.messages).toHaveLength(2);
  expect(idsAndStates(worker.told)).toEqual(['1 a offered', '2 focus']);
});

test('what was not acknowledged is sent again on a new Port, under the same numbers and instance', async () => {
  for (const id of ['a', 'b', 'c']) link.emit('sip', call(id));
  await settle();
  const opened = worker.last.messages[0];
  worker.last.say({ type: 'ack', upTo: 2 });
  worker.last.cut();
  await settle();
  expect(worker.ports).toHaveLength(2);
  expect(worker.last.messages[0]).toEqual(opened);
  link.emit('sip', call('d'));
  await settle();
  expect(idsAndStates(worker.told)).toEqual(['3 c offered', '4 d offered']);
});

test('words about a Port that is gone change nothing', async () => {
  const [old] = worker.ports;
  old?.cut();
  await settle();
  link.emit('sip', call('a'));
  await settle();
  old?.say({ type: 'ack', upTo: 9 });
  old?.cut();
  await settle(10_000);
  expect(worker.ports).toHaveLength(2);
  worker.last.cut();
  await settle();
  expect(idsAndStates(worker.told)).toEqual(['1 a offered']);
});

test('a Port that leads nowhere is given up for another, and what was said on it is said again', async () => {
  link.emit('sip', call('a'));
  await settle();
  worker.answers = false;
  worker.last.cut();
  await settle();
  const dead = worker.last;
  await settle(1_999);
  expect(worker.last).toBe(dead);
  worker.answers = true;
  await settle(1_000);
  expect(dead.port.disconnect).toHaveBeenCalledOnce();
  expect(worker.last).not.toBe(dead);
  expect(idsAndStates(worker.told)).toEqual(['1 a offered']);
  await settle(60_000);
  expect(worker.ports).toHaveLength(3);
  worker.answers = false;
  link.awake();
  await settle(3_000);
  expect(worker.ports.length).toBeGreaterThan(3);
});

test('it tries again at once, then more slowly, and at once again after the worker has spoken', async () => {
  worker.up = false;
  const connect = vi.spyOn(worker, 'connect');
  worker.last.cut();
  link = createHostLink({
    connect: () => worker.connect(),
    alive: () => true,
    hidden: () => false,
    late: false,
    onReply: () => {},
    onCommand: async () => ({ outcome: 'done' }),
    onGone: gone,
  });
  await settle();
  expect(connect).toHaveBeenCalledTimes(2);
  await settle(60_000);
  const attempts = connect.mock.calls.length;
  expect(attempts).toBeGreaterThan(14);
  expect(attempts).toBeLessThan(22);
  worker.up = true;
  await settle(4_000);
  worker.last.say({ type: 'ack', upTo: 0 });
  const before = worker.ports.length;
  worker.last.cut();
  await settle();
  expect(worker.ports).toHaveLength(before + 1);
});

test('while nobody acknowledges, no more than 128 are on their way and the newest word on each waits', async () => {
  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 60; n++)
      link.emit('sip', call(`${round % 2}-${n}`, round < 2 ? 'offered' : 'active'));
    await settle(2_000);
  }
  expect(worker.told).toHaveLength(128);
  worker.last.say({ type: 'ack', upTo: 128 });
  await settle(5_000);
  const told = worker.told;
  expect(told.map(([number]) => number)).toEqual(Array.from({ length: told.length }, (_, n) => n + 1));
  for (const round of [0, 1])
    for (let n = 0; n < 60; n++) {
      const words = told.filter(
        ([, event]) => event.type === 'interaction' && event.interaction.id === `${round}-${n}`,
      );
      expect(words.at(-1)?.[1]).toEqual(call(`${round}-${n}`, 'active'));
    }
});

test('options, card and the rest are passed on; hello? makes it tell what is live again, as new events', async () => {
  link.emit('sip', { type: 'inbox', mode: 'full' });
  link.emit('sip', call('a'));
  link.emit('sip', call('b'));
  link.emit('sip', call('b', 'finished'));
  await settle();
  worker.last.say({ type: 'ack', upTo: 4 });
  worker.last.say({ type: 'hello?' });
  worker.last.say({ type: 'options', options: { campaignHeader: 'X' } });
  await settle();
  expect(replies).toEqual([{ type: 'options', options: { campaignHeader: 'X' } }]);
  expect(idsAndStates(worker.told.slice(-2))).toEqual(['4 inbox', '5 a offered']);
});

test('back from the back-forward cache it takes a new Port and tells what is live', async () => {
  link.emit('sip', call('a'));
  await settle();
  worker.last.say({ type: 'ack', upTo: 1 });
  const old = worker.last.port;
  link.resumed();
  await settle();
  expect(old.disconnect).toHaveBeenCalledOnce();
  expect(worker.ports).toHaveLength(2);
  expect(idsAndStates(worker.told)).toEqual(['2 a offered']);
});

test('visibility and a blocked card are told', () => {
  link.visibilityChanged();
  link.cardBlocked();
  expect(worker.last.messages.slice(1)).toEqual([
    { type: 'visibility', hidden: true },
    { type: 'card-blocked' },
  ]);
});

test('how the strategies stand is told at once, and again on every new Port, before the events', async () => {
  const strategies = [{ adapter: 'dom-rules', rule: 'desk/calls', state: 'cannot-read' as const }];
  link.strategies(strategies);
  expect(worker.last.messages.at(-1)).toEqual({ type: 'status', strategies });
  link.emit('sip', call('a'));
  await settle();
  worker.last.cut();
  await settle();
  expect(worker.last.messages.map(({ type }) => type)).toEqual(['open', 'status', 'events']);
});

test('what is left out is counted by adapter and reason, and told once a second', async () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  for (let n = 0; n < 3; n++) {
    link.dropped('host-protocol', 'forged-sender');
    link.emit('sip', { ...call('a'), ...{ note: 'x'.repeat(9_000) } });
  }
  link.emit('sip', loop as unknown as HostEvent);
  await settle(999);
  expect(worker.last.messages).toHaveLength(1);
  await settle(1);
  expect(worker.last.messages.slice(1)).toEqual([
    {
      type: 'dropped',
      drops: [
        { adapter: 'host-protocol', reason: 'forged-sender', times: 3 },
        { adapter: 'sip', reason: 'too-big', times: 3 },
        { adapter: 'sip', reason: 'not-valid', times: 1 },
      ],
    },
  ]);
  await settle(5_000);
  expect(worker.last.messages).toHaveLength(2);
});

describe('when the extension is gone', () => {
  test('a cut Port takes everything down, once', async () => {
    alive = false;
    worker.last.cut();
    link.emit('sip', call('a'));
    await settle(10_000);
    expect(gone).toHaveBeenCalledOnce();
    expect(worker.ports).toHaveLength(1);
  });

  test('the next event notices it', async () => {
    alive = false;
    link.emit('sip', call('a'));
    await settle();
    expect(gone).toHaveBeenCalledOnce();
    expect(worker.told).toEqual([]);
  });
});

test('a Port that fails in the moment of sending loses nothing', async () => {
  const { port, cut } = worker.last;
  port.postMessage = () => {
    throw new Error('Attempting to use a disconnected port object');
  };
  link.emit('sip', call('a'));
  await settle();
  cut();
  await settle();
  expect(idsAndStates(worker.told)).toEqual(['1 a offered']);
});

describe('that the page has told everything', () => {
  const kinds = () => worker.last.messages.map(({ type }) => type).filter((type) => type !== 'open');

  test('is said after what it has told, though the rate holds that up', async () => {
    for (let n = 0; n < 150; n++) link.emit('sip', call(String(n)));
    link.told();
    await settle();
    expect(kinds()).not.toContain('told');
    worker.last.say({ type: 'ack', upTo: 150 });
    await settle(3_000);
    worker.last.say({ type: 'ack', upTo: 150 });
    await settle();
    expect(kinds().at(-1)).toBe('told');
    expect(worker.told).toHaveLength(150);
  });

  test('is said once more after everything was asked for again', async () => {
    link.emit('sip', call('a'));
    link.told();
    await settle();
    worker.last.say({ type: 'ack', upTo: 1 });
    worker.last.say({ type: 'hello?' });
    await settle();
    expect(kinds()).toEqual(['events', 'told', 'events', 'told']);
  });

  test('is said again to every new worker, but anew only after it is back from the back-forward cache', async () => {
    link.told();
    await settle();
    expect(kinds()).toEqual(['told']);
    worker.last.cut();
    await settle();
    expect(kinds()).toEqual(['told']);
    link.resumed();
    await settle(10_000);
    expect(kinds()).toEqual([]);
    link.told();
    expect(kinds()).toEqual(['told']);
  });
});

test('a command is taken once over all Ports, and its answer told again where it comes again', async () => {
  const command: HostPortReply = {
    ...{ type: 'command', number: 1, until: Date.now() + 3_000, adapter: 'test', command: { name: 'hold' } },
  };
  worker.last.say(command);
  const [old] = worker.ports;
  worker.last.cut();
  await settle();
  expect(worker.last.messages).toEqual([expect.objectContaining({ type: 'open', taken: 1 })]);
  worker.last.say(command);
  old?.say({ ...command, number: 2 });
  await settle();
  expect(worker.last.messages.slice(1)).toEqual([
    { type: 'taken', upTo: 1 },
    { type: 'answer', number: 1, answer: { outcome: 'done' } },
  ]);
  expect(commanded).toBe(1);
});
