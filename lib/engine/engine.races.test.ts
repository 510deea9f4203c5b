import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrmError } from '../domain/crm-error.ts';
import type { LiveInteraction } from '../domain/live.ts';
import type { ViewState } from '../domain/view-state.ts';
import { engineForTests } from './engine-for-tests.ts';

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
);

/** Whom the agent chose, for which caller, and whose sights of the interaction there were: its key changes when two join. */
type Choices = { contactId: string; caller: string | undefined; sights: string[] }[];

const sightsOf = ({ sightings }: LiveInteraction) =>
  sightings.map(({ source, facts }) => `${source.adapter} ${facts.id}`);

/** What must hold of every state that any view could draw, whatever came before. */
function judge(state: ViewState, chosen: Choices): void {
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
    if (shown.reason.by === 'contact-id') expect(shown.contact.id).toBe(live.facts.contactId);
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
        for (const value of one) desk.crm.add(`only ${value}`, `Only ${value}`, { kind: 'phone', value });
        for (const who of ['first', 'second'])
          desk.crm.add(`${who} ${two}`, `${who} ${two}`, { kind: 'phone', value: two });
        let failing = 0;
        desk.crm.after = async (call) => {
          const fails = failing > 0;
          if (fails) failing -= 1;
          await scheduler.schedule(Promise.resolve(), call);
          if (fails) throw new CrmError({ code: 'unreachable' });
        };
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
        void desk.connect();
        scheduler.scheduleSequence(
          events.map((one) => ({
            label: JSON.stringify(one),
            builder: async () => {
              if (one.do === 'kill') {
                await desk.engine.host(
                  { origin: 'x', adapter: 'x', tabId: 9, frameId: 0 },
                  { type: 'inbox', mode: 'full' },
                );
                void desk.restart();
                watch();
              } else act(desk, one, chosen);
              if (one.do === 'fail') failing += one.next;
            },
          })),
        );
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
        expect(desk.crm.effects).toEqual([]);
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
  if (one.do === 'later') desk.clock.now += one.minutes * 60_000;
  if (one.do === 'focus') {
    const source = { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 };
    void desk.engine.host(source, { type: 'focus', interactionId: one.id });
  }
  if (!live) return;
  if (one.do === 'again') void desk.engine.send({ type: 'resolve.again', key: live.key });
  if (one.do === 'choose') {
    chosen.push({ contactId: one.contactId, caller: live.identifier?.value, sights: sightsOf(live) });
    void desk.engine.send({ type: 'contact.choose', key: live.key, contactId: one.contactId });
  }
  if (one.do === 'reject' && live.resolution.status === 'matched') {
    void desk.engine.send({ type: 'contact.reject', key: live.key, contactId: live.resolution.contact.id });
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
