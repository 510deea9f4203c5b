import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactRef, crmOfRef } from '../domain/contact/contact-ref.ts';
import { CrmError } from '../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../domain/interaction/live.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { ViewState } from '../domain/view-state.ts';
import { MemoryCrm } from './connection/memory-crm-for-tests.ts';
import { crmEntry } from './connection/several-for-tests.ts';
import { deskOrigin, engineForTests, testCrm } from './engine-for-tests.ts';

/** `RACES_RUNS` and `RACES_SEED` choose how many and which; the seed is printed, so that a failing run can be had again. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

/** Contacts are named after their number: whoever is shown, the number in the name must be the caller's. */
const one = ['+33199004201', '+33199004202', '+33199004203'];
const two = '+33199004204';
const none = '+33199004205';
const numbers = [...one, two, none];
/** Two CRMs are asked, each by itself. In both the same ContactIDs are used, and are others. */
const sideCrm = 'side';
const crmIds = [testCrm, sideCrm] as const;
type CrmId = (typeof crmIds)[number];
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
      crm: fc.constantFrom(...crmIds),
      contactId: fc.constantFrom(...contactIds),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reject' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('focus' as const), id }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      crm: fc.constantFrom(...crmIds),
      next: fc.integer({ min: 1, max: 3 }),
    }),
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
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('type' as const), id, crm: fc.constantFrom(...crmIds) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tells: fc.array(id) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sign-out' as const), crm: fc.constantFrom(...crmIds) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sign-in' as const),
      who: fc.constantFrom('ana', 'ben', 'cleo', 'dora', 'emil'),
    }),
  },
  /** The administrator wants the second CRM to be asked for this host, or for others only. */
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hosts' as const), here: fc.boolean() }) },
);

/** Where each works: by one connection different people may be in different CRMs. */
const places: Record<string, { crm: CrmId; place: string }> = {
  ana: { crm: testCrm, place: 'here' },
  ben: { crm: testCrm, place: 'here' },
  cleo: { crm: testCrm, place: 'elsewhere' },
  dora: { crm: sideCrm, place: 'beside' },
  emil: { crm: sideCrm, place: 'yonder' },
};

/** The contacts of a CRM: each says in which place it is, and for which number. */
function filled(place: string): MemoryCrm {
  const crm = new MemoryCrm();
  const add = (contactId: string, name: string, value: string) => {
    crm.add(contactId, name, { kind: 'phone', value }).fields = { place: `(${place})` };
  };
  const isFirst = place === 'here' || place === 'elsewhere';
  for (const value of one) {
    // The first is one person in both CRMs, the second two persons, the third is known to one CRM alone.
    if (isFirst || value === one[0]) add(`only ${value}`, `Only ${value}`, value);
    else if (value === one[1]) add(`only ${value}`, `Another ${value} (${place})`, value);
  }
  if (isFirst) for (const who of ['first', 'second']) add(`${who} ${two}`, `${who} ${two} (${place})`, two);
  else {
    add(`first ${two}`, `third ${two} (${place})`, two);
    add(`second ${two}`, `late ${none} (${place})`, none);
  }
  return crm;
}

/** Whom the agent chose, for which caller, and whose sights of the interaction there were: its key changes when two join. */
type Choices = { contactId: string; caller: string | undefined; sights: string[] }[];

const sightsOf = ({ sightings }: LiveInteraction) =>
  sightings.map(({ source, facts }) => `${source.adapter} ${facts.id}`);

/** Everything of a CRM in which somebody works says so: of no other is a word in any state. */
function judgeForeign(state: ViewState): void {
  const signedIn = state.connections.flatMap((one) =>
    one.status === 'ready' ? [{ who: one.agent ?? '', crm: one.id }] : [],
  );
  const words = JSON.stringify(state);
  for (const [who, { place }] of Object.entries(places)) {
    if (!signedIn.some((one) => places[one.who]?.place === place))
      expect(words, `of ${place}`).not.toContain(`(${place})`);
    if (!signedIn.some((one) => one.who === who))
      expect(words, `a draft of ${who}`).not.toContain(`draft of ${who}`);
  }
  const asked = state.connections.filter(({ hosts }) => hosts?.includes(deskOrigin) ?? true);
  const ids = asked.flatMap(({ id, status }) => (status === 'ready' ? [id] : []));
  for (const live of state.interactions)
    for (const crm of crmsOf(live)) expect(ids, 'of a CRM that is not asked').toContain(crm);
}

/** Whoever of a CRM is in it. */
function crmsOf({ resolution, silent = [] }: LiveInteraction): string[] {
  const shown = shownOf(resolution);
  const candidates = resolution.status === 'ambiguous' ? resolution.candidates : [];
  const also = resolution.status === 'matched' ? (resolution.alsoIn ?? []) : [];
  const ids = [...(shown ? [shown.contact.id] : []), ...candidates.map(({ id }) => id), ...also];
  return [...ids.map(crmOfRef), ...silent.map(({ crm }) => crm)];
}

function shownOf(resolution: LiveInteraction['resolution']) {
  if (resolution.status === 'matched') return resolution;
  return resolution.status === 'failed' ? resolution.stale : undefined;
}

/** Who is read stays where it is: the same person of another CRM joins it, unless the CRM of the first fails. */
function judgeMoved(before: ViewState | undefined, state: ViewState): void {
  for (const { key, resolution, silent = [] } of state.interactions) {
    const former = before?.interactions.find((one) => one.key === key)?.resolution;
    if (former?.status !== 'matched' || resolution.status !== 'matched') continue;
    if (former.reason.by !== 'client-id' || resolution.reason.by !== 'client-id') continue;
    const fails = silent.some(({ crm, error }) => error && crm === crmOfRef(former.contact.id));
    if (!fails) expect(resolution.alsoIn ?? [], 'who was read has moved').not.toContain(former.contact.id);
  }
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
    const shown = shownOf(resolution);
    if (!shown) continue;
    if (resolution.status === 'matched')
      for (const also of resolution.alsoIn ?? []) expect(rejected).not.toContain(also);
    expect(rejected, 'a rejected contact is shown').not.toContain(shown.contact.id);
    if (shown.reason.by === 'client-id') expect(shown.contact.name).toContain(identifier?.value);
    if (shown.reason.by === 'contact-id')
      expect(shown.contact.id).toBe(contactRef(testCrm, live.facts.contactId ?? ''));
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
  const several = identifier.value === two || identifier.value === one[1];
  expect(resolution.status, `for ${identifier.value}`).toBe(several ? 'ambiguous' : 'matched');
  if (resolution.status === 'matched')
    expect(resolution.alsoIn ?? [], 'the sources of one person').toHaveLength(
      identifier.value === one[0] ? 1 : 0,
    );
}

it(`never shows a contact for the wrong interaction, in ${runs} interleavings (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(event, { minLength: 3, maxLength: 24 }),
      async (scheduler, events) => {
        const settings = (here: boolean) => ({
          crms: [crmEntry(testCrm), crmEntry(sideCrm, here ? {} : { hosts: ['https://chat.example.com'] })],
        });
        const desk = engineForTests({ settings: settings(true) });
        const failing = { [testCrm]: 0, [sideCrm]: 0 };
        const crms = new Map(
          Object.values(places).map(({ place, crm: id }) => {
            const crm = filled(place);
            crm.after = async (call) => {
              const fails = failing[id] > 0;
              if (fails) failing[id] -= 1;
              await scheduler.schedule(Promise.resolve(), `${place}: ${call}`);
              if (fails) throw new CrmError({ code: 'unreachable' });
            };
            return [place, crm] as const;
          }),
        );
        /** Who works at each now, if anybody. */
        const who: Record<CrmId, string | undefined> = { [testCrm]: 'ana', [sideCrm]: 'dora' };
        /** Each is another sign-in, as with a renewed token. */
        let signs = 0;
        const as = (crm: CrmId, owner: string) => ({ crm, at: crms.get(places[owner]!.place)!, owner });
        const signIn = (crm: CrmId) => {
          const owner = who[crm];
          if (owner) void desk.connect(`${owner} ${signs}`, as(crm, owner));
        };
        const chosen: Choices = [];
        // A listener that throws would break the desk and be nobody's failure: what is seen wrong is thrown at the end.
        const faults: unknown[] = [];
        const watch = () => {
          let before: ViewState | undefined;
          desk.engine.subscribe((state) => {
            try {
              judge(state, chosen);
              judgeMoved(before, state);
              before = state;
            } catch (fault) {
              faults.push(fault);
            }
          }, new AbortController().signal);
        };
        watch();
        for (const crm of crmIds) signIn(crm);
        scheduler.scheduleSequence(
          events.map((one) => ({
            label: JSON.stringify(one),
            builder: async () => {
              if (one.do === 'kill') {
                await desk.engine.host(
                  { origin: 'x', adapter: 'x', tabId: 9, frameId: 0 },
                  { type: 'inbox', mode: 'full' },
                );
                desk.begin();
                for (const crm of crmIds) signIn(crm);
                watch();
              } else if (one.do === 'sign-out') {
                who[one.crm] = undefined;
                void desk.signOut(one.crm);
              } else if (one.do === 'sign-in') {
                signs += 1;
                const { crm } = places[one.who]!;
                who[crm] = one.who;
                signIn(crm);
              } else if (one.do === 'hosts')
                void desk.engine.configure({ ...defaultSettings, ...settings(one.here) });
              else act(desk, one, chosen);
              if (one.do === 'fail') failing[one.crm] += one.next;
            },
          })),
        );
        await scheduler.waitIdle();
        signs += 1;
        void desk.engine.configure({ ...defaultSettings, ...settings(true) });
        who[testCrm] ??= 'ana';
        who[sideCrm] ??= 'dora';
        for (const crm of crmIds) signIn(crm);
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
        for (const crm of crms.values()) expect(crm.effects).toEqual([]);
        desk.end();
      },
    ),
    { numRuns: runs, seed },
  );
});

type LiveStore = ReturnType<typeof engineForTests>;
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

function act(desk: LiveStore, one: Event, chosen: Choices): void {
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
    const connection = desk.connection(one.crm);
    if (connection?.status !== 'ready') return;
    const values = { name: `draft of ${connection.agent}` };
    const draft = { type: 'draft.save', crm: one.crm, key: live.key, form: 'new-contact', values } as const;
    void desk.engine.send(draft, { [one.crm]: connection.owner ?? '' });
  }
  if (one.do === 'again') void desk.engine.send({ type: 'resolve.again', key: live.key });
  if (one.do === 'choose') {
    const contactId = contactRef(one.crm, one.contactId);
    chosen.push({ contactId, caller: live.identifier?.value, sights: sightsOf(live) });
    void desk.engine.send({ type: 'contact.choose', key: live.key, contactId });
  }
  if (one.do === 'reject' && live.resolution.status === 'matched') {
    void desk.engine.send({ type: 'contact.reject', key: live.key, contactId: live.resolution.contact.id });
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
