import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrmError } from '../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../domain/interaction/live.ts';
import type { ViewState } from '../domain/view-state.ts';
import { MemoryCrm } from './connection/memory-crm-for-tests.ts';
import { deskOrigin, engineForTests, ref, testCrm } from './engine-for-tests.ts';

/** `RACES_RUNS` and `RACES_SEED` choose how many and which; the seed is printed, so that a failing run can be had again. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

/** Contacts are named after their number: whoever is shown, the number in the name must be the caller's. */
const one = ['+33199004201', '+33199004202', '+33199004203'];
const two = '+33199004204';
const none = '+33199004205';
const numbers = [...one, two, none];
const contactIds = [...one.map((number) => `only ${number}`), `first ${two}`, `second ${two}`];

const id = fc.constantFrom('1', '2', '3');
const number = fc.constantFrom(...numbers);
const sipId = fc.constantFrom('sip-1', 'sip-2');
const sip = { adapter: 'sip-websocket' };
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ring' as const), id, number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), id, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('finish' as const), id }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('named' as const),
      id,
      number,
      contactId: fc.constantFrom(...contactIds),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      id,
      contactId: fc.constantFrom(...contactIds),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reject' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('focus' as const), id }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('fail' as const), next: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('later' as const), minutes: fc.constantFrom(1, 10, 600) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sip' as const), id: sipId, number: fc.option(number) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sip-end' as const), id: sipId }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('type' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tells: fc.array(id) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sign-in' as const), who: fc.constantFrom('ana', 'ben', 'cleo') }),
  },
);

/** Ana and Ben work in one CRM, Cleo in another, where the same ids and numbers are other people. */
const crmOf = (who: string) => (who === 'cleo' ? 'elsewhere' : 'here');

/** Whom the agent chose, for which caller, and whose sights of the interaction there were: its key changes when two join. */
type Choices = { contactId: string; caller: string | undefined; sights: string[] }[];

const sightsOf = ({ sightings }: LiveInteraction) =>
  sightings.map(({ source, facts }) => `${source.adapter} ${facts.id}`);

/** Everything of the CRM in which somebody works says so in its names: of no other is a word in any state. */
function judgeForeign(state: ViewState): void {
  const [connection] = state.connections;
  const own = connection?.status === 'ready' ? crmOf(connection.agent ?? '') : undefined;
  const words = JSON.stringify(state);
  for (const place of ['here', 'elsewhere'])
    if (place !== own) expect(words, `of ${place}, for ${own}`).not.toContain(`(${place})`);
  for (const who of ['ana', 'ben', 'cleo'])
    if (connection?.status !== 'ready' || connection.agent !== who)
      expect(words, `a draft of ${who}`).not.toContain(`draft of ${who}`);
}

/** A page that is gone stands before nobody who rings or is spoken to, unless the agent types there. */
function judgeFront(state: ViewState): void {
  const front = state.interactions.find(({ key }) => key === state.front);
  if (front?.hostGoneUntil === undefined || Object.keys(front.drafts).length > 0) return;
  const waits = state.interactions.filter(
    ({ facts, hostGoneUntil }) =>
      hostGoneUntil === undefined && (facts.state === 'offered' || facts.state === 'active'),
  );
  expect(
    waits.map(({ key }) => key),
    'a lost page stands before them',
  ).toEqual([]);
}

/** What must hold of every state that any view could draw, whatever came before. */
function judge(state: ViewState, chosen: Choices): void {
  judgeForeign(state);
  judgeFront(state);
  for (const live of state.interactions) {
    const { resolution, identifier, rejected } = live;
    if (resolution.status === 'ambiguous') {
      for (const { name, id: contactId } of resolution.candidates) {
        expect(name).toContain(identifier?.value);
        expect(rejected).not.toContain(contactId);
      }
    }
    const shown =
      resolution.status === 'matched'
        ? resolution
        : resolution.status === 'failed'
          ? resolution.stale
          : undefined;
    if (!shown) continue;
    expect(rejected, 'a rejected contact is shown').not.toContain(shown.contact.id);
    if (shown.reason.by === 'client-id') expect(shown.contact.name).toContain(identifier?.value);
    if (shown.reason.by === 'contact-id') expect(shown.contact.id).toBe(ref(live.facts.contactId ?? ''));
    if (shown.reason.by === 'chosen') {
      const sights = sightsOf(live);
      const meant = chosen.filter(
        (choice) =>
          choice.contactId === shown.contact.id && choice.sights.some((sight) => sights.includes(sight)),
      );
      expect(
        meant.some(({ caller }) => caller === undefined || caller === identifier?.value),
        'a choice made for another caller is shown',
      ).toBe(true);
    }
  }
  const sights = state.interactions.flatMap(sightsOf);
  expect(new Set(sights).size, 'one sight in two interactions').toBe(sights.length);
  if (state.front !== null) expect(state.interactions.map(({ key }) => key)).toContain(state.front);
}

/** What each interaction must come to when everything has been answered. */
function settled({ resolution, identifier, rejected, facts }: LiveInteraction): void {
  expect(['matched', 'ambiguous', 'unmatched', 'withheld', 'no-number']).toContain(resolution.status);
  if (rejected.length > 0 || facts.contactId !== undefined || identifier === undefined) return;
  if (resolution.status === 'matched' && resolution.reason.by === 'chosen') return;
  const expected =
    identifier.value === two ? 'ambiguous' : identifier.value === none ? 'unmatched' : 'matched';
  expect(resolution.status, `for ${identifier.value}`).toBe(expected);
}

it(`never shows a contact for the wrong interaction, in ${runs} interleavings (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(event, { minLength: 3, maxLength: 24 }),
      async (scheduler, events) => {
        const desk = engineForTests();
        const crms = { here: desk.crm, elsewhere: new MemoryCrm() };
        let failing = 0;
        for (const [place, crm] of Object.entries(crms)) {
          for (const value of one)
            crm.add(`only ${value}`, `Only ${value} (${place})`, { kind: 'phone', value });
          for (const who of ['first', 'second'])
            crm.add(`${who} ${two}`, `${who} ${two} (${place})`, { kind: 'phone', value: two });
          crm.after = async (call) => {
            const fails = failing > 0;
            if (fails) failing -= 1;
            await scheduler.schedule(Promise.resolve(), call);
            if (fails) throw new CrmError({ code: 'unreachable' });
          };
        }
        let who = 'ana';
        /** Each is another sign-in, as with a renewed token. */
        let signs = 0;
        const as = () => ({ at: crms[crmOf(who) as keyof typeof crms], owner: who });
        const signIn = () => void desk.connect(`${who} ${signs}`, as());
        const chosen: Choices = [];
        // A listener that throws would break the desk and be nobody's failure: what is seen wrong is thrown at the end.
        const faults: unknown[] = [];
        const watch = () =>
          desk.engine.subscribe((state) => {
            try {
              judge(state, chosen);
            } catch (fault) {
              faults.push(fault);
            }
          }, new AbortController().signal);
        watch();
        signIn();
        scheduler.scheduleSequence(
          events.map((one) => ({
            label: JSON.stringify(one),
            builder: async () => {
              if (one.do === 'kill') {
                await desk.engine.host(
                  { origin: 'x', adapter: 'x', tabId: 9, frameId: 0 },
                  { type: 'inbox', mode: 'full' },
                );
                void desk.restart(`${who} ${signs}`, as());
                watch();
              } else if (one.do === 'sign-out') void desk.signOut();
              else if (one.do === 'sign-in') {
                signs += 1;
                who = one.who;
                signIn();
              } else act(desk, one, chosen);
              if (one.do === 'fail') failing += one.next;
            },
          })),
        );
        await scheduler.waitIdle();
        signs += 1;
        signIn();
        // Time passes until nothing is left to retry: every failure is followed by its own next try.
        for (let round = 0; round < 12; round += 1) {
          await scheduler.waitIdle();
          await turn();
          desk.clock.now += 40_000;
          void desk.engine.tick();
          await turn();
        }
        await scheduler.waitIdle();
        await turn();
        if (faults.length > 0) throw faults[0];
        for (const live of desk.engine.state.interactions) settled(live);
        for (const crm of Object.values(crms)) expect(crm.effects).toEqual([]);
        desk.end();
      },
    ),
    { numRuns: runs, seed },
  );
});

type Desk = ReturnType<typeof engineForTests>;
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

function act(desk: Desk, one: Event, chosen: Choices): void {
  const live =
    'id' in one ? desk.engine.state.interactions.findLast(({ facts }) => facts.id === one.id) : undefined;
  if (one.do === 'ring') void desk.ring(one.id, one.number);
  if (one.do === 'answer') void desk.ring(one.id, one.number, { state: 'active' });
  if (one.do === 'finish') void desk.ring(one.id, undefined, { state: 'finished' });
  if (one.do === 'named') void desk.ring(one.id, one.number, { contactId: one.contactId });
  if (one.do === 'sip') void desk.ring(one.id, one.number ?? undefined, {}, sip);
  if (one.do === 'sip-end') void desk.ring(one.id, undefined, { state: 'finished' }, sip);
  if (one.do === 'reload') {
    // The page is loaded anew: of what it had it tells some again, and then it has told everything.
    const had = desk.engine.state.interactions.filter(({ facts }) =>
      one.tells.some((told) => told === facts.id),
    );
    void desk.engine.hostGone({ tabId: 1, frameId: 0 });
    for (const { facts, identifier } of had)
      void desk.ring(facts.id, identifier?.value, { state: facts.state });
    void desk.engine.hostTold({ tabId: 1, origin: deskOrigin });
  }
  if (one.do === 'back') {
    void desk.engine.hostGone({ tabId: 1, frameId: 0 });
    void desk.engine.hostBack({ tabId: 1, frameId: 0 });
    void desk.engine.hostTold({ tabId: 1, origin: deskOrigin });
  }
  if (one.do === 'later') desk.clock.now += one.minutes * 60_000;
  if (one.do === 'focus') {
    const source = { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 };
    void desk.engine.host(source, { type: 'focus', interactionId: one.id });
  }
  if (!live) return;
  if (one.do === 'type') {
    const connection = desk.connection();
    if (connection?.status !== 'ready') return;
    const values = { name: `draft of ${connection.agent}` };
    const draft = { type: 'draft.save', crm: testCrm, key: live.key, form: 'new-contact', values } as const;
    void desk.engine.send(draft, { [testCrm]: connection.owner ?? '' });
  }
  if (one.do === 'again') void desk.engine.send({ type: 'resolve.again', key: live.key });
  if (one.do === 'choose') {
    chosen.push({ contactId: ref(one.contactId), caller: live.identifier?.value, sights: sightsOf(live) });
    void desk.engine.send({ type: 'contact.choose', key: live.key, contactId: ref(one.contactId) });
  }
  if (one.do === 'reject' && live.resolution.status === 'matched') {
    void desk.engine.send({ type: 'contact.reject', key: live.key, contactId: live.resolution.contact.id });
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
