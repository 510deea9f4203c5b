import type { HostEvent } from '../domain/host/host-event.ts';
import type { HostSource } from '../domain/host/host-source.ts';
import type { HostStatus } from '../domain/interaction/host-status.ts';
import type { Settings } from '../domain/settings.ts';
import { sameData } from '../domain/text/same-data.ts';
import type { ViewState } from '../domain/view-state.ts';
import type { CommandParts } from './commands/command.ts';
import {
  type CommandReply,
  type Owners,
  readWrite,
  type Send,
  type ViewCommand,
  type ViewLink,
  writeActionOf,
} from './commands/commands.ts';

import { CrmConnection } from './connection/connection.ts';
import { Connections } from './connection/connections.ts';
import { arrangementOf, askedOf } from './connection/crm-settings.ts';
import { ShownConnections } from './connection/shown-connections.ts';
import { Interactions } from './interactions/interactions.ts';
import { Journal } from './journal/journal.ts';
import { boundRecovery } from './live/bounded-stores.ts';
import { Due, earliest } from './live/due.ts';
import type { CrmLink, EngineParts, HostPlace } from './live/engine-parts.ts';
import { type LiveState, LiveStore } from './live/live-store.ts';
import { toldState } from './live/told-state.ts';
import { Outbox } from './outbox/outbox.ts';
import { OwnWork } from './outbox/own-work.ts';
import { Writers } from './outbox/writers.ts';
import { Reads } from './resolving/reads.ts';
import { Resolvers } from './resolving/resolvers.ts';
import { createTakeCommands } from './take-commands.ts';

const minute = 60_000;
/** Old copies are not shown anyway: throwing them away is no hurry. */
const pruneEveryMs = 10 * minute;

/**
 * The heart: interactions in, one state out. Runs in the background worker and in the widget's page; knows neither.
 * All changes go through one queue, so that methods may be called at any time and in any order.
 */
export interface Engine extends ViewLink {
  /** What a killed worker left is taken up again. Every method waits for it. */
  ready: Promise<void>;
  readonly state: ViewState;
  /** What hosts said of themselves and of what happened. */
  readonly journal: Journal;
  /** A validated host event from a sender the browser vouches for. Resolves once its effect would survive a kill. */
  host(source: HostSource, event: HostEvent): Promise<void>;
  /** The page (or one frame of it) is gone; its live interactions are marked and finish after 60 s unless it is back. */
  hostGone(page: { tabId: number; frameId?: number }): Promise<void>;
  /** The very same life of the page is back (back-forward cache, a lost Port): what it had is still there. */
  hostBack(page: { tabId: number; frameId: number }): Promise<void>;
  /**
   * A document that is new here has told all that is live, or none will come: what former ones told and nobody has told
   * again is finished now. Until it is told again; then it goes on.
   */
  hostTold(place: HostPlace): Promise<void>;
  setHosts(hosts: HostStatus[]): Promise<void>;
  /**
   * `owners`: whose screen the command was meant on, as the view's state said. One that was meant on another's is refused;
   * a write stays with them. Without it, it is meant as things stand now.
   */
  send: Send;
  configure(settings: Settings): Promise<void>;
  /** How this connection stands. On `not-connected` or `signed-out` every contact of its CRM leaves the screen and the cache. */
  connect(crm: string, link: CrmLink): Promise<void>;
  /** Does what is due: retries, finished hosts, pruning. The caller's alarm is the backstop of the engine's own timers. */
  tick(): Promise<void>;
  /** The device has a network again: what waits for the CRM is sent. */
  online(): Promise<void>;
}

/** See `Engine`. */
export function createEngine(parts: EngineParts): Engine {
  const now = parts.now ?? Date.now;
  const signal = parts.signal ?? new AbortController().signal;
  const liveStore = new LiveStore(boundRecovery(parts.recovery), now(), parts.onError);
  const due = new Due();
  const journal = new Journal();
  let settings = parts.settings;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The credential of who is signed in was refused; of anybody else it is no news. */
  const onSignedOut = (crm: string, party = connections.get(crm)?.standing.now()): void => {
    const standing = connections.get(crm)?.standing;
    if (standing?.link.status !== 'ready' || !party || !standing.still(party)) return;
    const { label, agent } = standing.link;
    void connect(crm, { status: 'signed-out', label, at: now(), ...(agent && { agent }) });
    parts.onSignedOut?.(crm);
  };

  const shown = new ShownConnections({ liveStore, now, settings: () => settings });
  const storesOf = (crm: string) => connections.open(crm).stores;
  const outbox = new Outbox(liveStore, (crm) => storesOf(crm).writes, {
    read: readWrite,
    actionOf: writeActionOf,
  });
  const work = new OwnWork(liveStore, (crm) => storesOf(crm).drafts);
  const connections = new Connections({
    liveStore,
    open: (id) =>
      new CrmConnection(id, {
        ...{ liveStore, shown, now, onLeft, onWorkspace },
        stores: parts.storesOf(id),
        settings: () => settings,
        own: [work, outbox],
      }),
  });
  const region = (origin: string): string => connections.regionFor(origin);
  const resolver = new Resolvers({
    ...{ liveStore, connections, now, onSignedOut },
    settings: () => settings,
    lives: () => ({
      fresh: settings.cache.freshMinutes * minute,
      stale: settings.cache.staleHours * 60 * minute,
      miss: settings.cache.missSeconds * 1_000,
    }),
  });
  const writer = new Writers({
    ...{ liveStore, connections, outbox, work, resolver, now, onSignedOut, signal },
    ...{ actionOf: writeActionOf, ...(parts.alone && { alone: parts.alone }) },
    onEnded: (key) => interactions.afterWrite(key),
    onRest: () => schedule(liveStore.state),
  });
  const reads = new Reads(connections);
  const interactions = new Interactions({
    ...{ liveStore, work, outbox, resolver, region, now },
    adapter: parts.adapter ?? (() => undefined),
    settings: () => settings,
    dropped: parts.onDropped ?? (() => undefined),
  });
  const onModeToggled: EngineParts['onModeToggled'] = (...mode) => parts.onModeToggled?.(...mode);
  const commands: CommandParts = { liveStore, work, writer, reads, resolver, interactions, onModeToggled };
  const takeCommand = createTakeCommands({ connections, commands, onSignedOut });

  const ready = liveStore.restore().then(() => {
    for (const crm of Object.keys(liveStore.kept.parties)) connections.open(crm);
    outbox.recover();
    liveStore.subscribe(schedule, signal);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

  /** One change after the other; what fails does not stop the next. */
  function enqueue<T>(task: () => Promise<T> | T): Promise<T> {
    const result = queue.then(() => ready).then(task);
    queue = result.catch(() => undefined);
    return result;
  }

  function onLeft(crm: string): void {
    for (const { key } of liveStore.state.interactions) resolver.cancel(key, crm);
    interactions.fronts.rest();
  }

  /** A number read otherwise now is looked for again; the lookups that waited for this have their tickets ended. */
  function onWorkspace(crm: string): void {
    interactions.renormalise();
    for (const { key } of liveStore.state.interactions) resolver.start(key, { crm });
  }

  function connect(crm: string, next: CrmLink): Promise<void> {
    return enqueue(async () => {
      const { standing, workspace } = connections.open(crm);
      await standing.connect(next);
      if (next.status !== 'ready') return;
      if (!workspace.recall(next.workspace)) resolver.resume(crm);
      void workspace.refreshSoon();
      void writer.hurry(crm);
    });
  }

  async function host(source: HostSource, event: HostEvent): Promise<void> {
    await enqueue(() => {
      if (event.type === 'interaction') interactions.upsert(source, event.interaction);
      if (event.type === 'focus') interactions.focus(source, event.interactionId);
      if (event.type === 'inbox') interactions.inboxes.set(source, event.mode);
      if (event.type === 'hello' || event.type === 'event') journal.append({ at: now(), source, event });
    });
    // The next one does not wait for the copy of this.
    await liveStore.flushed();
    void writer.flush();
  }

  async function send(command: ViewCommand, meantOn?: Owners): Promise<CommandReply> {
    const owners = meantOn ?? ownersNow();
    await ready;
    return takeCommand(command, owners);
  }

  function ownersNow(): Owners {
    return Object.fromEntries(Object.entries(liveStore.kept.parties).map(([crm, { owner }]) => [crm, owner]));
  }

  function configure(next: Settings): void {
    const before = settings;
    settings = next;
    shown.arrange();
    for (const { id, workspace } of connections.all())
      if (!sameData(arrangementOf(before, id), arrangementOf(next, id))) workspace.arrange();
    if (sameData(askedOf(before), askedOf(next))) return;
    interactions.renormalise();
    for (const { key } of liveStore.state.interactions) resolver.start(key);
  }

  function tick(): Promise<void> {
    return enqueue(async () => {
      interactions.tick();
      void writer.flush();
      for (const { key, crm } of due.retries(liveStore.state.interactions, now()))
        resolver.start(key, { crm });
      // A timer may be early, and then nothing has changed that would set the next one.
      schedule(liveStore.state);
      if (now() - liveStore.kept.prunedAt < pruneEveryMs) return;
      liveStore.keep({ prunedAt: now() });
      const before = now() - settings.cache.staleHours * 60 * minute;
      await Promise.all(connections.all().map(({ stores }) => stores.cache.prune(before)));
    });
  }

  /** The next thing that is due by itself. */
  function schedule({ interactions: live }: LiveState): void {
    clearTimeout(timer);
    const next = earliest(due.next(live), interactions.fronts.due(), writer.due());
    if (next !== undefined) timer = setTimeout(() => void tick(), Math.max(50, next - now()));
  }

  return {
    ready,
    get state() {
      return toldState(liveStore.state);
    },
    subscribe: (listener, signal) => liveStore.subscribe((state) => listener(toldState(state)), signal),
    host,
    // Each command is answered as its own file says.
    send: send as Send,
    connect,
    tick,
    online: () => ready.then(() => writer.hurry()),
    journal,
    hostGone: (page) => enqueue(() => interactions.pages.gone(page)),
    hostBack: (page) => enqueue(() => interactions.pages.back(page)),
    hostTold: (place) => enqueue(() => interactions.pages.told(place)),
    setHosts: (hosts) => enqueue(() => liveStore.set({ hosts })),
    configure: (next) => enqueue(() => configure(next)),
  };
}
