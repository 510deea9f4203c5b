import type { Unread } from '../../domain/crm/unread.ts';
import {
  type DiagnosedEvent,
  type DiagnosedPage,
  type DropReason,
  type HostDiagnostics,
  keptEvents,
  type Strategy,
} from '../../domain/host/host-diagnostics.ts';
import type { HostEvent } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { browser } from '../browser/browser.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { diagnoseInteractions, factsOf, interactionOf } from './diagnostics-facts.ts';
import { loadDiagnostics, type StoredDiagnostics, saveDiagnostics } from './diagnostics-store.ts';
import { createSalt, createShortNames } from './short-names.ts';
import { createUnreadTally } from './unread-tally.ts';

type Place = Pick<DiagnosedPage, 'tabId' | 'frameId'>;

/** Keeps what people may know of host pages, their events and what CRMs answer, and nothing of customers. Never throws. */
export interface Diagnostics {
  /** A frame is served. `sameLife`: it was before, and only the Port to it is new. */
  opened(page: Pick<DiagnosedPage, 'origin' | 'tabId' | 'frameId' | 'late'>, sameLife: boolean): void;
  /** The script of a frame is there, and its host is not connected, or not yet. */
  unserved(page: Pick<DiagnosedPage, 'origin' | 'tabId' | 'frameId' | 'late'>): void;
  /** A tab of a host does not let the scripts in. */
  stuck(tab: Pick<DiagnosedPage, 'origin' | 'tabId'>): void;
  strategies(place: Place, all: Strategy[]): void;
  /** The engine took this event, or has told `noted` of the same source why not. */
  taken(source: HostSource, event: HostEvent): void;
  noted(source: HostSource, reason: DropReason): void;
  dropped(place: Place, drop: { adapter: string; reason: DropReason; path?: string; times?: number }): void;
  left(place: Place): void;
  closed(tabId: number): void;
  /** No other frame is there: what left while no worker was there to notice is marked. */
  present(places: readonly Place[]): void;
  interactions(live: readonly LiveInteraction[]): void;
  /** Something of an answer of this connection was left out. */
  unread(crm: string, unread: Unread): void;
  /** Forgets events and counts. */
  clear(): void;
}

export interface DiagnosticsParts {
  /** Ids of all adapters; others are not named. */
  adapters: readonly string[];
  api?: StorageApi;
  now?: () => number;
}

const maxPages = 24;
const savePeriodMs = 1_000;
/** Whoever reads them can wait; the name that a view is about to be told cannot. */
const restMs = 100;
const ruleName = /^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/;
const keyOf = ({ tabId, frameId }: Place): string => `${tabId}:${frameId}`;

/** Changes go through one queue that begins with what the last worker left, and are stored once a second at most. */
export function createDiagnostics({
  adapters,
  api = browser,
  now = Date.now,
}: DiagnosticsParts): Diagnostics {
  const pages = new Map<string, DiagnosedPage>();
  const known = new Set(adapters);
  const reasons = new WeakMap<HostSource, DropReason>();
  let salt = createSalt();
  const nameOf = createShortNames(() => salt);
  const unread = createUnreadTally();
  let interactions: HostDiagnostics['interactions'] = [];
  let live: readonly LiveInteraction[] | undefined;
  let savedAt = 0;
  let saved = '';
  let due = false;
  let queue: Promise<void> = loadDiagnostics(api).then(restore, () => undefined);

  function restore(stored: StoredDiagnostics | undefined): void {
    if (stored === undefined) return;
    salt = stored.salt;
    interactions = stored.interactions;
    for (const page of stored.pages) pages.set(keyOf(page), page);
    unread.restore(stored.unread ?? []);
  }

  /** Diagnosing must not fail what is diagnosed: what goes wrong here is lost, nothing else. */
  function change(step: () => void | Promise<void>): void {
    queue = queue.then(step).then(schedule, () => undefined);
  }

  function schedule(): void {
    if (due) return;
    due = true;
    setTimeout(
      () => {
        due = false;
        queue = queue.then(save).catch(() => undefined);
      },
      Math.max(restMs, savedAt + savePeriodMs - now()),
    );
  }

  async function save(): Promise<void> {
    if (live !== undefined) {
      const latest = live;
      live = undefined;
      interactions = await diagnoseInteractions(latest, nameOf);
    }
    const left = unread.all();
    const copy: StoredDiagnostics = {
      ...{ salt, pages: [...pages.values()], interactions },
      ...(left.length > 0 && { unread: left }),
    };
    const json = JSON.stringify(copy);
    if (json === saved) return;
    savedAt = now();
    await saveDiagnostics(copy, api);
    saved = json;
  }

  function makeRoom(): void {
    while (pages.size >= maxPages) {
      const all = [...pages.values()];
      const victim =
        all.find(({ gone }) => gone) ??
        all.find(({ unserved }) => unserved !== undefined) ??
        all.find(({ events }) => events.length === 0) ??
        all[0];
      if (victim) pages.delete(keyOf(victim));
    }
  }

  function begin(
    { origin, tabId, frameId, late }: Pick<DiagnosedPage, 'origin' | 'tabId' | 'frameId' | 'late'>,
    sameLife: boolean,
  ): DiagnosedPage {
    const before = pages.get(keyOf({ tabId, frameId }));
    const kept = before?.origin === origin ? before : undefined;
    if (!kept) pages.delete(keyOf({ tabId, frameId }));
    if (!kept) makeRoom();
    const { unserved: _, ...known } = kept ?? { strategies: [], seen: {}, dropped: {}, events: [] };
    const since = sameLife && kept ? kept.since : now();
    const page: DiagnosedPage = { ...known, origin, tabId, frameId, late, gone: false, since };
    pages.set(keyOf(page), page);
    return page;
  }

  function put(page: DiagnosedPage, event: DiagnosedEvent): void {
    if (event.reason) page.dropped[event.reason] = (page.dropped[event.reason] ?? 0) + event.times;
    const last = page.events.at(-1);
    if (last && isSame(last, event)) Object.assign(last, { at: event.at, times: last.times + event.times });
    else page.events = [...page.events, event].slice(-keptEvents);
  }

  const named = (adapter: string): string => (known.has(adapter) ? adapter : '');

  return {
    opened: (page, sameLife) => change(() => void begin(page, sameLife)),
    unserved: (page) =>
      change(() => {
        begin(page, true).unserved = 'not-allowed';
      }),
    stuck: ({ origin, tabId }) =>
      change(() => {
        const page = pages.get(keyOf({ tabId, frameId: 0 }));
        if (origin === '' || (page?.origin === origin && !page.gone && page.unserved === undefined)) return;
        begin({ origin, tabId, frameId: 0, late: true }, false).unserved = 'not-entered';
      }),
    strategies: (place, all) =>
      change(() => {
        const page = pages.get(keyOf(place));
        if (page)
          page.strategies = all.filter(
            ({ adapter, rule }) => known.has(adapter) && (rule === undefined || ruleName.test(rule)),
          );
      }),
    taken(source, event) {
      const at = now();
      change(async () => {
        const page = pages.get(keyOf(source));
        if (!page) return;
        const reason = reasons.get(source);
        const id = interactionOf(event);
        const adapter = named(source.adapter);
        const facts = factsOf(event);
        if (facts.what === 'interaction' && (reason === undefined || reason === 'untrusted-contact-id'))
          page.seen[adapter] = (page.seen[adapter] ?? 0) + 1;
        put(page, {
          ...{ at, times: 1, adapter, facts },
          ...(id !== null && { interaction: await nameOf(interactionKey(source, id)) }),
          ...(reason && { reason }),
        });
      });
    },
    noted: (source, reason) => void reasons.set(source, reason),
    dropped(place, { adapter, reason, path, times = 1 }) {
      const at = now();
      change(() => {
        const page = pages.get(keyOf(place));
        if (page) put(page, { at, times, adapter: named(adapter), reason, ...(path && { path }) });
      });
    },
    left: (place) =>
      change(() => {
        const page = pages.get(keyOf(place));
        if (page) page.gone = true;
      }),
    closed: (tabId) =>
      change(() => {
        for (const [key, page] of pages) if (page.tabId === tabId) pages.delete(key);
      }),
    present: (places) =>
      change(() => {
        const there = new Set(places.map(keyOf));
        // A tab that was not entered has no script that could go.
        for (const [key, page] of pages)
          if (!there.has(key) && page.unserved !== 'not-entered') page.gone = true;
      }),
    interactions: (latest) =>
      change(() => {
        live = latest;
      }),
    unread(crm, one) {
      const at = now();
      change(() => unread.add(crm, one, at));
    },
    clear: () =>
      change(() => {
        unread.clear();
        for (const page of pages.values()) Object.assign(page, { seen: {}, dropped: {}, events: [] });
      }),
  };
}

/** All but when and how often. */
function isSame(a: DiagnosedEvent, b: DiagnosedEvent): boolean {
  return JSON.stringify({ ...a, at: 0, times: 0 }) === JSON.stringify({ ...b, at: 0, times: 0 });
}
