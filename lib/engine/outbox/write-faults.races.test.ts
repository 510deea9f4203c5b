import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agents, createFaultWorld, type Fault, turns } from './fault-world-for-tests.ts';

/** `FAULTS_RUNS` and `FAULTS_SEED`: `npm run test:faults` has 100,000; the seed is in the name of the test. */
const runs = Number(process.env.FAULTS_RUNS ?? 300);
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2 ** 31);
const faults: Fault[] = ['none', 'cut', 'slow', 'away', 'busy', 'refuse'];
const clicks = ['create', 'edit', 'assign'] as const;
const judged = (fine: boolean, what: string) => expect(fine, what).toBe(true);

async function begin() {
  const world = createFaultWorld();
  await world.signIn('ana');
  await world.ring();
  await turns(20);
  return world;
}

describe('a worker that is killed at any call of a write', () => {
  it.each(clicks.flatMap((what) => faults.map((fault) => [what, fault] as const)))(
    'has the click saved once, or in sight: %s, CRM %s',
    async (what, fault) => {
      const points = { killed: 0, last: 0 };
      for (const side of ['before', 'after'] as const) {
        let reached = true;
        for (let n = 1; reached; n += 1) {
          const world = await begin();
          world.faults.push(fault);
          Object.assign(world.calls, { killAt: world.calls.count + n, side });
          world.click(what, '1');
          await turns(30);
          reached = world.isDead();
          if (reached) points.killed += 1;
          points.last = Math.max(points.last, n);
          await world.judge(judged);
          const [click] = world.clicks;
          const { effectKeys } = world.crms.ana;
          const times = effectKeys.filter((key) => key === click?.command.writeId).length;
          judged(times <= 1, 'at most once');
          world.desk.end();
        }
      }
      // The put, the copy, the CRM and what follows, each from two sides.
      expect(points.killed).toBeGreaterThanOrEqual(6);
    },
  );
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('click' as const),
      what: fc.constantFrom(...clicks),
      id: fc.constantFrom('1' as const, '2' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 0, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('online' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give-up' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      calls: fc.integer({ min: 1, max: 12 }),
      side: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sign-in' as const), who: fc.constantFrom(...agents) }),
  },
);

it(`loses no click, does none twice and none for another, in ${runs} schedules of faults (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 16 }),
      fc.array(fc.constantFrom(...faults), { maxLength: 12 }),
      async (steps, met) => {
        const world = await begin();
        world.faults.push(...met);
        for (const one of steps) {
          if (world.isDead()) await world.revive();
          if (one.do === 'click') world.click(one.what, one.id);
          if (one.do === 'wait') await turns(one.turns);
          if (one.do === 'time') {
            world.desk.clock.now += 40_000;
            void world.desk.engine.tick();
          }
          if (one.do === 'online') void world.desk.engine.online();
          if (one.do === 'retry') world.press('write.retry');
          if (one.do === 'give-up') world.press('write.discard');
          if (one.do === 'kill')
            Object.assign(world.calls, { killAt: world.calls.count + one.calls, side: one.side });
          if (one.do === 'sign-out') void world.signOut();
          if (one.do === 'sign-in') void world.signIn(one.who);
          await turns(1);
        }
        await turns(10);
        await world.judge(judged);
        world.desk.end();
      },
    ),
    { numRuns: runs, seed },
  );
});
