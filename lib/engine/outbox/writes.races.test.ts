import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactRef, crmOfRef } from '../../domain/contact/contact-ref.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { ownersOf } from '../../domain/interaction/connections-of.ts';
import type { ViewState } from '../../domain/view-state.ts';
import type { Owners, ViewCommand } from '../commands/commands.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { crmEntry } from '../connection/several-for-tests.ts';
import { deskOrigin, engineForTests, testCrm } from '../engine-for-tests.ts';

/** `RACES_RUNS` and `RACES_SEED` as for the race of lookups. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

const owned = '+33199004201';
const free = '+33199004205';
/** Each works with a CRM, or a right in one, of their own: what is written there is theirs. Two of them by each connection. */
const agents = ['ana', 'ben', 'dora', 'emil'] as const;
type Agent = (typeof agents)[number];
const sideCrm = 'side';
const crmIds = [testCrm, sideCrm] as const;
type CrmId = (typeof crmIds)[number];
const connectionOf: Record<Agent, CrmId> = { ana: testCrm, ben: testCrm, dora: sideCrm, emil: sideCrm };

const id = fc.constantFrom('1', '2');
const crm = fc.constantFrom(...crmIds);
const event = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('create' as const), id: fc.constantFrom('1', '2', ''), crm }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), id, crm }) },
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
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const), crm }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('back' as const),
      crm,
      by: fc.constantFrom('online', 'time', ''),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give-up' as const) }) },
  /** The request is lost, or the answer to it is. */
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lose' as const),
      crm,
      what: fc.constantFrom('request', 'answer'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('type' as const), id, crm }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const), crm }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('sign-in' as const), who: fc.constantFrom(...agents) }),
  },
  /** The host's page is loaded anew and tells its calls again, or not; or the host says that a call is over. */
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tells: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), id }) },
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** No state that any view could draw has a contact, a draft or a write of anybody but who is signed in. */
function judge(state: ViewState): void {
  const words = JSON.stringify({ ...state, connections: [] });
  for (const who of agents) {
    const isThere = state.connections.some((one) => one.status === 'ready' && one.agent === who);
    if (!isThere) expect(words, `something of ${who}`).not.toContain(`of ${who}`);
  }
}

it(`writes every click exactly once, and for its own agent alone, in ${runs} interleavings (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(event, { minLength: 2, maxLength: 16 }),
      async (scheduler, events) => {
        const desk = engineForTests({ settings: { crms: crmIds.map((one) => crmEntry(one)) } });
        const crms: Record<Agent, MemoryCrm> = {
          ana: new MemoryCrm(),
          ben: new MemoryCrm(),
          dora: new MemoryCrm(),
          emil: new MemoryCrm(),
        };
        const fault = () => ({ request: 0, answer: 0, away: false });
        const faulty = { [testCrm]: fault(), [sideCrm]: fault() };
        const gate = (whose: Agent, side: 'request' | 'answer') => async (call: string) => {
          await scheduler.schedule(Promise.resolve(), `${whose}: ${call}`);
          const now = faulty[connectionOf[whose]];
          if (now.away) throw new CrmError({ code: 'unreachable' });
          if (!['create', 'update', 'assign', 'undo'].includes(call) || now[side] === 0) return;
          now[side] -= 1;
          throw new CrmError({ code: 'timeout' });
        };
        for (const who of agents) {
          // Each caller is known to one of the two CRMs, and can be given to somebody in the other.
          const value = connectionOf[who] === testCrm ? owned : free;
          crms[who].add('c1', `One of ${who}`, { kind: 'phone', value });
          crms[who].add('c2', `Two of ${who}`);
          crms[who].before = gate(who, 'request');
          crms[who].after = gate(who, 'answer');
        }
        const working: Record<CrmId, Agent | undefined> = { [testCrm]: 'ana', [sideCrm]: 'dora' };
        let signs = 0;
        const signIn = (id: CrmId) => {
          const who = working[id];
          return who && desk.connect(`${who} ${signs}`, { crm: id, at: crms[who], owner: who });
        };
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
        const clicks: { command: ViewCommand & { writeId: string }; crm: CrmId; owners: Owners }[] = [];
        /** As a view does: on the screens of whoever it shows, and of nobody else. */
        const owners = () => ownersOf(desk.engine.state);
        const click = async (crm: CrmId, command: ViewCommand & { writeId: string }) => {
          const meant = owners();
          if (meant[crm] === undefined) return;
          clicks.push({ command, crm, owners: meant });
          const reply = await desk.engine.send(command, meant);
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
        for (const one of crmIds) void signIn(one);
        void desk.ring('1', owned);
        void desk.ring('2', free);
        await settle();

        const act = async (one: Event) => {
          if (one.do === 'kill') {
            desk.begin();
            for (const crm of crmIds) void signIn(crm);
            watch();
          }
          if (one.do === 'sign-out') {
            working[one.crm] = undefined;
            void desk.signOut(one.crm);
          }
          if (one.do === 'sign-in') {
            signs += 1;
            working[connectionOf[one.who]] = one.who;
            void signIn(connectionOf[one.who]);
          }
          if (one.do === 'lose') faulty[one.crm][one.what === 'request' ? 'request' : 'answer'] += 1;
          if (one.do === 'reload') {
            void desk.engine.hostGone({ tabId: 1, frameId: 0 });
            if (one.tells)
              for (const [call, value] of Object.entries({ 1: owned, 2: free })) void desk.ring(call, value);
            void desk.engine.hostTold({ tabId: 1, origin: deskOrigin });
          }
          const last = clicks.at(-1);
          // The view keeps whose click it was, however late it sends it again.
          if (one.do === 'repeat' && last) void desk.engine.send(last.command, last.owners);
          if (one.do === 'retry') retry(1);
          if (one.do === 'away') faulty[one.crm].away = true;
          if (one.do === 'back') {
            faulty[one.crm].away = false;
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
          if (!('id' in one)) return;
          const writeId = randomUUID();
          const live = desk.engine.state.interactions.find(({ facts }) => facts.id === one.id);
          if (one.do === 'end' && live)
            void desk.ring(one.id, undefined, { state: 'finished', endReason: 'missed' });
          const agent = 'crm' in one ? owners()[one.crm] : undefined;
          if ('crm' in one && agent !== undefined) {
            const { crm } = one;
            const contact = { name: `New of ${agent}`, kind: 'person' as const, identifiers: [], fields: {} };
            const create = { type: 'contact.create', crm, writeId, contact } as const;
            if (one.id === '') void click(crm, { ...create, key: null });
            if (!live) return;
            const { key } = live;
            const choice = { type: 'contact.choose', key, contactId: contactRef(crm, 'c2') } as const;
            const values = { name: `draft of ${agent}` };
            const draft = { type: 'draft.save', crm, key, form: 'new-contact', values } as const;
            if (one.do === 'choose') void desk.engine.send(choice, owners());
            if (one.do === 'type') void desk.engine.send(draft, owners());
            if (one.do === 'create') void click(crm, { ...create, key });
          }
          if (!live) return;
          const { key, resolution } = live;
          if (resolution.status !== 'matched') return;
          const { id: contactId, version } = resolution.contact;
          const crm = crmOfRef(contactId) === sideCrm ? sideCrm : testCrm;
          if (one.do === 'edit') {
            const fields = { note: `${clicks.length} of ${owners()[crm]}` };
            void click(crm, { type: 'contact.update', key, writeId, contactId, version, change: { fields } });
          }
          if (one.do === 'assign' && (one.mode === 'add' || one.mode === 'move' || one.mode === 'keep')) {
            void click(crm, { type: 'identifier.assign', key, writeId, contactId, mode: one.mode });
          }
          if (one.do === 'undo' && resolution.assignment?.status === 'done') {
            const { assignmentId } = resolution.assignment;
            void click(crm, { type: 'assignment.undo', key, writeId, assignmentId });
          }
        };
        scheduler.scheduleSequence(
          events.map((one) => ({ label: JSON.stringify(one), builder: () => act(one) })),
        );
        await settle();
        for (const crm of crmIds) Object.assign(faulty[crm], fault());
        // Everybody signs in once more: what waits is saved by itself, and *Try again* is for what says *Not saved*.
        for (const pair of [
          ['ana', 'dora'],
          ['ben', 'emil'],
        ] as const) {
          signs += 1;
          for (const one of pair) {
            working[connectionOf[one]] = one;
            void signIn(connectionOf[one]);
          }
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
            if (status === 'saved') expect(pair.flatMap((one) => crms[one].effectKeys)).toContain(id);
          }
        }
        if (faults.length > 0) throw faults[0];
        for (const one of agents) {
          const { effectKeys } = crms[one];
          expect(new Set(effectKeys).size, 'a click wrote twice').toBe(effectKeys.length);
          for (const { command, crm, owners: meant } of clicks) {
            const owner = meant[crm];
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
