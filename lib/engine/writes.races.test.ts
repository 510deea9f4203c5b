import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrmError } from '../domain/crm-error.ts';
import type { ViewCommand } from '../domain/view-state.ts';
import { engineForTests } from './engine-for-tests.ts';

/** `RACES_RUNS` and `RACES_SEED` as for the race of lookups. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

const owned = '+33199004201';
const free = '+33199004205';

const event = fc.oneof(
  fc.record({ do: fc.constant('create' as const), id: fc.constantFrom('1', '2') }),
  fc.record({ do: fc.constant('choose' as const), id: fc.constantFrom('1', '2') }),
  fc.record({
    do: fc.constant('assign' as const),
    id: fc.constantFrom('1', '2'),
    mode: fc.constantFrom('add', 'move', 'keep'),
  }),
  fc.record({ do: fc.constant('undo' as const), id: fc.constantFrom('1', '2') }),
  /** The view did not hear the answer and sends the very same command again. */
  fc.record({ do: fc.constant('repeat' as const) }),
  fc.record({ do: fc.constant('retry' as const), id: fc.constantFrom('1', '2') }),
  /** The request is lost, or the answer to it is. */
  fc.record({ do: fc.constant('lose' as const), what: fc.constantFrom('request', 'answer') }),
  fc.record({ do: fc.constant('kill' as const) }),
);

it(`writes every click exactly once, in ${runs} interleavings (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(event, { minLength: 2, maxLength: 16 }),
      async (scheduler, events) => {
        const desk = engineForTests();
        desk.crm.add('c1', 'One', { kind: 'phone', value: owned });
        desk.crm.add('c2', 'Two');
        const lost = { request: 0, answer: 0 };
        const gate = (side: keyof typeof lost) => async (call: string) => {
          await scheduler.schedule(Promise.resolve(), call);
          if (!['create', 'assign', 'undo'].includes(call) || lost[side] === 0) return;
          lost[side] -= 1;
          throw new CrmError({ code: 'timeout' });
        };
        desk.crm.before = gate('request');
        desk.crm.after = gate('answer');
        const accepted = new Set<string>();
        const clicks: ViewCommand[] = [];
        const click = async (command: ViewCommand & { writeId: string }) => {
          clicks.push(command);
          const reply = await desk.engine.send(command);
          if (reply.ok) accepted.add(command.writeId);
        };
        void desk.connect();
        void desk.ring('1', owned);
        void desk.ring('2', free);
        await settle();
        const act = async (one: typeof event extends fc.Arbitrary<infer One> ? One : never) => {
          if (one.do === 'kill') void desk.restart();
          if (one.do === 'lose') lost[one.what === 'request' ? 'request' : 'answer'] += 1;
          const last = clicks.at(-1);
          if (one.do === 'repeat' && last) void desk.engine.send(last);
          if (!('id' in one)) return;
          const live = desk.engine.state.interactions.find(({ facts }) => facts.id === one.id);
          if (!live) return;
          const { key, resolution, writes } = live;
          const writeId = randomUUID();
          if (one.do === 'choose') void desk.engine.send({ type: 'contact.choose', key, contactId: 'c2' });
          if (one.do === 'create') {
            void click({
              type: 'contact.create',
              key,
              writeId,
              contact: { name: 'New', kind: 'person', identifiers: [], fields: {} },
            });
          }
          if (one.do === 'retry') {
            const failed = writes.find(({ status }) => status === 'not-saved');
            if (failed) void desk.engine.send({ type: 'write.retry', key, writeId: failed.id });
          }
          if (resolution.status !== 'matched') return;
          if (one.do === 'assign' && (one.mode === 'add' || one.mode === 'move' || one.mode === 'keep')) {
            void click({
              type: 'identifier.assign',
              key,
              writeId,
              contactId: resolution.contact.id,
              mode: one.mode,
            });
          }
          if (one.do === 'undo' && resolution.assignment?.status === 'done') {
            void click({
              type: 'assignment.undo',
              key,
              writeId,
              assignmentId: resolution.assignment.assignmentId,
            });
          }
        };
        scheduler.scheduleSequence(
          events.map((one) => ({ label: JSON.stringify(one), builder: () => act(one) })),
        );
        await settle();
        lost.request = 0;
        lost.answer = 0;
        // The agent presses *Try again* on everything that says *Not saved*.
        for (const { key, writes } of desk.engine.state.interactions) {
          for (const { id, status } of writes) {
            if (status === 'not-saved') void desk.engine.send({ type: 'write.retry', key, writeId: id });
          }
        }
        await settle();
        const { effectKeys } = desk.crm;
        expect(new Set(effectKeys).size, 'a click wrote twice').toBe(effectKeys.length);
        for (const id of accepted)
          expect(effectKeys, 'a write that was called saved is not there').toContain(id);
        for (const { writes } of desk.engine.state.interactions) {
          for (const { id, status, error } of writes) {
            expect(
              status === 'not-saved' ? error?.code : status,
              'a write that could be saved is not',
            ).toMatch(/saved|conflict|not-found/);
            if (status === 'saved') expect(effectKeys).toContain(id);
          }
        }
        desk.end();

        async function settle(): Promise<void> {
          for (let round = 0; round < 6; round += 1) {
            await scheduler.waitIdle();
            await new Promise((resolve) => setImmediate(resolve));
          }
        }
      },
    ),
    { numRuns: runs, seed },
  );
});
