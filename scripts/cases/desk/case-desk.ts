import { setImmediate } from 'node:timers/promises';
import type { Crm } from '../../../lib/crms/crm.ts';
import { identifierKinds } from '../../../lib/domain/contact/identifier-schema.ts';
import { type CrmCapabilities, fullCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { HostSource } from '../../../lib/domain/host/host-source.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { defaultSettings, type HostSettings } from '../../../lib/domain/settings.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import { createMemoryContactCache } from '../../../lib/engine/cache/memory-contact-cache.ts';
import { createMemoryDraftStore } from '../../../lib/engine/drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../../../lib/engine/drafts/memory-write-store.ts';
import { createEngine, type Engine } from '../../../lib/engine/engine.ts';
import { createMemoryRecoveryStore } from '../../../lib/engine/live/memory-recovery-store.ts';
import { checkHostEvent } from '../../../lib/extension/worker/hosts/check-host-event.ts';
import { BadCase } from '../format/case-file.ts';
import { countedCrm } from './counted-crm.ts';
import { factsOf } from './host-facts.ts';

/** Where every host of a case is. */
export const deskOrigin = 'https://desk.example';
/** The one connection. */
export const connection = 'crm';

/** So many turns of the event loop without any change, and nothing more comes by itself. */
const quietTurns = 30;
/** For what hangs; a busy machine must not reach it. */
const longestMs = 120_000;

export interface CaseDesk {
  engine: Engine;
  /** Every state that a view could have drawn. */
  seen: ViewState[];
  connect(crm: Crm, capabilities?: CrmCapabilities): Promise<void>;
  signOut(): Promise<void>;
  /** A host event as it comes from a page: checked as the worker checks it. Throws `BadCase` where that refuses it. */
  tell(event: unknown, source?: Partial<HostSource>): void;
  /** Lets so much time pass, and does what is due. */
  wait(ms: number): Promise<void>;
  /** Until nothing changes any more by itself. `held`: answers that the case keeps back. */
  settle(held?: () => number): Promise<void>;
  /** The newest under this id of the host's, also where it has left the rail. */
  last(id: string): LiveInteraction | undefined;
  close(): void;
}

export interface DeskOptions {
  host?: Partial<HostSettings> | undefined;
}

/** The product's engine with stores in memory, as a worker has it: connected to one CRM, told of one host. */
export function openDesk({ host = {} }: DeskOptions = {}): CaseDesk {
  const settings = {
    ...defaultSettings,
    hosts: [
      {
        origin: deskOrigin,
        label: 'Desk',
        trustContactIdHeader: false,
        campaignHeader: 'X-Campaign',
        popInternal: false,
        ...host,
      },
    ],
  };
  const seen: ViewState[] = [];
  let later = 0;
  let changes = 0;
  const life = new AbortController();
  let out = () => 0;
  let told: Promise<unknown>[] = [];
  const engine = createEngine({
    storesOf: () => ({
      cache: createMemoryContactCache(),
      drafts: createMemoryDraftStore(),
      writes: createMemoryWriteStore(),
    }),
    recovery: createMemoryRecoveryStore(),
    settings,
    signal: life.signal,
    now: () => Date.now() + later,
    adapter: factsOf,
  });
  engine.subscribe((state) => {
    changes += 1;
    seen.push(state);
  }, life.signal);

  async function connect(crm: Crm, capabilities: CrmCapabilities = able): Promise<void> {
    const counted = countedCrm(crm);
    out = counted.out;
    const agent = { agent: 'Ana Duarte', owner: 'ana', id: 'sign-in' };
    await engine.connect(connection, {
      status: 'ready',
      label: 'CRM',
      crm: counted.crm,
      capabilities,
      ...agent,
    });
  }

  return {
    engine,
    seen,
    connect,
    signOut: () => engine.connect(connection, { status: 'signed-out', label: 'CRM', at: Date.now() + later }),
    tell(event, source = {}) {
      const checked = checkHostEvent(event);
      if (!checked.ok)
        throw new BadCase(`a host could not say that: ${checked.reason} ${checked.path ?? ''}`);
      const from = { origin: deskOrigin, adapter: 'host-protocol', tabId: 1, frameId: 0, ...source };
      told.push(engine.host(from, checked.event));
    },
    async wait(ms) {
      later += ms;
      await engine.tick();
    },
    async settle(held = () => 0) {
      await Promise.all(told);
      told = [];
      const end = Date.now() + longestMs;
      for (let quiet = 0, before = -1; quiet < quietTurns; quiet += 1) {
        if (changes !== before || out() > held()) quiet = 0;
        before = changes;
        if (Date.now() > end) throw new BadCase(`nothing came to rest within ${longestMs / 1_000} s`);
        await setImmediate();
      }
    },
    last: (id) => seen.flatMap(({ interactions }) => interactions).findLast(({ facts }) => facts.id === id),
    close: () => life.abort(),
  };
}

/** Of a CRM that can do everything. */
const able: CrmCapabilities = { ...fullCapabilities, keysKeptDays: 30, identifiers: [...identifierKinds] };
