import { describe, expect, it, vi } from 'vitest';
import type { Connection, LiveInteraction } from '../../../domain/interaction/live.ts';
import { emptyViewState, type ViewState } from '../../../domain/view-state.ts';
import type { CommandReply, Owners, Send, ViewCommand } from '../../../engine/commands/commands.ts';
import { createPortPair, type FakePort } from '../../messages/fake-port-for-tests.ts';
import { applyChanges } from '../../messages/view-changes.ts';
import type { ViewPortReply } from '../../messages/view-messages.ts';
import { createViewPorts } from './serve-view-port.ts';

const live = (key: string, tabId: number) =>
  // Only what the ports look at.
  ({
    key,
    source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId, frameId: 0 },
    drafts: { create: { name: 'typed' } },
    writes: [{ id: 'w', kind: 'create', status: 'saving', at: 1 }],
  }) as unknown as LiveInteraction;

const state: ViewState = { ...emptyViewState, interactions: [live('a', 7), live('b', 8)], front: 'b' };
const writeId = '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a01';
const writes: ViewCommand[] = [
  {
    type: 'contact.create',
    crm: 'test',
    key: 'a',
    writeId,
    contact: { name: 'x', kind: 'person', identifiers: [], fields: {} },
  },
  { type: 'contact.update', key: 'a', writeId, contactId: 'test:c', version: '1', change: { name: 'x' } },
  { type: 'identifier.assign', key: 'a', writeId, contactId: 'test:c', mode: 'move' },
  { type: 'assignment.undo', key: 'a', writeId, assignmentId: 'test:x' },
  { type: 'write.retry', key: 'a', writeId },
  { type: 'draft.save', crm: 'test', key: 'a', form: 'create', values: { name: 'x' } },
  { type: 'contact.choose', key: 'a', contactId: 'test:c' },
  { type: 'contact.reject', key: 'a', contactId: 'test:c' },
  { type: 'contact.search', crm: 'test', query: 'x' },
  { type: 'contact.get', contactId: 'test:c' },
];

function start() {
  let listener: (state: ViewState) => void = () => {};
  const send = vi.fn(async (_: ViewCommand, __?: Owners): Promise<CommandReply> => ({ ok: true }));
  const parts = {
    engine: Promise.resolve({
      send: send as unknown as Send,
      subscribe: (next: typeof listener, signal: AbortSignal) => {
        listener = (value) => !signal.aborted && next(value);
        listener(state);
      },
    }),
    onChange: vi.fn(),
    onCard: vi.fn(),
    onHide: vi.fn(),
    onShape: vi.fn(),
    onDrag: vi.fn(),
    onTowards: vi.fn(),
    onNoCard: vi.fn(),
    openPanel: vi.fn(),
    testCall: vi.fn(),
    connectHost: vi.fn(),
    reloadHost: vi.fn(),
    windowOf: () => 3,
  };
  const ports = createViewPorts(parts);
  const connect = (sender: Parameters<typeof ports.connect>[1]): FakePort => {
    const [worker, client] = createPortPair('view');
    client.passesOver = (message) => (message as ViewPortReply).type === 'here';
    ports.connect(worker, sender);
    return client;
  };
  return { ...parts, send, ports, connect, publish: (next: ViewState) => listener(next) };
}

/** Each state that a view was told, whole or by what changed. */
const states = (port: FakePort) => {
  const all: ViewState[] = [];
  for (const message of port.received as ViewPortReply[]) {
    if (message.type === 'state') all.push(message.state);
    else if (message.type === 'changes') all.push(applyChanges(all.at(-1)!, message.changes));
  }
  return all;
};

describe('a panel port', () => {
  it('gets the state as it is, then what changes in it, until it goes', async () => {
    const { connect, publish } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'open', windowId: 3 });
    await vi.waitFor(() => expect(states(port)).toEqual([state]));
    publish({ ...state, front: 'a' });
    publish({ ...state, front: 'a' });
    const changes = { type: 'changes', changes: { rest: { front: 'a' } } };
    await vi.waitFor(() => expect(port.received.slice(1)).toEqual([changes]));
    port.disconnect();
    expect(() => publish(state)).not.toThrow();
  });

  it('is told of what begins with what a copy says of it, and alone where that takes its time', async () => {
    vi.useFakeTimers();
    const { connect, publish } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'open', windowId: 3 });
    await vi.advanceTimersByTimeAsync(0);
    const begun = { ...live('c', 7), resolution: { status: 'idle' } } as LiveInteraction;
    const found = { ...begun, resolution: { status: 'resolving' } } as LiveInteraction;
    const later = { ...begun, key: 'd' };
    publish({ ...state, interactions: [...state.interactions, begun], front: 'c' });
    publish({ ...state, interactions: [...state.interactions, found], front: 'c' });
    publish({ ...state, interactions: [...state.interactions, found, later], front: 'c' });
    await vi.advanceTimersByTimeAsync(10);
    const first = { put: [found], order: ['a', 'b', 'c'], rest: { front: 'c' } };
    expect(port.received.slice(1)).toEqual([{ type: 'changes', changes: first }]);
    await vi.advanceTimersByTimeAsync(10);
    const second = { put: [later], order: ['a', 'b', 'c', 'd'] };
    expect(port.received.slice(2)).toEqual([{ type: 'changes', changes: second }]);
    vi.useRealTimers();
  });

  const [a, b] = state.interactions as [LiveInteraction, LiveInteraction];
  const begun = { ...live('c', 7), resolution: { status: 'idle' } } as LiveInteraction;
  const resting = { ...a, resolution: { status: 'idle' } } as LiveInteraction;
  it.each<[string, Partial<ViewState>]>([
    ['somebody who is not shown any more', { interactions: [resting, b, begun] }],
    [
      'another standing with a CRM',
      { interactions: [a, b, begun], connections: [{ id: 'x' } as Connection] },
    ],
    ['what only leaves', { interactions: [a] }],
  ])('is told at once of %s, whatever begins beside it', async (_, change) => {
    const { connect, publish } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'open', windowId: 3 });
    await vi.waitFor(() => expect(port.received).toHaveLength(1));
    vi.useFakeTimers();
    publish({ ...state, ...change });
    await Promise.resolve();
    expect(port.received).toHaveLength(2);
    vi.useRealTimers();
  });

  it('has its valid commands obeyed and answered under their number', async () => {
    const { connect, send } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    for (const [id, command] of writes.entries()) port.postMessage({ type: 'command', id, command });
    await vi.waitFor(() => expect(port.received).toHaveLength(writes.length));
    expect(send.mock.calls.map(([command]) => command)).toEqual(writes);
    expect(port.received).toContainEqual({ type: 'reply', id: 3, reply: { ok: true } });
  });

  it('says on whose screen each command was meant', async () => {
    const { connect, send } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    const command = { type: 'contact.search', crm: 'test', query: 'x' };
    const all = [{ test: 'ana', other: 'ben' }, {}, undefined];
    for (const owners of all)
      port.postMessage({ type: 'command', id: 1, command, ...(owners !== undefined && { owners }) });
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(3));
    expect(send.mock.calls.map(([, owners]) => owners)).toEqual(all);
  });

  it('is told that a command is not valid', async () => {
    const { connect, send } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'command', id: 1, command: { type: 'contact.delete', contactId: 'test:c' } });
    await vi.waitFor(() =>
      expect(port.received).toEqual([
        { type: 'reply', id: 1, reply: { ok: false, error: { code: 'invalid' } } },
      ]),
    );
    expect(send).not.toHaveBeenCalled();
  });

  it('counts as open in its window until it goes', async () => {
    const { connect, ports } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'open', windowId: 3 });
    await vi.waitFor(() => expect(ports.panelWindows()).toEqual(new Set([3])));
    port.disconnect();
    expect(ports.panelWindows()).toEqual(new Set());
  });

  it('is answered at once, and whenever it keeps the worker awake', async () => {
    const { connect } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.passesOver = () => false;
    const answers = () => (port.received as ViewPortReply[]).filter(({ type }) => type === 'here').length;
    port.postMessage({ type: 'open', windowId: 3 });
    await vi.waitFor(() => expect(answers()).toBe(1));
    port.postMessage({ type: 'awake' });
    await vi.waitFor(() => expect(answers()).toBe(2));
  });

  it('may ask for a test call, and for pages to be loaded anew', async () => {
    const { connect, testCall, reloadHost } = start();
    const port = connect({ kind: 'panel', tabId: undefined });
    port.postMessage({ type: 'test-call', number: 'tel:1' });
    port.postMessage({ type: 'test-call', number: '+442079460123' });
    port.postMessage({ type: 'reload-host', origin: 'https://desk.example.com' });
    await vi.waitFor(() => expect(reloadHost.mock.calls).toEqual([['https://desk.example.com']]));
    expect(testCall.mock.calls).toEqual([['+442079460123']]);
  });

  it('has the search put into it, once, also where it was only opening, and no other window’s', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { connect, ports } = start();
      const open = (windowId: number) => {
        const port = connect({ kind: 'panel', tabId: undefined });
        port.postMessage({ type: 'open', windowId });
        return port;
      };
      const searches = (port: FakePort) =>
        (port.received as ViewPortReply[]).filter(({ type }) => type === 'search').length;
      const here = open(3);
      await vi.waitFor(() => expect(states(here)).toHaveLength(1));
      ports.search(3);
      await vi.waitFor(() => expect(searches(here)).toBe(1));
      ports.search(5);
      const there = open(5);
      await vi.waitFor(() => expect(searches(there)).toBe(1));
      const late = open(5);
      await vi.waitFor(() => expect(states(late)).toHaveLength(1));
      ports.search(6);
      vi.setSystemTime(Date.now() + 5_001);
      const tooLate = open(6);
      await vi.waitFor(() => expect(states(tooLate)).toHaveLength(1));
      expect([here, there, late, tooLate].map(searches)).toEqual([1, 1, 0, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a card port', () => {
  it.each(writes.map((command) => [command.type, command] as const))(
    'may not send %s',
    async (_, command) => {
      const { connect, send } = start();
      const port = connect({ kind: 'card', tabId: 7 });
      port.postMessage({ type: 'command', id: 1, command });
      await vi.waitFor(() =>
        expect(port.received).toEqual([
          { type: 'reply', id: 1, reply: { ok: false, error: { code: 'not-allowed' } } },
        ]),
      );
      expect(send).not.toHaveBeenCalled();
    },
  );

  it('shows the interaction of its own tab that was planned, without what the agent types or writes', async () => {
    const { connect, ports } = start();
    ports.setCards(
      new Map([
        [7, 'a'],
        [8, 'b'],
      ]),
    );
    const port = connect({ kind: 'card', tabId: 7 });
    port.postMessage({ type: 'open' });
    await vi.waitFor(() => expect(states(port)).toHaveLength(1));
    expect(port.received[0]).toEqual({ type: 'place', tabId: 7, windowId: 3 });
    const [shown] = states(port);
    expect(shown?.interactions.map(({ key, drafts, writes }) => ({ key, drafts, writes }))).toEqual([
      { key: 'a', drafts: {}, writes: [] },
    ]);
    expect(JSON.stringify(port.received)).not.toContain('"b"');
  });

  it('never shows an interaction of another tab, even if it was planned so', async () => {
    const { connect, ports } = start();
    ports.setCards(new Map([[7, 'b']]));
    const port = connect({ kind: 'card', tabId: 7 });
    port.postMessage({ type: 'open' });
    await vi.waitFor(() => expect(states(port)).toHaveLength(1));
    expect(states(port)[0]).toMatchObject({ interactions: [], front: null });
  });

  it('hears nothing of what happens in other tabs', async () => {
    const { connect, ports, publish } = start();
    ports.setCards(new Map([[7, 'a']]));
    const port = connect({ kind: 'card', tabId: 7 });
    port.postMessage({ type: 'open' });
    await vi.waitFor(() => expect(states(port)).toHaveLength(1));
    publish({ ...state, interactions: [live('a', 7), live('c', 8)] });
    ports.setCards(new Map());
    await vi.waitFor(() => expect(states(port)).toHaveLength(2));
    expect(states(port)[1]?.interactions).toEqual([]);
  });

  it('may say how its own tab has it stand: size, place, and nowhere on this host', async () => {
    const { connect, ports, onShape, onDrag, onTowards, onNoCard } = start();
    ports.setCards(new Map([[7, 'a']]));
    const port = connect({ kind: 'card', tabId: 7 });
    port.postMessage({ type: 'open' });
    const step = { dx: 3, dy: -4, done: false };
    port.postMessage({ type: 'card-shape', shape: 'pill' });
    port.postMessage({ type: 'card-drag', step });
    port.postMessage({ type: 'card-drag', step: { dx: 1e9, dy: 0, done: false } });
    port.postMessage({ type: 'card-towards', side: 'left' });
    port.postMessage({ type: 'no-card' });
    await vi.waitFor(() => expect(onNoCard).toHaveBeenCalledExactlyOnceWith(7));
    expect(onShape).toHaveBeenCalledExactlyOnceWith(7, 'pill');
    expect(onDrag).toHaveBeenCalledExactlyOnceWith(7, step);
    expect(onTowards).toHaveBeenCalledExactlyOnceWith(7, 'left');
    const panel = connect({ kind: 'panel', tabId: undefined });
    panel.postMessage({ type: 'no-card' });
    panel.postMessage({ type: 'open', windowId: 3 });
    await vi.waitFor(() => expect(states(panel)).toHaveLength(1));
    expect(onNoCard).toHaveBeenCalledOnce();
  });

  it('may hide what it shows and ask for the panel, nothing else', async () => {
    const { connect, ports, onHide, openPanel, onCard, testCall, connectHost, reloadHost } = start();
    ports.setCards(new Map([[7, 'a']]));
    const port = connect({ kind: 'card', tabId: 7 });
    port.postMessage({ type: 'open', windowId: 99 });
    port.postMessage({ type: 'hide', key: 'b' });
    port.postMessage({ type: 'hide', key: 'a' });
    port.postMessage({ type: 'test-call', number: '+442079460123' });
    port.postMessage({ type: 'reload-host', origin: 'https://desk.example.com' });
    port.postMessage({ type: 'connect-host', origin: 'https://desk.example.com' });
    port.postMessage({ type: 'open-panel' });
    await vi.waitFor(() => expect(openPanel).toHaveBeenCalledWith(7));
    expect(testCall).not.toHaveBeenCalled();
    expect(reloadHost).not.toHaveBeenCalled();
    expect(connectHost).not.toHaveBeenCalled();
    expect(onHide.mock.calls).toEqual([['a']]);
    expect(onCard).toHaveBeenCalledWith(7);
    expect(ports.panelWindows()).toEqual(new Set());
  });
});
