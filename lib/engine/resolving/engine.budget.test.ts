import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrandNow } from '../../domain/interaction/errand.ts';
import { errandOf } from '../../domain/interaction/errand.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const unknown = '+12125550142';

/** A CRM in memory that notes for whom it is asked. */
class AskedCrm extends MemoryCrm {
  readonly errands: ErrandNow[] = [];

  override getContact(id: string, options: { signal?: AbortSignal } = {}) {
    this.errands.push(errandOf(options.signal));
    return super.getContact(id);
  }

  override findByIdentifier(
    identifier: Parameters<MemoryCrm['findByIdentifier']>[0],
    options: { signal?: AbortSignal } = {},
  ) {
    this.errands.push(errandOf(options.signal));
    return super.findByIdentifier(identifier);
  }
}

async function start(crm = new AskedCrm()) {
  const desk = engineForTests({ crm });
  const asked = () => crm.calls.filter((call) => /^(get|find) /.test(call));
  /** The engine's clock and its timers go together. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 500) {
      desk.clock.now += Math.min(500, left);
      await vi.advanceTimersByTimeAsync(Math.min(500, left));
    }
  };
  await desk.connect();
  return { desk, crm, asked, pass };
}

/** A number of its own for each. */
const number = (n: number) => `+3319900${String(1_000 + n)}`;

describe('what a host causes the CRM to be asked', () => {
  it('is 120 questions in its first minute at most, with a thousand ContactIDs and foreign numbers', async () => {
    const { desk, crm, asked, pass } = await start();
    for (let n = 0; n < 1_000; n += 1) crm.add(`c${n}`, `Contact ${n}`);
    for (let n = 0; n < 1_000; n += 1) {
      await desk.ring(`call-${n}`, number(n), { contactId: `c${n}` });
      if (n % 17 === 0) await pass(1_000);
      // A page that has too many live at once is not heard: it takes back and rings anew.
      if (n >= 50)
        await desk.ring(`call-${n - 50}`, number(n - 50), { state: 'finished', endReason: 'missed' });
    }
    expect(asked().length).toBeLessThanOrEqual(120);
    expect(asked().length).toBeGreaterThan(100);
    expect(asked().some((call) => call.startsWith('find'))).toBe(true);
  });

  it('counts both requests of a CRM that takes two for a question', async () => {
    const { desk, crm, asked, pass } = await start();
    const plan = { getContact: 2, findByIdentifier: 2 };
    const connection = desk.connection();
    if (connection?.status !== 'ready') throw new Error('not connected');
    const { capabilities } = connection;
    await desk.engine.connect(testCrm, {
      status: 'ready',
      id: 'test',
      label: 'Two',
      crm,
      capabilities,
      plan,
    });
    for (let n = 0; n < 90; n += 1) await desk.ring(`call-${n}`, number(n));
    await pass(59_000);
    expect(asked().length).toBeLessThanOrEqual(60);
    expect(asked().length).toBeGreaterThan(50);
  });

  it('counts what is read again of a contact that the agent chose, when the page names a number late', async () => {
    const { desk, crm, asked, pass } = await start();
    crm.add('c1', 'Élodie Marchand');
    await desk.ring('1', undefined, { state: 'active' });
    await desk.engine.send({ type: 'contact.choose', key: desk.live('1').key, contactId: ref('c1') });
    for (let n = 0; n < 90; n += 1) await desk.ring(`call-${n}`, number(n));
    await vi.advanceTimersByTimeAsync(0);
    const before = asked().length;
    await desk.ring('1', unknown, { state: 'active' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toHaveLength(before);
    await pass(40_000);
    expect(asked().slice(before)).toContain('get c1');
  });

  it('counts the same number in many calls once', async () => {
    const { desk, asked } = await start();
    desk.crm.before = () => new Promise((resolve) => setTimeout(resolve, 100));
    for (let n = 0; n < 30; n += 1) await desk.ring(`same-${n}`, unknown);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked()).toHaveLength(1);
    for (let n = 0; n < 59; n += 1) await desk.ring(`own-${n}`, number(n));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked()).toHaveLength(60);
  });

  it('costs nothing where a saved copy is new enough', async () => {
    const { desk, crm, asked } = await start();
    crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: number(0) });
    for (let n = 0; n < 80; n += 1) {
      await desk.ring(`call-${n}`, number(0));
      await vi.waitFor(() => expect(desk.live(`call-${n}`).resolution.status).toBe('matched'));
    }
    expect(asked()).toHaveLength(1);
    for (let n = 1; n < 20; n += 1) await desk.ring(`own-${n}`, number(n));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toHaveLength(20);
  });

  it('leaves an agent’s own click free, though the host has used up its minute', async () => {
    const { desk, crm, asked } = await start();
    crm.add('c1', 'Élodie Marchand');
    for (let n = 0; n < 90; n += 1) await desk.ring(`call-${n}`, number(n));
    await vi.advanceTimersByTimeAsync(0);
    const before = asked().length;
    const { key } = desk.live('call-89');
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked().slice(before)).toContain('get c1');
    const chosen = asked().length;
    await desk.engine.send({ type: 'resolve.again', key });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked().length).toBeGreaterThan(chosen);
    expect(crm.errands.at(-1)?.()?.urgency).toBe('asked');
  });

  it('asks for no workspace a second time in the second after it failed', async () => {
    const { desk, crm, pass } = await start();
    await desk.engine.connect(testCrm, { status: 'not-connected' });
    crm.calls.length = 0;
    crm.before = async (call) => {
      if (call === 'workspace') throw new Error('no');
    };
    await desk.connect('another');
    for (let n = 0; n < 100; n += 1) await desk.ring(`call-${n}`, number(n));
    await vi.advanceTimersByTimeAsync(0);
    expect(crm.calls.filter((call) => call === 'workspace').length).toBeLessThanOrEqual(1);
    crm.before = () => undefined;
    await pass(60_000);
    await desk.engine.tick();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.connection()?.workspace).not.toBeNull();
  });

  it('goes with its errand: the host’s, urgent while it rings or is in front, and gone with the call', async () => {
    const { desk, crm } = await start();
    crm.before = () => new Promise((resolve) => setTimeout(resolve, 100));
    await desk.ring('1', unknown);
    await vi.advanceTimersByTimeAsync(0);
    const errand = crm.errands.at(-1);
    expect(errand?.()).toEqual({ urgency: 'urgent', share: 'https://desk.example.com' });
    await desk.ring('2', number(2), { state: 'active' });
    await desk.ring('1', unknown, { state: 'held' });
    await desk.engine.send({ type: 'interaction.show', key: desk.live('2').key });
    expect(errand?.()?.urgency).toBe('later');
    await desk.ring('1', unknown, { state: 'closed' });
    expect(errand?.()).toBeUndefined();
  });
});
