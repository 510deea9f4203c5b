import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixtureCrm, fixtureNow } from '../../../components/fixtures/people.ts';
import { states } from '../../../components/fixtures/states.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { defaultSettings } from '../../domain/settings.ts';
import type { ViewState } from '../../domain/view-state.ts';
import { createMemoryContactCache } from '../cache/memory-contact-cache.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../drafts/memory-write-store.ts';
import { createEngine } from '../engine.ts';
import { ableCrm, deskOrigin, engineForTests, testCrm } from '../engine-for-tests.ts';
import { createMemoryRecoveryStore } from './memory-recovery-store.ts';

const number = '+33199004217';
const life = new AbortController();

beforeEach(() => void vi.useFakeTimers({ now: fixtureNow }));
afterEach(() => void vi.useRealTimers());

/** Everything an engine does to the world: states told, copies written, the cache, questions to the CRM. */
function watched(parts: {
  cache: ReturnType<typeof createMemoryContactCache>;
  recovery: ReturnType<typeof createMemoryRecoveryStore>;
  drafts: ReturnType<typeof createMemoryDraftStore>;
  writes: ReturnType<typeof createMemoryWriteStore>;
  crm: MemoryCrm;
}) {
  const done: string[] = [];
  for (const store of [parts.cache, parts.recovery, parts.drafts, parts.writes]) {
    // Plain objects of functions, each of which is noted here.
    const whole = store as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const [name, member] of Object.entries(whole)) {
      whole[name] = (...args) => {
        done.push(name);
        return member.apply(whole, args);
      };
    }
  }
  parts.crm.before = (call) => void done.push(call);
  return done;
}

const stores = () => ({
  cache: createMemoryContactCache(),
  drafts: createMemoryDraftStore(),
  writes: createMemoryWriteStore(),
  recovery: createMemoryRecoveryStore(),
});

/** An engine that begins with this state, as a worker does after another. */
async function begunWith(state: ViewState) {
  const parts = { ...stores(), crm: new MemoryCrm() };
  const { interactions, ...shown } = state;
  for (const live of interactions)
    await parts.recovery.saveInteraction({
      ...live,
      answers: [{ crm: fixtureCrm, resolution: live.resolution }],
    });
  await parts.recovery.saveRest({
    ...shown,
    parties: {},
    outbox: [],
    aside: {},
    ended: [],
    prunedAt: fixtureNow,
  });
  const done = watched(parts);
  const engine = createEngine({
    ...parts,
    storesOf: () => parts,
    settings: defaultSettings,
    signal: life.signal,
  });
  engine.subscribe(() => done.push('told'), life.signal);
  await engine.ready;
  return { engine, crm: parts.crm, done };
}

async function isSilent(done: string[], ms = 10_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  done.length = 0;
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await vi.advanceTimersByTimeAsync(ms);
  expect(done).toEqual([]);
  expect(timers, 'it goes round by itself').not.toHaveBeenCalled();
  timers.mockRestore();
}

describe('an engine at rest does nothing for ten seconds', () => {
  it.each(Object.entries(states))('in the state %s', async (_, state) => {
    const { engine, crm, done } = await begunWith(state);
    await isSilent(done);
    // The same with a CRM at hand, once it has answered all that was asked.
    await engine.connect(testCrm, { status: 'ready', id: 'test', label: 'Test', crm, capabilities: ableCrm });
    await vi.advanceTimersByTimeAsync(1_000);
    await isSilent(done);
  });

  /** What hosts, agents and CRMs bring an engine to. */
  const ways: Record<string, (desk: ReturnType<typeof engineForTests>) => Promise<unknown>> = {
    'nothing connected': async () => {},
    'signed out': (desk) => desk.engine.connect(testCrm, { status: 'signed-out', label: 'Test', at: 1 }),
    'a call of somebody known': (desk) => desk.ring('1', number, { state: 'active' }),
    'a call of nobody known': (desk) => desk.ring('1', '+12125550142'),
    'a withheld number': (desk) => desk.ring('1', undefined, { withheld: true }),
    'several tabs of one call': async (desk) => {
      await desk.ring('1', number);
      await desk.ring('1', number, {}, { tabId: 2 });
    },
    'a finished call': async (desk) => {
      await desk.ring('1', number, { state: 'active' });
      await desk.ring('1', number, { state: 'finished', endReason: 'completed' });
    },
    'a call that finished since its page stayed away': async (desk) => {
      await desk.ring('1', number, { state: 'active' });
      await desk.engine.hostGone({ tabId: 1 });
      await vi.advanceTimersByTimeAsync(61_000);
      expect(desk.live('1').facts).toMatchObject({ state: 'finished', endReason: 'host-gone' });
    },
    'a call whose end only signalling saw': async (desk) => {
      const contract = { adapter: 'ucontact' };
      await desk.ring('1', number, { state: 'active', correlation: ['the-call-id'] }, contract);
      await desk.ring('the-call-id', number, { state: 'active' }, { adapter: 'sip-websocket' });
      await desk.ring('the-call-id', number, { state: 'finished' }, { adapter: 'sip-websocket' });
      await vi.advanceTimersByTimeAsync(6_000);
      expect(desk.live('1').facts.state).toBe('finished');
    },
    'a write that was not saved': async (desk) => {
      await desk.ring('1', number);
      desk.crm.before = (call) => {
        if (call === 'create') throw new CrmError({ code: 'not-allowed' });
      };
      await desk.engine.send({
        type: 'contact.create',
        crm: testCrm,
        key: desk.live('1').key,
        writeId: 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
        contact: { name: 'Marta', kind: 'person', identifiers: [], fields: {} },
      });
    },
    'a failure that only the agent can mend': async (desk) => {
      desk.crm.before = (call) => {
        if (call.startsWith('find')) throw new CrmError({ code: 'not-allowed' });
      };
      await desk.ring('1', number);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(desk.live('1').resolution.status).toBe('failed');
    },
    'an inbox that says the same again': async (desk) => {
      const source = { origin: deskOrigin, adapter: 'host-protocol', tabId: 1, frameId: 0 };
      for (const mode of ['full', 'full'] as const) await desk.engine.host(source, { type: 'inbox', mode });
    },
  };

  it.each(Object.entries(ways))('after %s', async (name, way) => {
    const parts = { ...stores(), crm: new MemoryCrm() };
    const desk = engineForTests({ stores: parts, crm: parts.crm, clock: Date });
    desk.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: number });
    if (name !== 'nothing connected') await desk.connect();
    await way(desk);
    await vi.advanceTimersByTimeAsync(1_000);
    const done = watched(parts);
    desk.engine.subscribe(() => done.push('told'), life.signal);
    await isSilent(done);
    desk.end();
  });

  it('but for the one retry that was promised, however much else changes while it is under way', async () => {
    const parts = { ...stores(), crm: new MemoryCrm() };
    const desk = engineForTests({ stores: parts, crm: parts.crm, clock: Date });
    parts.crm.before = (call) => {
      if (call.startsWith('find')) throw new CrmError({ code: 'unreachable' });
    };
    await desk.connect();
    await desk.ring('1', number);
    await vi.advanceTimersByTimeAsync(0);
    const { retryAt = 0 } = await desk.resolved('1', 'failed');
    const done = watched(parts);
    parts.crm.after = () => new Promise(() => undefined);
    await vi.advanceTimersByTimeAsync(retryAt - Date.now() - 1);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(done.filter((call) => call.startsWith('find '))).toEqual([`find ${number}`]);
    for (let n = 0; n < 20; n += 1) {
      await desk.ring('2', undefined, { withheld: true, queue: String(n) });
      await vi.advanceTimersByTimeAsync(200);
    }
    const starts = done.filter((call) => call === 'findByIdentifier');
    expect(starts).toHaveLength(1);
    desk.end();
  });
});

it('old copies are thrown away on a slow beat, whoever ticks', async () => {
  const parts = { ...stores(), crm: new MemoryCrm() };
  const prune = vi.spyOn(parts.cache, 'prune');
  const desk = engineForTests({ stores: parts, crm: parts.crm, clock: Date });
  for (let second = 0; second < 3_600; second += 30) {
    await desk.engine.tick();
    await vi.advanceTimersByTimeAsync(30_000);
    // A worker that is ended and begun again has not forgotten when it did so last.
    if (second % 120 === 0) await desk.restart();
  }
  expect(prune.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(prune.mock.calls.length).toBeLessThanOrEqual(6);
  desk.end();
});
