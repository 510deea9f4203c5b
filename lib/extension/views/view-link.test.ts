import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyViewState, type ViewState } from '../../domain/view-state.ts';
import { ableCrm } from '../../engine/engine-for-tests.ts';
import { createPortPair, FakePort } from '../messages/fake-port-for-tests.ts';
import { createViewLink, type Lost } from './view-link.ts';

const state: ViewState = { ...emptyViewState, front: 'a' };
const search = { type: 'contact.search', crm: 'test', query: 'x' } as const;

function start() {
  const workers: FakePort[] = [];
  const world = { alive: true, reachable: true, answers: true };
  const lost: Lost[] = [];
  const stop = new AbortController();
  const link = createViewLink({
    windowId: 3,
    signal: stop.signal,
    onLost: (value) => lost.push(value),
    alive: () => world.alive,
    connect: () => {
      if (!world.reachable) throw new Error('Extension context invalidated.');
      const [worker, client] = createPortPair('view');
      worker.onMessage.addListener((message) => {
        const { type } = message as { type: string };
        if (world.answers && (type === 'open' || type === 'awake')) worker.postMessage({ type: 'here' });
      });
      workers.push(worker);
      return client;
    },
  });
  return { link, workers, world, lost, stop, worker: () => workers.at(-1) ?? new FakePort('none') };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a view link', () => {
  it('says where it is and gives the state, then every change', async () => {
    const { link, worker, stop } = start();
    const seen: (string | null)[] = [];
    link.subscribe(({ front }) => seen.push(front), stop.signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(worker().received).toEqual([{ type: 'open', windowId: 3 }]);
    worker().postMessage({ type: 'state', state });
    worker().postMessage({ type: 'changes', changes: { rest: { front: 'b' } } });
    expect(await link.first).toEqual(state);
    expect(seen).toEqual(['a', 'b']);
  });

  it('says on whose screen a command was meant, also when another worker hears it under another agent', async () => {
    const { link, worker } = start();
    const shown = (owner: string): ViewState => ({
      ...state,
      connections: [
        { id: 'test', status: 'ready', crm: 'Test', workspace: null, capabilities: ableCrm, owner },
        { id: 'away', status: 'signed-out', crm: 'Away', workspace: null },
      ],
    });
    await vi.advanceTimersByTimeAsync(0);
    worker().postMessage({ type: 'state', state: shown('ana') });
    await link.first;
    void link.send(search);
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(10);
    worker().postMessage({ type: 'state', state: shown('ben') });
    await vi.advanceTimersByTimeAsync(0);
    expect(worker().received).toContainEqual({
      type: 'command',
      id: 1,
      command: search,
      owners: { test: 'ana' },
    });
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(0);
    void link.send(search);
    await vi.advanceTimersByTimeAsync(0);
    expect(worker().received.at(-1)).toEqual({ type: 'command', id: 2, command: search, owners: {} });
  });

  it('tells every listener although one of them throws', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { link, worker, stop } = start();
    const seen: (string | null)[] = [];
    link.subscribe(() => {
      throw new Error('broken');
    }, stop.signal);
    link.subscribe(({ front }) => seen.push(front), stop.signal);
    await vi.advanceTimersByTimeAsync(0);
    worker().postMessage({ type: 'state', state });
    await link.first;
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['a']);
    expect(logged).toHaveBeenCalledOnce();
  });

  it('sends a command without a reply again to the next worker, under the same number', async () => {
    const { link, workers, worker } = start();
    const reply = link.send(search);
    await vi.advanceTimersByTimeAsync(0);
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(10);
    expect(workers).toHaveLength(2);
    const command = { type: 'command', id: 1, command: search };
    expect(workers.map(({ received }) => received)).toEqual([
      [{ type: 'open', windowId: 3 }, command],
      [{ type: 'open', windowId: 3 }, command],
    ]);
    worker().postMessage({ type: 'reply', id: 1, reply: { ok: true, contacts: [] } });
    expect(await reply).toEqual({ ok: true, contacts: [] });
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(100);
    expect(worker().received).toEqual([{ type: 'open', windowId: 3 }]);
  });

  it('gives up a Port that leads nowhere for another, and asks there what was not answered', async () => {
    const { link, worker, workers, world } = start();
    world.answers = false;
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(100);
    const dead = workers.length;
    const reply = link.send(search);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(workers).toHaveLength(dead);
    world.answers = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(workers).toHaveLength(dead + 1);
    worker().postMessage({ type: 'reply', id: 1, reply: { ok: true, contacts: [] } });
    expect(await reply).toEqual({ ok: true, contacts: [] });
    world.answers = false;
    await vi.advanceTimersByTimeAsync(23_000);
    expect(workers.length).toBeGreaterThan(dead + 1);
  });

  it('keeps what is shown through a worker restart', async () => {
    const { worker, lost } = start();
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(60_000);
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(300);
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lost).toEqual([]);
  });

  it('hides what is shown within 2 s when the extension is gone', async () => {
    const { worker, lost, world } = start();
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(10_000);
    world.alive = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lost).toEqual(['for-good']);
  });

  it('hides what is shown within 2 s when no worker answers, and shows it again when one does', async () => {
    const { worker, workers, lost, world } = start();
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(10_000);
    world.reachable = false;
    worker().disconnect();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lost).toEqual(['for-now']);
    expect(workers).toHaveLength(1);
    world.reachable = true;
    await vi.advanceTimersByTimeAsync(1_000);
    worker().postMessage({ type: 'state', state });
    await vi.advanceTimersByTimeAsync(1);
    expect(lost).toEqual(['for-now', 'no']);
  });

  it('ends with its page', async () => {
    const { worker, workers, stop } = start();
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(worker().connected).toBe(false);
    expect(workers).toHaveLength(1);
  });
});
