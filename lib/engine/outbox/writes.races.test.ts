import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ViewState } from '../../domain/view-state.ts';
import type { ViewCommand } from '../commands/commands.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { deskOrigin, engineForTests, ref, testCrm } from '../engine-for-tests.ts';

/** `RACES_RUNS` and `RACES_SEED` as for the race of lookups. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

const owned = '+33199004201';
const free = '+33199004205';
/** Each works with a CRM, or a right in one, of their own: what is written there is theirs. */
const agents = ['ana', 'ben'] as const;
type Agent = (typeof agents)[number];

const id = fc.constantFrom('1', '2');
const event = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('create' as const), id: fc.constantFrom('1', '2', '') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('assign' as const),
      id,
      mode: fc.constantFrom('add', 'move', 'keep'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), id }) },
  /** The view did not hear the answer and sends the very same command again. */
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), id }) },
  /** The CRM answers nobody for a while; until it is heard again, or the device says that it is online. */
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('back' as const), by: fc.constantFrom('online', 'time', '') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give-up' as const) }) },
  /** The request is lost, or the answer to it is. */
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('lose' as const), what: fc.constantFrom('request', 'answer') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('type' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sign-in' as const), who: fc.constantFrom(...agents) }),
  },
  /** The host's page is loaded anew and tells its calls again, or not; or the host says that a call is over. */
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tells: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), id }) },
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** No state that any view could draw has a contact, a draft or a write of anybody but who is signed in. */
function judge(state: ViewState): void {
  const [connection] = state.connections;
  const words = JSON.stringify({ ...state, connections: [] });
  for (const who of agents)
    if (connection?.status !== 'ready' || connection.agent !== who)
      expect(words, `something of ${who}`).not.toContain(`of ${who}`);
}

it(`writes every click exactly once, and for its own agent alone, in ${runs} interleavings (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(event, { minLength: 2, maxLength: 16 }),
      async (scheduler, events) => {
        const desk = engineForTests();
        const crms: Record<Agent, MemoryCrm> = { ana: desk.crm, ben: new MemoryCrm() };
        const lost = { request: 0, answer: 0 };
        let away = false;
        const gate = (side: keyof typeof lost) => async (call: string) => {
          await scheduler.schedule(Promise.resolve(), call);
          if (away) throw new CrmError({ code: 'unreachable' });
          if (!['create', 'update', 'assign', 'undo'].includes(call) || lost[side] === 0) return;
          lost[side] -= 1;
          throw new CrmError({ code: 'timeout' });
        };
        for (const who of agents) {
          crms[who].add('c1', `One of ${who}`, { kind: 'phone', value: owned });
          crms[who].add('c2', `Two of ${who}`);
          crms[who].before = gate('request');
          crms[who].after = gate('answer');
        }
        let who: Agent = 'ana';
        let signs = 0;
        const signIn = () => desk.connect(`${who} ${signs}`, { at: crms[who], owner: who });
        const faults: unknown[] = [];
        const watch = () =>
          desk.engine.subscribe((state) => {
            try {
              judge(state);
            } catch (fault) {
              faults.push(fault);
            }
          }, new AbortController().signal);
        watch();

        const accepted = new Set<string>();
        const givenUp = new Set<string>();
        const clicks: { command: ViewCommand & { writeId: string }; owner: string | undefined }[] = [];
        /** As a view does: on the screen of whoever it shows, and of nobody else. */
        const screen = () => {
          const connection = desk.connection();
          return connection?.status === 'ready' ? connection : undefined;
        };
        const owners = (owner = screen()?.owner) => (owner === undefined ? {} : { [testCrm]: owner });
        const click = async (command: ViewCommand & { writeId: string }) => {
          const owner = screen()?.owner;
          if (owner === undefined) return;
          clicks.push({ command, owner });
          const reply = await desk.engine.send(command, owners(owner));
          // One that waits is not called saved.
          if (reply.ok && !('waiting' in reply)) accepted.add(command.writeId);
        };
        /** *Try again* on whatever says *Not saved*. */
        const shown = () => {
          const { interactions, writes } = desk.engine.state;
          return [
            ...interactions.flatMap((live) => live.writes.map((write) => ({ key: live.key, ...write }))),
            ...writes.map((write) => ({ key: null, ...write })),
          ];
        };
        const retry = (most = Number.POSITIVE_INFINITY) => {
          for (const { key, id: writeId, status } of shown().slice(0, most))
            if (status === 'not-saved')
              void desk.engine.send({ type: 'write.retry', key, writeId }, owners());
        };
        void signIn();
        void desk.ring('1', owned);
        void desk.ring('2', free);
        await settle();

        const act = async (one: Event) => {
          if (one.do === 'kill') {
            void desk.restart(`${who} ${signs}`, { at: crms[who], owner: who });
            watch();
          }
          if (one.do === 'sign-out') void desk.signOut();
          if (one.do === 'sign-in') {
            who = one.who;
            signs += 1;
            void signIn();
          }
          if (one.do === 'lose') lost[one.what === 'request' ? 'request' : 'answer'] += 1;
          if (one.do === 'reload') {
            void desk.engine.hostGone({ tabId: 1, frameId: 0 });
            if (one.tells)
              for (const [call, value] of Object.entries({ 1: owned, 2: free })) void desk.ring(call, value);
            void desk.engine.hostTold({ tabId: 1, origin: deskOrigin });
          }
          const last = clicks.at(-1);
          // The view keeps whose click it was, however late it sends it again.
          if (one.do === 'repeat' && last) void desk.engine.send(last.command, owners(last.owner));
          if (one.do === 'retry') retry(1);
          if (one.do === 'away') away = true;
          if (one.do === 'back') {
            away = false;
            if (one.by === 'online') void desk.engine.online();
            if (one.by === 'time') {
              desk.clock.now += 60_000;
              void desk.engine.tick();
            }
          }
          const open = shown().find(({ status }) => status === 'waiting' || status === 'not-saved');
          if (one.do === 'give-up' && open) {
            givenUp.add(open.id);
            const discard = { type: 'write.discard', key: open.key, writeId: open.id } as const;
            void desk.engine.send(discard, owners());
          }
          const agent = screen()?.agent;
          if (!('id' in one) || agent === undefined) return;
          const writeId = randomUUID();
          const contact = { name: `New of ${agent}`, kind: 'person' as const, identifiers: [], fields: {} };
          if (one.id === '')
            void click({ type: 'contact.create', crm: testCrm, key: null, writeId, contact });
          const live = desk.engine.state.interactions.find(({ facts }) => facts.id === one.id);
          if (!live) return;
          const { key, resolution } = live;
          if (one.do === 'end') void desk.ring(one.id, undefined, { state: 'finished', endReason: 'missed' });
          if (one.do === 'choose')
            void desk.engine.send({ type: 'contact.choose', key, contactId: ref('c2') }, owners());
          if (one.do === 'type') {
            const values = { name: `draft of ${agent}` };
            const draft = { type: 'draft.save', crm: testCrm, key, form: 'new-contact', values } as const;
            void desk.engine.send(draft, owners());
          }
          if (one.do === 'create')
            void click({ type: 'contact.create', crm: testCrm, key, writeId, contact });
          if (resolution.status !== 'matched') return;
          if (one.do === 'edit') {
            const { id: contactId, version } = resolution.contact;
            const fields = { note: `${clicks.length} of ${agent}` };
            void click({ type: 'contact.update', key, writeId, contactId, version, change: { fields } });
          }
          if (one.do === 'assign' && (one.mode === 'add' || one.mode === 'move' || one.mode === 'keep')) {
            const { id: contactId } = resolution.contact;
            void click({ type: 'identifier.assign', key, writeId, contactId, mode: one.mode });
          }
          if (one.do === 'undo' && resolution.assignment?.status === 'done') {
            const { assignmentId } = resolution.assignment;
            void click({ type: 'assignment.undo', key, writeId, assignmentId });
          }
        };
        scheduler.scheduleSequence(
          events.map((one) => ({ label: JSON.stringify(one), builder: () => act(one) })),
        );
        await settle();
        lost.request = 0;
        lost.answer = 0;
        away = false;
        // Everybody signs in once more: what waits is saved by itself, and *Try again* is for what says *Not saved*.
        for (const one of agents) {
          who = one;
          signs += 1;
          void signIn();
          await settle();
          desk.clock.now += 600_000;
          void desk.engine.tick();
          await settle();
          expect(shown().map(({ status }) => status)).not.toContain('waiting');
          expect(shown().map(({ status }) => status)).not.toContain('saving');
          retry();
          await settle();
          for (const { id, status, error } of shown()) {
            const outcome = status === 'not-saved' ? error?.code : status;
            expect(outcome, 'a write that could be saved is not').toMatch(/saved|conflict|not-found/);
            if (status === 'saved') expect(crms[one].effectKeys).toContain(id);
          }
        }
        if (faults.length > 0) throw faults[0];
        for (const one of agents) {
          const { effectKeys } = crms[one];
          expect(new Set(effectKeys).size, 'a click wrote twice').toBe(effectKeys.length);
          for (const { command, owner } of clicks) {
            if (owner !== one)
              expect(effectKeys, `a click of ${owner} wrote for ${one}`).not.toContain(command.writeId);
            else if (accepted.has(command.writeId))
              expect(effectKeys, 'a write that was called saved is not there').toContain(command.writeId);
            else if (givenUp.has(command.writeId)) continue;
            else if (command.type === 'contact.create')
              expect(effectKeys, 'a click is lost').toContain(command.writeId);
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
