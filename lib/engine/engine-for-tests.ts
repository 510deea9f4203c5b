import { contactRef } from '../domain/contact/contact-ref.ts';
import { identifierKinds } from '../domain/contact/identifier-schema.ts';
import { type CrmCapabilities, fullCapabilities } from '../domain/crm/crm-capabilities.ts';
import type { HostInteraction } from '../domain/host/host-event.ts';
import type { HostSource } from '../domain/host/host-source.ts';
import type { Connection, LiveInteraction } from '../domain/interaction/live.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { ViewState } from '../domain/view-state.ts';
import { createMemoryContactCache } from './cache/memory-contact-cache.ts';
import { MemoryCrm } from './connection/memory-crm-for-tests.ts';
import { createMemoryDraftStore } from './drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from './drafts/memory-write-store.ts';
import type { Engine } from './engine.ts';
import { createEngine } from './engine.ts';
import type { CrmStores, EngineParts } from './live/engine-parts.ts';
import { createMemoryRecoveryStore } from './live/memory-recovery-store.ts';

const ranks = {
  'host-protocol': { rank: 40, contactId: 'contract' },
  ucontact: { rank: 30, contactId: 'contract' },
  'sip-websocket': { rank: 20, contactId: 'header' },
} as const;

/** Of a CRM that can do everything, and knows writes again. */
export const ableCrm: CrmCapabilities = {
  ...fullCapabilities,
  keysKeptDays: 30,
  identifiers: [...identifierKinds],
};

export const deskOrigin = 'https://desk.example.com';

/** The connection of a test that needs but one. */
export const testCrm = 'test';
/** Its ContactID, as the engine writes it. */
export const ref = (id: string): string => contactRef(testCrm, id);

/** The region is known: numbers can be read. */
export const knowsWorkspace = ({ connections }: ViewState): boolean =>
  connections.some(({ workspace }) => workspace !== null);

interface SignIn {
  /** Another connection than the one of the test. */
  crm?: string;
  /** Another CRM than the one of the test. */
  at?: MemoryCrm;
  /** Who signs in; without it the sign-in stands for itself. */
  owner?: string;
}

/** An engine on memory stores and a CRM in memory, with a clock of its own and shortcuts for what hosts and agents do. */
export function engineForTests({
  settings = {},
  crm = new MemoryCrm(),
  can = {},
  stores = {
    cache: createMemoryContactCache(),
    drafts: createMemoryDraftStore(),
    writes: createMemoryWriteStore(),
    recovery: createMemoryRecoveryStore(),
  },
  clock: time,
  alone,
}: {
  settings?: Partial<Settings>;
  crm?: MemoryCrm;
  /** What the CRM can not do. */
  can?: Partial<CrmCapabilities>;
  stores?: CrmStores & Pick<EngineParts, 'recovery'>;
  /** Whose time it is; a clock of its own, which stands still, without it. */
  clock?: { now(): number };
  alone?: EngineParts['alone'];
} = {}) {
  const clock = { now: Date.parse('2026-11-20T15:00:00Z') };
  const seen: ViewState[] = [];
  const drops: string[] = [];
  const whole: Settings = {
    ...defaultSettings,
    hosts: [
      {
        origin: deskOrigin,
        label: 'LiveStore',
        trustContactIdHeader: false,
        campaignHeader: 'X-Campaign',
        popInternal: false,
      },
    ],
    ...settings,
  };
  const others = new Map<string, CrmStores>();
  const storesOf = (id: string): CrmStores => {
    if (id === testCrm) return stores;
    const known = others.get(id) ?? {
      cache: createMemoryContactCache(),
      drafts: createMemoryDraftStore(),
      writes: createMemoryWriteStore(),
    };
    others.set(id, known);
    return known;
  };
  let life = new AbortController();
  const begin = (): Engine => {
    life.abort();
    life = new AbortController();
    const engine = createEngine({
      storesOf: (id) => {
        const { cache, drafts, writes } = storesOf(id);
        return {
          cache: mortal(cache, life.signal),
          drafts: mortal(drafts, life.signal),
          writes: mortal(writes, life.signal),
        };
      },
      recovery: mortal(stores.recovery, life.signal),
      settings: whole,
      ...(alone && { alone }),
      signal: life.signal,
      now: () => time?.now() ?? clock.now,
      onDropped: ({ adapter }, reason) => drops.push(`${adapter} ${reason}`),
      // The table knows three adapters; any other is unknown on purpose.
      adapter: (id) => ranks[id as keyof typeof ranks],
    });
    engine.subscribe((state) => seen.push(state), life.signal);
    return engine;
  };
  const desk = {
    engine: begin(),
    crm,
    clock,
    stores,
    /** Every state that any view could have drawn. */
    seen,
    /** Adapter and reason of all that counted for nothing. */
    drops,
    storesOf,
    connect: (id = 'test', { crm: connection = testCrm, at = crm, owner }: SignIn = {}) =>
      desk.engine.connect(connection, {
        status: 'ready',
        id,
        label: connection === testCrm ? 'Test CRM' : `${connection} CRM`,
        crm: mortal(at, life.signal),
        capabilities: { ...ableCrm, ...can },
        agent: owner ?? 'Ana Duarte',
        ...(owner !== undefined && { owner }),
      }),
    /** As views are told of it. */
    connection: (id = testCrm): Connection | undefined =>
      desk.engine.state.connections.find((one) => one.id === id),
    signOut: (connection = testCrm) =>
      desk.engine.connect(connection, { status: 'signed-out', label: 'Test CRM', at: clock.now }),
    /** The worker is killed and another one begins, which nothing is connected to yet. */
    begin: () => {
      desk.engine = begin();
    },
    /** The worker is killed and another one begins: nothing but the stores is left. */
    restart: async (id = 'test', as: SignIn = {}): Promise<void> => {
      desk.begin();
      await desk.engine.ready;
      await desk.connect(id, as);
    },
    end: () => life.abort(),
    ring: (
      id: string,
      number?: string,
      more: Partial<HostInteraction> = {},
      source: Partial<HostSource> = {},
    ) =>
      desk.engine.host(
        { origin: deskOrigin, adapter: 'host-protocol', tabId: 1, frameId: 0, ...source },
        {
          type: 'interaction',
          interaction: {
            id,
            channel: 'phone',
            direction: 'inbound',
            state: 'offered',
            ...(number !== undefined && { clientId: { kind: 'phone', value: number } }),
            ...more,
          },
        },
      ),
    live: (id: string): LiveInteraction => {
      const live = desk.engine.state.interactions.findLast(({ facts }) => facts.id === id);
      if (!live) throw new Error(`no interaction ${id}`);
      return live;
    },
    /** Resolves when the state is as wished; fails with the state after many turns of the event loop. */
    until: async (wish: (state: ViewState) => boolean): Promise<ViewState> => {
      for (let turn = 0; turn < 500; turn += 1) {
        if (wish(desk.engine.state)) return desk.engine.state;
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`never came to be: ${JSON.stringify(desk.engine.state, null, 1)}`);
    },
    /** Resolves when this interaction's resolution has the status. */
    resolved: async <Status extends LiveInteraction['resolution']['status']>(id: string, status: Status) => {
      await desk.until(({ interactions }) =>
        interactions.some((one) => one.facts.id === id && one.resolution.status === status),
      );
      // Narrowed by the wait above.
      return desk.live(id).resolution as Extract<LiveInteraction['resolution'], { status: Status }>;
    },
  };
  return desk;
}

/** What a worker holds of the world: once it is killed it says nothing more, and hears no answer to what it has said. */
function mortal<T extends object>(whole: T, life: AbortSignal): T {
  return new Proxy(whole, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        if (life.aborted) return new Promise(() => undefined);
        const answer: unknown = Reflect.apply(member, target, args);
        if (!(answer instanceof Promise)) return answer;
        return new Promise((resolve, reject) => {
          answer.then(
            (value) => life.aborted || resolve(value),
            (error: unknown) => life.aborted || reject(error),
          );
        });
      };
    },
  });
}
