import { describe, expect, it, vi } from 'vitest';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { LiveStore } from '../live/live-store.ts';
import { createMemoryRecoveryStore } from '../live/memory-recovery-store.ts';
import { Tickets } from '../resolving/tickets.ts';

const number = (n: number) => `+3319900${String(1_000 + n)}`;

/** What every Map made while `work` runs holds at the end, largest first; tables of countries and the like are made before. */
async function sizesAfter(work: () => Promise<void>): Promise<number[]> {
  const first = engineForTests();
  first.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: number(1) });
  await first.connect();
  await first.ring('1', number(1));
  first.end();
  const maps: Map<unknown, unknown>[] = [];
  vi.stubGlobal(
    'Map',
    new Proxy(Map, {
      construct(target, args, newTarget) {
        const map = Reflect.construct(target, args, newTarget) as Map<unknown, unknown>;
        maps.push(map);
        return map;
      },
    }),
  );
  try {
    await work();
  } finally {
    vi.unstubAllGlobals();
  }
  return maps.map(({ size }) => size).toSorted((a, b) => b - a);
}

describe('what an engine remembers of a page that makes up calls', () => {
  it('does not grow with their number', async () => {
    const calls = 1_500;
    let desk: ReturnType<typeof engineForTests> | undefined;
    const sizes = await sizesAfter(async () => {
      desk = engineForTests();
      await desk.connect();
      for (let n = 0; n < calls; n += 1) {
        await desk.ring(`call-${n}`, number(n), { displayName: `Caller ${n}` });
        await desk.ring(`call-${n}`, number(n), { state: 'closed' });
      }
    });
    // The cache in memory is there for tests; it keeps what the CRM said of the first numbers.
    expect(sizes.filter((size) => size > 250)).toEqual([]);
    expect(sizes.length).toBeGreaterThan(5);
    expect(desk?.engine.state.interactions).toEqual([]);
    desk?.end();
  }, 60_000);

  it('does not grow with the choices of an agent', async () => {
    const sizes = await sizesAfter(async () => {
      const desk = engineForTests();
      desk.crm.add('c1', 'Élodie Marchand');
      await desk.connect();
      for (let n = 0; n < 300; n += 1) {
        await desk.ring(`call-${n}`, undefined, { state: 'active' });
        await desk.engine.send({
          type: 'contact.choose',
          key: desk.live(`call-${n}`).key,
          contactId: ref('c1'),
        });
        await desk.ring(`call-${n}`, undefined, { state: 'closed' });
      }
      desk.end();
    });
    expect(sizes.filter((size) => size > 100)).toEqual([]);
  }, 60_000);
});

describe('tickets', () => {
  const live = async () => {
    const desk = engineForTests();
    await desk.ring('1', number(1));
    return { ...desk.live('1'), answers: [] };
  };

  const ofOneCrm = () => {
    const desk = new LiveStore(createMemoryRecoveryStore(), 0);
    desk.set({ connections: [{ id: testCrm, crm: 'Test CRM', status: 'signed-out', workspace: null }] });
    return { desk, tickets: new Tickets(desk, testCrm) };
  };

  it('never have the same generation twice, however often an interaction goes and comes back', async () => {
    const one = await live();
    const { desk, tickets } = ofOneCrm();
    const seen = new Set<number>();
    for (let life = 0; life < 50; life += 1) {
      desk.put(one);
      for (let n = 0; n < 3; n += 1) seen.add(tickets.open(one.key)?.generation ?? 0);
      tickets.cancel(one.key);
      desk.remove(one.key);
    }
    expect(seen.size).toBe(150);
  });

  it('end with their interaction, and do not count for another one under the same key', async () => {
    const one = await live();
    const { desk, tickets } = ofOneCrm();
    desk.put(one);
    const first = tickets.open(one.key);
    tickets.cancel(one.key);
    desk.remove(one.key);
    desk.put(one);
    expect(first && tickets.current(first)).toBeUndefined();
    const second = tickets.open(one.key);
    expect(first && tickets.current(first)).toBeUndefined();
    expect(second && tickets.current(second)).toEqual(one);
  });

  it('stay good for all that are live, while those that left without a word are forgotten', async () => {
    const one = await live();
    const { desk, tickets } = ofOneCrm();
    desk.put(one);
    const kept = tickets.open(one.key);
    for (let n = 0; n < 500; n += 1) {
      const other = { ...one, key: `other ${n}` };
      desk.put(other);
      tickets.open(other.key);
      desk.remove(other.key);
    }
    expect(kept && tickets.current(kept)).toEqual(one);
  });
});
