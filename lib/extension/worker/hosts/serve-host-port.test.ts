import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CardSpot, firstSpot } from '../../../domain/card-spot.ts';
import type { HostEvent } from '../../../domain/host/host-event.ts';
import type { HostRule } from '../../../domain/host/host-rules.ts';
import type { HostSource } from '../../../domain/host/host-source.ts';
import { type HostSettings, hostSettingsSchema } from '../../../domain/settings.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Sender } from '../../browser/judge-sender.ts';
import type { StorageApi } from '../../browser/storage-api.ts';
import { createDiagnostics, type Diagnostics } from '../../diagnostics/diagnostics.ts';
import { createPortPair, type FakePort } from '../../messages/fake-port-for-tests.ts';
import { createHostProgress } from './host-progress.ts';
import { createHostPorts } from './serve-host-port.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const origin = 'https://desk.example.com';
const hostsOf = (more: object = {}) =>
  new Map<string, HostSettings>([[origin, hostSettingsSchema.parse({ origin, ...more })]]);
const hosts = hostsOf();
const instance = '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a01';
const sender: Extract<Sender, { kind: 'host' }> = { kind: 'host', tabId: 7, frameId: 0, windowId: 1, origin };
const call = (id: string): HostEvent => ({
  type: 'interaction',
  interaction: { id, channel: 'phone', direction: 'inbound', state: 'offered' },
});
const batch = (...events: unknown[]) => events.map((event) => ({ adapter: 'host-protocol', event }));

/** A worker: it starts with what the last one left in the session's storage, and with an engine that notes its calls. */
function startWorker(
  options: {
    hold?: Promise<void>;
    delay?: (ms: number) => Promise<void>;
    hosts?: typeof hosts;
    /** Nobody has said yet which hosts are allowed. */
    unknown?: boolean;
    rulesOf?: (origin: string) => HostRule[];
    onCardPlaced?: (origin: string, spot: CardSpot) => void;
    onLanguage?: (tag: string) => void;
  } = {},
) {
  const seen: [HostSource, HostEvent][] = [];
  const engine = {
    host: vi.fn<Engine['host']>(async (source, event) => {
      seen.push([source, event]);
      await options.hold;
    }),
    hostGone: vi.fn<Engine['hostGone']>(async () => {}),
    hostBack: vi.fn<Engine['hostBack']>(async () => {}),
    hostTold: vi.fn<Engine['hostTold']>(async () => {}),
  };
  const drops: string[] = [];
  const diagnostics = {
    ...createDiagnostics({ adapters: ['host-protocol'], api }),
    dropped: vi.fn<Diagnostics['dropped']>((_, { reason, times = 1 }) => {
      for (let time = 0; time < times; time += 1) drops.push(reason);
    }),
  };
  vi.spyOn(diagnostics, 'unserved');
  vi.spyOn(diagnostics, 'opened');
  const waits: number[] = [];
  const ports = createHostPorts({
    engine: Promise.resolve(engine),
    progress: createHostProgress(api),
    diagnostics,
    onChange: () => {},
    ...(options.rulesOf && { rulesOf: options.rulesOf }),
    ...(options.onCardPlaced && { onCardPlaced: options.onCardPlaced }),
    ...(options.onLanguage && { onLanguage: options.onLanguage }),
    cardUrl: () => 'chrome-extension://random/card.html',
    delay: options.delay ?? (async (ms) => void waits.push(ms)),
  });
  if (!options.unknown) void ports.allow(options.hosts ?? hosts);
  return { ports, engine, seen, drops, waits, diagnostics };
}

function open(
  ports: ReturnType<typeof startWorker>['ports'],
  from = { ...sender },
  life = instance,
): FakePort {
  const [worker, client] = createPortPair('host');
  client.passesOver = (message) => (message as { type: string }).type === 'here';
  ports.connect(worker, from);
  client.postMessage({ type: 'open', instance: life, late: false, hidden: false, taken: 0 });
  return client;
}

const has = (port: FakePort, message: object) =>
  vi.waitFor(() => expect(port.received).toContainEqual(message), { interval: 1 });

beforeEach(() => fakeBrowser.reset());

describe('a host port', () => {
  it('gets its options and is asked what is live', async () => {
    const { ports } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    expect(port.received[0]).toEqual({ type: 'options', options: { campaignHeader: 'X-Campaign' } });
  });

  it('gets the rules for its origin, as they stand whenever the hosts are allowed', async () => {
    let host = 'desk.example.com';
    const rule = () => ({ id: `file/${host}` }) as unknown as HostRule; // The Port carries it and looks at nothing of it.
    const { ports } = startWorker({ rulesOf: (asked) => (asked === origin ? [rule()] : []) });
    const port = open(ports);
    await has(port, { type: 'options', options: { campaignHeader: 'X-Campaign', rules: [rule()] } });
    host = 'other';
    await ports.allow(hosts);
    await has(port, { type: 'options', options: { campaignHeader: 'X-Campaign', rules: [rule()] } });
  });

  it('loses nothing that it says before it is known who is served: the end of a call is not said twice', async () => {
    const { ports, seen } = startWorker({ unknown: true });
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toEqual([]);
    await ports.allow(hosts);
    await has(port, { type: 'ack', upTo: 1 });
    expect(seen.map(([, event]) => event)).toEqual([call('a')]);
  });

  it('is answered at once, served or not, and whenever it keeps the worker awake', async () => {
    const { ports } = startWorker({ unknown: true });
    const [worker, client] = createPortPair('host');
    ports.connect(worker, sender);
    client.postMessage({ type: 'open', instance, late: false, hidden: false, taken: 0 });
    await vi.waitFor(() => expect(client.received).toEqual([{ type: 'here' }]));
    client.postMessage({ type: 'awake' });
    await vi.waitFor(() => expect(client.received).toEqual([{ type: 'here' }, { type: 'here' }]));
  });

  it('has its events handled in order, with the sender the browser named, and acknowledged once', async () => {
    const { ports, seen } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a'), call('b')) });
    await has(port, { type: 'ack', upTo: 2 });
    expect(seen.map(([, event]) => event)).toEqual([call('a'), call('b')]);
    expect(seen[0]?.[0]).toEqual({ origin, adapter: 'host-protocol', tabId: 7, frameId: 0 });
  });

  it('is told once where its card is to be, and its card counts as seen while it is to be shown', async () => {
    const { ports } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    const cards = () => port.received.filter((one) => (one as { type: string }).type === 'card');
    const url = 'chrome-extension://random/card.html';
    for (const place of ['at-hand', 'at-hand', 'shown', 'none'] as const) ports.setCard(7, place);
    await vi.waitFor(() => expect(cards()).toHaveLength(3));
    expect(cards()).toEqual([
      { type: 'card', show: false, url },
      { type: 'card', show: true, url, look: { spot: firstSpot, shape: 'card' } },
      { type: 'card', show: false },
    ]);
    const seen = () => ports.pages()[0]?.cardSeen;
    port.postMessage({ type: 'card-seen' });
    port.postMessage({ type: 'awake' });
    port.postMessage({ type: 'visibility', hidden: true });
    await vi.waitFor(() => expect(ports.pages()[0]?.hidden).toBe(true));
    expect(seen()).toBe(false);
    ports.setCard(7, 'shown');
    port.postMessage({ type: 'card-seen' });
    await vi.waitFor(() => expect(seen()).toBe(true));
    ports.setCard(7, 'at-hand');
    expect(seen()).toBe(false);
  });

  it('has the card where the agent put it, is told of another place and size, and tells where it was dragged', async () => {
    const placed = vi.fn();
    const at = { corner: 'top-left', x: 8, y: 60 } as const;
    const { ports } = startWorker({ onCardPlaced: placed, hosts: hostsOf({ cardAt: at }) });
    const port = open(ports);
    await has(port, { type: 'hello?' });
    const url = 'chrome-extension://random/card.html';
    ports.setCard(7, 'shown');
    await has(port, { type: 'card', show: true, url, look: { spot: at, shape: 'card' } });
    ports.setCard(7, 'shown', 'pill');
    await has(port, { type: 'card', show: true, url, look: { spot: at, shape: 'pill' } });
    const step = { dx: 3, dy: -4, done: true };
    ports.dragCard(7, step);
    await has(port, { type: 'card-drag', step });
    ports.dragCard(8, step);
    port.postMessage({ type: 'card-spot', spot: firstSpot });
    await vi.waitFor(() => expect(placed).toHaveBeenCalledExactlyOnceWith(origin, firstSpot));
    ports.setCard(7, 'none');
    port.postMessage({ type: 'card-spot', spot: at });
    port.postMessage({ type: 'visibility', hidden: true });
    await vi.waitFor(() => expect(ports.pages()[0]?.hidden).toBe(true));
    expect(placed).toHaveBeenCalledOnce();
    ports.dragCard(7, step);
    expect(port.received.filter((one) => (one as { type: string }).type === 'card-drag')).toHaveLength(1);
  });

  it('says to whoever follows in which language its host is', async () => {
    const onLanguage = vi.fn();
    const { ports } = startWorker({ onLanguage });
    const port = open(ports);
    await has(port, { type: 'hello?' });
    const event = { type: 'language', language: 'pt-BR' };
    port.postMessage({ type: 'events', first: 1, batch: [{ adapter: 'host-protocol', event }] });
    await has(port, { type: 'ack', upTo: 1 });
    expect(onLanguage).toHaveBeenCalledExactlyOnceWith('pt-BR');
  });

  it('is heard on while what it told before is being kept, and a new Port waits for that', async () => {
    const held = Promise.withResolvers<void>();
    const { ports, engine, seen } = startWorker({ hold: held.promise });
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await vi.waitFor(() => expect(engine.host).toHaveBeenCalledOnce());
    port.postMessage({ type: 'events', first: 2, batch: batch(call('b')) });
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    const again = open(ports);
    again.postMessage({ type: 'events', first: 1, batch: batch(call('a'), call('b')) });
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(again.received).toEqual([]);
    held.resolve();
    await has(again, { type: 'ack', upTo: 2 });
    for (const upTo of [1, 2]) expect(port.received).toContainEqual({ type: 'ack', upTo });
    expect(seen).toHaveLength(2);
  });

  it('gets no acknowledgement before the effect would survive a kill', async () => {
    const held = Promise.withResolvers<void>();
    const { ports, engine } = startWorker({ hold: held.promise });
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await vi.waitFor(() => expect(engine.host).toHaveBeenCalledOnce());
    expect(port.received).not.toContainEqual({ type: 'ack', upTo: 1 });
    held.resolve();
    await has(port, { type: 'ack', upTo: 1 });
  });

  it('sends again after the worker was killed: what was handled is not handled twice, the rest is', async () => {
    const first = startWorker();
    const before = open(first.ports);
    before.postMessage({ type: 'events', first: 1, batch: batch(call('a'), call('b')) });
    await has(before, { type: 'ack', upTo: 2 });

    const second = startWorker();
    const after = open(second.ports);
    after.postMessage({ type: 'events', first: 1, batch: batch(call('a'), call('b'), call('c')) });
    await has(after, { type: 'ack', upTo: 3 });
    expect(second.seen.map(([, event]) => event)).toEqual([call('c')]);
    expect(after.received[0]).toEqual({ type: 'ack', upTo: 2 });
    expect(second.engine.hostBack).toHaveBeenCalledWith({ tabId: 7, frameId: 0 });
  });

  it('of a page that was loaded anew counts from one again, and the old page counts as gone', async () => {
    const { ports, engine, seen } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await has(port, { type: 'ack', upTo: 1 });
    const next = open(ports, sender, '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a02');
    port.disconnect();
    next.postMessage({ type: 'events', first: 1, batch: batch(call('b')) });
    await has(next, { type: 'ack', upTo: 1 });
    expect(seen.map(([, event]) => event)).toEqual([call('a'), call('b')]);
    expect(engine.hostGone).toHaveBeenCalledOnce();
    expect(engine.hostBack).not.toHaveBeenCalled();
  });

  it('of a page loaded anew ends what the old page told, once the new one has told what is live', async () => {
    const { ports, engine } = startWorker();
    const before = open(ports);
    before.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await has(before, { type: 'ack', upTo: 1 });
    before.disconnect();
    const next = open(ports, sender, '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a02');
    next.postMessage({ type: 'events', first: 1, batch: batch(call('b')) });
    await has(next, { type: 'ack', upTo: 1 });
    expect(engine.hostTold).not.toHaveBeenCalled();
    next.postMessage({ type: 'told' });
    await vi.waitFor(() => expect(engine.hostTold).toHaveBeenCalledOnce());
    expect(engine.hostTold).toHaveBeenCalledWith({ tabId: 7, origin });
    expect(engine.hostTold.mock.invocationCallOrder[0]).toBeGreaterThan(
      engine.host.mock.invocationCallOrder.at(-1)!,
    );
  });

  it('ends nothing when the same page is back, or says to a new worker that it has told everything', async () => {
    const first = startWorker();
    const port = open(first.ports);
    port.postMessage({ type: 'told' });
    await vi.waitFor(() => expect(first.engine.hostTold).toHaveBeenCalledOnce());
    // Back from the back-forward cache, on another Port.
    port.disconnect();
    const back = open(first.ports);
    back.postMessage({ type: 'told' });
    back.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    await has(back, { type: 'ack', upTo: 1 });
    expect(first.engine.hostTold).toHaveBeenCalledOnce();
    const second = startWorker();
    const again = open(second.ports);
    again.postMessage({ type: 'told' });
    again.postMessage({ type: 'events', first: 2, batch: batch(call('b')) });
    await has(again, { type: 'ack', upTo: 2 });
    expect(second.engine.hostBack).toHaveBeenCalled();
    expect(second.engine.hostTold).not.toHaveBeenCalled();
  });

  it('does not take a page for heard out whose words had to be dropped, until it has told them again', async () => {
    const { ports, engine } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    port.received.length = 0;
    const flood = batch(...Array.from({ length: 250 }, () => call('a')));
    for (let first = 1; first <= 2_500; first += 250)
      port.postMessage({ type: 'events', first, batch: flood });
    port.postMessage({ type: 'told' });
    await has(port, { type: 'hello?' });
    expect(engine.hostTold).not.toHaveBeenCalled();
    port.postMessage({ type: 'events', first: 2_501, batch: batch(call('b')) });
    port.postMessage({ type: 'told' });
    await vi.waitFor(() => expect(engine.hostTold).toHaveBeenCalledOnce());
  });

  describe('of a frame within a page', () => {
    const frame = { ...sender, frameId: 4 };

    it('that shows another document ends what stood there, of whatever origin, once that has told what is live', async () => {
      const { ports, engine } = startWorker();
      open(ports);
      const mail = open(ports, frame);
      await has(mail, { type: 'hello?' });
      mail.disconnect();
      const next = open(ports, frame, '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a02');
      await has(next, { type: 'hello?' });
      expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 4 });
      next.postMessage({ type: 'told' });
      await vi.waitFor(() => expect(engine.hostTold).toHaveBeenCalledWith({ tabId: 7, frameId: 4 }));
    });

    it('is not ended for being away for a moment where the next document is there already', async () => {
      const gate = Promise.withResolvers<void>();
      const { ports, engine } = startWorker({ delay: () => gate.promise });
      open(ports);
      const mail = open(ports, frame);
      await has(mail, { type: 'hello?' });
      mail.disconnect();
      await vi.waitFor(() => expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 4 }));
      const next = open(ports, frame, '5f0c8f0e-6d0e-4d0b-9a43-4f6b5c8f1a02');
      await has(next, { type: 'hello?' });
      gate.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      expect(engine.hostTold).not.toHaveBeenCalled();
    });

    it('that is taken away, or shows a document of no host, ends what it told soon', async () => {
      const { ports, engine, waits } = startWorker();
      open(ports);
      const mail = open(ports, frame);
      await has(mail, { type: 'hello?' });
      mail.disconnect();
      await vi.waitFor(() => expect(engine.hostTold).toHaveBeenCalledWith({ tabId: 7, frameId: 4 }));
      expect(waits).toEqual([1_000]);
    });

    it('ends nothing when it goes with the page around it, which may come back', async () => {
      const gate = Promise.withResolvers<void>();
      const { ports, engine } = startWorker({ delay: () => gate.promise });
      const top = open(ports);
      const mail = open(ports, frame);
      await has(mail, { type: 'hello?' });
      mail.disconnect();
      await vi.waitFor(() => expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 4 }));
      top.disconnect();
      await vi.waitFor(() => expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 0 }));
      gate.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      expect(engine.hostTold).not.toHaveBeenCalled();
    });
  });

  it('tells when its page is gone, and when it is back from the back-forward cache', async () => {
    const { ports, engine } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    port.disconnect();
    await vi.waitFor(() => expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 0 }));
    open(ports);
    await vi.waitFor(() => expect(engine.hostBack).toHaveBeenCalledWith({ tabId: 7, frameId: 0 }));
  });

  it('drops what is not valid, counts it, and handles the rest', async () => {
    const { ports, seen, drops } = startWorker();
    const port = open(ports);
    const big = { ...call('big'), note: 'x'.repeat(9_000) };
    const polluted: unknown = JSON.parse('{"type":"focus","interactionId":"1","__proto__":{}}');
    port.postMessage({ type: 'events', first: 1, batch: batch(null, big, polluted, call('a')) });
    port.postMessage({ type: 'write', contact: 1 });
    port.postMessage('nonsense');
    await has(port, { type: 'ack', upTo: 4 });
    await vi.waitFor(() => expect(drops).toHaveLength(5));
    expect(drops.toSorted()).toEqual(['forbidden-key', 'not-valid', 'not-valid', 'not-valid', 'too-big']);
    expect(seen).toHaveLength(1);
  });

  it('goes on when the engine fails on one event', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ports, engine } = startWorker();
    engine.host.mockRejectedValueOnce(new Error('broken'));
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a'), call('b')) });
    await has(port, { type: 'ack', upTo: 2 });
    expect(engine.host).toHaveBeenCalledTimes(2);
  });

  it('waits when its page speaks too fast, and asks again for what it had to drop', async () => {
    const { ports, seen, drops, waits } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    port.received.length = 0;
    for (let first = 1; first <= 2_500; first += 250)
      port.postMessage({
        type: 'events',
        first,
        batch: batch(...Array.from({ length: 250 }, () => call('a'))),
      });
    await has(port, { type: 'hello?' });
    expect(seen).toHaveLength(2_000);
    expect(drops.filter((reason) => reason === 'too-many')).toHaveLength(500);
    expect(Math.max(...waits)).toBeGreaterThan(1_000);
  });

  it('from an origin that is not configured is neither heard nor answered', async () => {
    const { ports, engine } = startWorker();
    const port = open(ports, { ...sender, origin: 'https://desk.example.com.evil.example' });
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    const other = open(ports, { ...sender, tabId: 8 });
    await has(other, { type: 'hello?' });
    expect(port.received).toEqual([]);
    expect(engine.host).not.toHaveBeenCalled();
    expect(ports.pages().map(({ tabId }) => tabId)).toEqual([8]);
  });

  it('is known to be there although it is not served, from its first word on', async () => {
    const { ports, diagnostics } = startWorker({ hosts: new Map() });
    open(ports);
    await vi.waitFor(() =>
      expect(diagnostics.unserved).toHaveBeenCalledWith({ origin, tabId: 7, frameId: 0, late: false }),
    );
    expect([ports.pages().length, ports.connected().length]).toEqual([0, 1]);
    await ports.allow(hosts);
    await vi.waitFor(() => expect(diagnostics.opened).toHaveBeenCalledOnce());
    await ports.allow(new Map());
    expect(diagnostics.unserved).toHaveBeenCalledTimes(2);
  });

  it('is served from the moment its host is configured, and not any more when it is revoked in a call', async () => {
    const { ports, engine } = startWorker({ hosts: new Map() });
    const port = open(ports);
    await ports.allow(hosts);
    await has(port, { type: 'hello?' });
    await ports.allow(new Map());
    expect(engine.hostGone).toHaveBeenCalledWith({ tabId: 7, frameId: 0 });
    await has(port, { type: 'card', show: false });
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a')) });
    port.postMessage({ type: 'visibility', hidden: true });
    await vi.waitFor(() => expect(ports.pages()).toEqual([]));
    expect(engine.host).not.toHaveBeenCalled();
  });

  it('gets new options when they change', async () => {
    const { ports } = startWorker();
    const port = open(ports);
    await has(port, { type: 'hello?' });
    await ports.allow(new Map([[origin, hostSettingsSchema.parse({ origin, campaignHeader: 'X-Queue' })]]));
    await has(port, { type: 'options', options: { campaignHeader: 'X-Queue' } });
  });
});

describe('the diagnostics of a host page', () => {
  const strategies = [{ adapter: 'dom-rules', rule: 'desk/calls', state: 'cannot-read' as const }];

  it('hear how its strategies stand, and what its own script left out', async () => {
    const { ports, drops } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'status', strategies });
    port.postMessage({
      type: 'dropped',
      drops: [{ adapter: 'host-protocol', reason: 'forged-sender', times: 2 }],
    });
    await vi.waitFor(() => expect(drops).toEqual(['forged-sender', 'forged-sender']));
    expect(ports.pages()[0]?.strategies).toEqual(strategies);
  });

  it('do not hear of a page that is not served', async () => {
    const { ports, diagnostics } = startWorker({ hosts: new Map() });
    const opened = vi.spyOn(diagnostics, 'opened');
    const port = open(ports);
    port.postMessage({ type: 'status', strategies });
    await ports.allow(new Map());
    expect(opened).not.toHaveBeenCalled();
    await ports.allow(hosts);
    await has(port, { type: 'hello?' });
    expect(opened).toHaveBeenCalledWith({ origin, tabId: 7, frameId: 0, late: false }, false);
    expect(ports.pages()[0]?.strategies).toEqual(strategies);
  });

  it('name the field that is not valid, and an event that Ringside stumbled over', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ports, engine, diagnostics } = startWorker();
    const noted = vi.spyOn(diagnostics, 'noted');
    const port = open(ports);
    engine.host.mockRejectedValueOnce(new Error('broken'));
    const wrong = { type: 'inbox', mode: 'sideways' };
    port.postMessage({ type: 'events', first: 1, batch: batch(call('a'), wrong) });
    await has(port, { type: 'ack', upTo: 2 });
    expect(noted.mock.calls.map(([, reason]) => reason)).toEqual(['failed']);
    const drop = { adapter: 'host-protocol', reason: 'not-valid', path: 'mode' };
    expect(diagnostics.dropped).toHaveBeenCalledWith(expect.anything(), drop);
  });
});

describe('a host page that is asked something', () => {
  const to = { origin, adapter: 'host-protocol', tabId: 7, frameId: 0 };
  const hello = (...commands: string[]) => ({
    type: 'hello',
    host: { name: 'Desk', version: '1' },
    commands,
  });

  it('is asked what it has said that it can do, and its answer reaches whoever asked', async () => {
    const { ports } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(hello('hold')) });
    await has(port, { type: 'ack', upTo: 1 });
    const outcome = ports.ask(to, { name: 'hold' });
    await vi.waitFor(() => expect(port.received.at(-1)).toMatchObject({ type: 'command', number: 1 }));
    port.postMessage({ type: 'answer', number: 1, answer: { outcome: 'done' } });
    expect(await outcome).toEqual({ outcome: 'done' });
    expect(await ports.ask(to, { name: 'mute' })).toEqual({ outcome: 'not-asked', because: 'not-declared' });
    port.postMessage({ type: 'events', first: 2, batch: batch(hello()) });
    await has(port, { type: 'ack', upTo: 2 });
    expect(await ports.ask(to, { name: 'hold' })).toEqual({ outcome: 'not-asked', because: 'not-declared' });
  });

  it('is asked nothing, and not heard, once its host is not allowed any more', async () => {
    const { ports } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(hello('hold')) });
    await has(port, { type: 'ack', upTo: 1 });
    const settled = vi.fn();
    void ports.ask(to, { name: 'hold' }).then(settled);
    await ports.allow(new Map());
    expect(await ports.ask(to, { name: 'hold' })).toEqual({ outcome: 'not-asked', because: 'no-page' });
    port.postMessage({ type: 'answer', number: 1, answer: { outcome: 'done' } });
    await ports.allow(hosts);
    await vi.waitFor(() =>
      expect(port.received.filter((one) => Reflect.get(Object(one), 'type') === 'hello?')).toHaveLength(2),
    );
    expect(settled).not.toHaveBeenCalled();
  });

  it('is told of in the diagnostics where its answer is none', async () => {
    const { ports, drops } = startWorker();
    const port = open(ports);
    port.postMessage({ type: 'events', first: 1, batch: batch(hello('hold')) });
    await has(port, { type: 'ack', upTo: 1 });
    const outcome = ports.ask(to, { name: 'hold' });
    await vi.waitFor(() => expect(port.received.at(-1)).toMatchObject({ type: 'command', number: 1 }));
    port.postMessage({ type: 'answer', number: 1, answer: { outcome: 'perhaps' } });
    expect(await outcome).toEqual({ outcome: 'unknown' });
    expect(drops).toEqual(['not-valid']);
  });
});
