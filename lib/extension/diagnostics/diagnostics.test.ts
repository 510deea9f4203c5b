import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Unread } from '../../domain/crm/unread.ts';
import type { DiagnosticsNow } from '../../domain/diagnostics-now.ts';
import type { HostDiagnostics } from '../../domain/host/host-diagnostics.ts';
import type { HostEvent, HostInteraction } from '../../domain/host/host-event.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { Sighting } from '../../domain/interaction/sighting.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { checkHostEvent } from '../worker/hosts/check-host-event.ts';
import { createDiagnostics } from './diagnostics.ts';
import {
  loadDiagnostics,
  onDiagnosticsChanged,
  onDiagnosticsClear,
  requestDiagnosticsClear,
} from './diagnostics-store.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const origin = 'https://desk.example.com';
const page = { origin, tabId: 7, frameId: 0, late: false };
const adapters = ['host-protocol', 'sip-websocket', 'dom-rules'];
const call = (id: string, more: Partial<HostInteraction> = {}): HostEvent => ({
  type: 'interaction',
  interaction: { id, channel: 'phone', direction: 'inbound', state: 'offered', ...more },
});
const source = (adapter = 'host-protocol') => ({ origin, adapter, tabId: 7, frameId: 0 });
/** Lets the queue run, and what is due be written. */
const settle = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);
/** What is stored once it has come to what is wished; names are made by Web Crypto, which no fake clock drives. */
const stored = async (wish: (diagnostics: DiagnosticsNow) => boolean) => {
  const deadline = performance.now() + 5_000;
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    await settle(100);
    const diagnostics = await loadDiagnostics(api);
    if (diagnostics && wish(diagnostics)) return diagnostics;
    if (performance.now() > deadline) throw new Error(`never came to be: ${JSON.stringify(diagnostics)}`);
  }
};
const first = ({ pages }: HostDiagnostics) => pages[0];
const events = (count: number) => (diagnostics: HostDiagnostics) =>
  first(diagnostics)?.events.length === count;
const start = () => createDiagnostics({ adapters, api });

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: 1_790_000_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

describe('the host diagnostics', () => {
  it('keep the last twenty events of a page, with their time, adapter and what they were', async () => {
    const diagnostics = start();
    diagnostics.opened(page, false);
    for (let n = 0; n < 25; n += 1) {
      diagnostics.taken(source(), call(`call-${n}`));
      vi.setSystemTime(Date.now() + 10);
    }
    diagnostics.taken(source(), call('call-24', { state: 'finished', endReason: 'missed' }));
    const { pages } = await stored(
      (all) =>
        first(all)?.events.at(-1)?.facts?.what === 'interaction' && first(all)?.seen['host-protocol'] === 26,
    );
    expect(pages[0]?.events).toHaveLength(20);
    expect(pages[0]?.seen).toEqual({ 'host-protocol': 26 });
    expect(pages[0]?.events[0]).toEqual({
      at: 1_790_000_000_060,
      times: 1,
      adapter: 'host-protocol',
      facts: {
        what: 'interaction',
        state: 'offered',
        channel: 'phone',
        direction: 'inbound',
        numberless: true,
      },
      interaction: expect.stringMatching(/^[0-9a-f]{6}$/),
    });
    const [before, last] = pages[0]!.events.slice(-2);
    expect(last?.facts).toMatchObject({ state: 'finished', endReason: 'missed' });
    expect(last?.interaction).toBe(before?.interaction);
  });

  it('tell a page that is connected and not served, and a tab that lets nobody in, from none', async () => {
    const diagnostics = start();
    const place = { origin, tabId: 8, frameId: 0, late: false };
    diagnostics.unserved(place);
    diagnostics.stuck({ origin, tabId: 9 });
    const standing = (all: HostDiagnostics) =>
      all.pages.map(({ tabId, unserved, gone }) => [tabId, unserved, gone]);
    await stored(
      (all) => all.pages.length >= 2 && all.pages.some(({ unserved }) => unserved === 'not-entered'),
    );
    diagnostics.present([place]);
    diagnostics.opened(place, false);
    const all = await stored(({ pages }) =>
      pages.some(({ tabId, unserved }) => tabId === 8 && unserved === undefined),
    );
    expect(standing(all).filter(([tabId]) => tabId !== 7)).toEqual([
      [8, undefined, false],
      [9, 'not-entered', false],
    ]);
  });

  it('say why something was dropped, and count it; what comes again on end is one line', async () => {
    const diagnostics = start();
    diagnostics.opened(page, false);
    const internal = source();
    diagnostics.noted(internal, 'internal');
    diagnostics.taken(internal, call('a', { direction: 'internal' }));
    const header = source('sip-websocket');
    diagnostics.noted(header, 'untrusted-contact-id');
    diagnostics.taken(header, call('b', { withheld: true }));
    diagnostics.dropped(page, { adapter: 'host-protocol', reason: 'not-valid', path: 'interaction.state' });
    diagnostics.dropped(page, { adapter: 'host-protocol', reason: 'not-valid', path: 'interaction.state' });
    diagnostics.dropped(page, { adapter: '', reason: 'too-many', times: 500 });
    const { pages } = await stored(events(4));
    expect(pages[0]?.events).toMatchObject([
      { reason: 'internal', facts: { direction: 'internal' } },
      { reason: 'untrusted-contact-id', facts: { withheld: true } },
      { reason: 'not-valid', path: 'interaction.state', times: 2 },
      { reason: 'too-many', times: 500 },
    ]);
    expect(pages[0]?.dropped).toEqual({
      internal: 1,
      'untrusted-contact-id': 1,
      'not-valid': 2,
      'too-many': 500,
    });
    expect(pages[0]?.seen).toEqual({ 'sip-websocket': 1 });
  });

  it('survive a kill of the worker, under the same names, and know when the page came', async () => {
    const killed = start();
    killed.opened(page, false);
    killed.strategies(page, [{ adapter: 'sip-websocket', state: 'ready' }]);
    killed.taken(source(), call('a'));
    const before = await stored(events(1));
    vi.setSystemTime(Date.now() + 60_000);
    const next = start();
    next.opened(page, true);
    next.taken(source(), call('a', { state: 'active' }));
    const after = await stored(events(2));
    expect(after.pages[0]?.since).toBe(before.pages[0]?.since);
    expect(after.pages[0]?.strategies).toEqual([{ adapter: 'sip-websocket', state: 'ready' }]);
    expect(after.pages[0]?.events.map(({ facts }) => facts)).toMatchObject([
      { state: 'offered' },
      { state: 'active' },
    ]);
    expect(new Set(after.pages[0]?.events.map(({ interaction }) => interaction)).size).toBe(1);
  });

  it('are written once a second at most, however much a page says', async () => {
    const write = vi.spyOn(api.storage.session, 'set');
    const diagnostics = start();
    diagnostics.opened(page, false);
    for (let n = 0; n < 1_000; n += 1) {
      diagnostics.dropped(page, { adapter: 'host-protocol', reason: n % 2 ? 'too-big' : 'not-valid' });
      await settle(10);
    }
    await settle();
    const writes = write.mock.calls.filter(([values]) => 'diagnostics' in (values as object)).length;
    expect(writes).toBeGreaterThan(8);
    expect(writes).toBeLessThanOrEqual(12);
    write.mockRestore();
  });

  it('keep events over a reload, mark what is gone, and forget a closed tab and another site', async () => {
    const diagnostics = start();
    diagnostics.opened(page, false);
    diagnostics.taken(source(), call('a'));
    diagnostics.left(page);
    expect((await stored((all) => first(all)?.gone === true && events(1)(all))).pages[0]).toMatchObject({
      gone: true,
    });
    vi.setSystemTime(Date.now() + 60_000);
    diagnostics.opened({ ...page, late: true }, false);
    const [again] = (await stored((all) => first(all)?.gone === false)).pages;
    expect(again).toMatchObject({ gone: false, late: true, events: [{ facts: { state: 'offered' } }] });
    expect(again?.since).toBeGreaterThanOrEqual(1_790_000_060_000);
    diagnostics.opened({ ...page, origin: 'https://other.example' }, false);
    diagnostics.opened({ ...page, frameId: 3 }, false);
    diagnostics.present([{ tabId: 7, frameId: 0 }]);
    const { pages } = await stored(({ pages }) => pages.length === 2 && pages[1]?.gone === true);
    expect(pages.map(({ origin: from, gone, events }) => [from, gone, events.length])).toEqual([
      ['https://other.example', false, 0],
      [origin, true, 0],
    ]);
    diagnostics.closed(7);
    expect((await stored(({ pages }) => pages.length === 0)).pages).toEqual([]);
  });

  it('have room for so many pages only: those that are gone make room first', async () => {
    const diagnostics = start();
    for (let tabId = 1; tabId <= 24; tabId += 1) diagnostics.opened({ ...page, tabId }, false);
    diagnostics.left({ tabId: 9, frameId: 0 });
    diagnostics.opened({ ...page, tabId: 25 }, false);
    const tabs = (await stored(({ pages }) => pages.some(({ tabId }) => tabId === 25))).pages.map(
      ({ tabId }) => tabId,
    );
    expect(tabs).toHaveLength(24);
    expect(tabs).not.toContain(9);
    expect(tabs).toContain(25);
  });

  it('are forgotten on request, but for what stands now', async () => {
    const stop = new AbortController();
    const diagnostics = start();
    const changed = vi.fn();
    onDiagnosticsChanged(changed, stop.signal, api);
    onDiagnosticsClear(diagnostics.clear, stop.signal, api);
    diagnostics.opened(page, false);
    diagnostics.strategies(page, [{ adapter: 'sip-websocket', state: 'ready' }]);
    diagnostics.dropped(page, { adapter: 'sip-websocket', reason: 'too-big' });
    await stored(events(1));
    expect(changed).toHaveBeenCalled();
    await requestDiagnosticsClear(api);
    expect((await stored(events(0))).pages).toMatchObject([
      { events: [], dropped: {}, seen: {}, strategies: [{ adapter: 'sip-websocket' }], gone: false },
    ]);
    stop.abort();
  });

  it('count what could not be read of CRMs’ answers, over the end of a worker, until they are forgotten', async () => {
    const stop = new AbortController();
    const odd = { of: 'contact', whole: false, path: 'phones[].number', expected: 'text' } as const;
    const lost = { ...odd, whole: true, path: 'id' };
    const count = ({ unread = [] }: DiagnosticsNow) =>
      unread.flatMap(({ parts }) => parts).reduce((sum, { times }) => sum + times, 0);
    const before = start();
    before.unread('main', odd);
    before.unread('main', odd);
    before.unread('other', lost);
    await stored((all) => count(all) === 3);
    const diagnostics = start();
    onDiagnosticsClear(diagnostics.clear, stop.signal, api);
    vi.setSystemTime(1_790_000_060_000);
    diagnostics.unread('main', { ...odd, note: 'Ada Okoro' } as Unread);
    expect((await stored((all) => count(all) === 4)).unread).toEqual([
      { id: 'other', parts: [{ ...lost, times: 1, at: 1_790_000_000_000 }] },
      { id: 'main', parts: [{ ...odd, times: 3, at: 1_790_000_060_000 }] },
    ]);
    await requestDiagnosticsClear(api);
    expect((await stored((all) => count(all) === 0)).unread).toBeUndefined();
    stop.abort();
  });

  it('keep of what could not be read the kinds that came last', async () => {
    const diagnostics = start();
    for (let n = 0; n < 50; n += 1)
      diagnostics.unread('main', { of: 'field', whole: true, path: `x${n}`, expected: 'text' });
    const { unread } = await stored((all) => all.unread?.[0]?.parts.at(-1)?.path === 'x49');
    expect(unread?.[0]?.parts.map(({ path }) => path)).toEqual(
      Array.from({ length: 40 }, (_, n) => `x${n + 10}`),
    );
  });

  it('tell which adapter told what of a live interaction, by the names of its events', async () => {
    const diagnostics = start();
    diagnostics.opened(page, false);
    const sighting = (adapter: string, rank: number, more: Partial<HostInteraction>): Sighting => ({
      source: source(adapter),
      facts: { id: `${adapter}-1`, channel: 'phone', direction: 'inbound', state: 'active', ...more },
      contactIdFrom: 'contract',
      rank,
      since: 0,
      stateSince: 0,
    });
    const sightings = [
      sighting('sip-websocket', 20, { clientId: { kind: 'phone', value: '+33612345678' } }),
      sighting('dom-rules', 10, { displayName: 'Amélie Roux' }),
    ];
    const live = { source: source('sip-websocket'), facts: sightings[0]!.facts, sightings };
    diagnostics.taken(source('dom-rules'), call('dom-rules-1'));
    diagnostics.interactions([live as LiveInteraction]); // Nothing else is looked at.
    const { interactions, pages } = await stored(({ interactions }) => interactions.length === 1);
    expect(interactions).toEqual([
      {
        origin,
        tabId: 7,
        state: 'active',
        channel: 'phone',
        direction: 'inbound',
        seenBy: [
          { adapter: 'sip-websocket', interaction: expect.stringMatching(/^[0-9a-f]{6}$/) },
          { adapter: 'dom-rules', interaction: pages[0]?.events[0]?.interaction },
        ],
        told: { clientId: 'sip-websocket', displayName: 'dom-rules' },
      },
    ]);
    diagnostics.interactions([]);
    expect((await stored(({ interactions }) => interactions.length === 0)).interactions).toEqual([]);
  });

  it('hold nothing of a customer, whatever a page says', { timeout: 60_000 }, async () => {
    const seed = 1_790_000_000_000 ^ process.pid;
    const canary = 'Zk7Canary';
    const secret = fc.constantFrom(canary, `${canary}@example.com`, `+3361234${canary}`, `x ${canary}`);
    const facts = fc.record(
      {
        id: secret,
        channel: fc.constantFrom('phone' as const, 'chat' as const),
        direction: fc.constantFrom('inbound' as const, 'internal' as const),
        state: fc.constantFrom('offered' as const, 'active' as const, 'finished' as const),
        clientId: fc.record({ kind: fc.constantFrom('phone' as const, 'email' as const), value: secret }),
        displayName: secret,
        contactId: secret,
        campaign: fc.record({ name: secret }),
        queue: secret,
        agent: secret,
        threadId: secret,
        correlation: fc.array(secret, { maxLength: 3 }),
        attributes: fc.dictionary(secret, fc.oneof(secret, fc.constant(7))),
      },
      { requiredKeys: ['id', 'channel', 'direction', 'state'] },
    );
    const event = fc.oneof(
      facts.map((interaction) => ({ type: 'interaction', interaction })),
      secret.map((interactionId) => ({ type: 'focus', interactionId })),
      secret.map((mode) => ({ type: 'inbox', mode })),
      secret.map((name) => ({ type: 'hello', host: { name, version: name }, commands: [name] })),
      secret.map((id) => ({
        type: 'event',
        event: { id, interactionId: id, type: id, at: '2026-11-20T15:00:00Z', actor: id, data: { [id]: id } },
      })),
      secret.map((type) => ({ type, [type]: { [type]: type } })),
    );
    const diagnostics = start();
    diagnostics.opened(page, false);
    const taken: LiveInteraction[] = [];
    await fc.assert(
      fc.asyncProperty(event, fc.oneof(secret, fc.constantFrom(...adapters)), async (said, adapter) => {
        const checked = checkHostEvent(said);
        if (!checked.ok) {
          const { reason, path } = checked;
          diagnostics.dropped(page, { adapter, reason, ...(path && { path }) });
        } else {
          diagnostics.taken(source(adapter), checked.event);
          if (checked.event.type === 'interaction') {
            const { interaction } = checked.event;
            const sighting = { source: source(adapters[0]), facts: interaction, rank: 1, since: 0 };
            // Nothing else is looked at.
            const live = { source: sighting.source, facts: interaction, sightings: [sighting] };
            taken.push(live as unknown as LiveInteraction);
          }
        }
        diagnostics.strategies(page, [
          { adapter, rule: said.type, state: 'ready' },
          { adapter: 'dom-rules', rule: `desk/${canary}`, state: 'cannot-read' },
        ]);
        diagnostics.interactions(taken.slice(-3));
      }),
      { seed, numRuns: 1_000 },
    );
    diagnostics.dropped(page, { adapter: '', reason: 'not-valid', path: 'later' });
    const kept = await stored(({ pages }) => JSON.stringify(pages).includes('later'));
    expect(kept.pages[0]?.events).toHaveLength(20);
    expect(JSON.stringify(kept).toLowerCase(), `seed ${seed}`).not.toContain(canary.toLowerCase());
    expect(JSON.stringify(kept), `seed ${seed}`).not.toContain('61234');
  });
});
