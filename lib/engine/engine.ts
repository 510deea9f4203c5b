import { CrmError, type SafeCrmError } from '../domain/crm/crm-error.ts';
import type { HostEvent } from '../domain/host/host-event.ts';
import type { HostSource } from '../domain/host/host-source.ts';
import { capabilitiesOf } from '../domain/interaction/capabilities-of.ts';
import type { HostStatus } from '../domain/interaction/live.ts';
import type { Settings } from '../domain/settings.ts';
import type { ViewState } from '../domain/view-state.ts';
import type { CommandParts, Refused } from './commands/command.ts';
import {
  type CommandReply,
  isOfNobody,
  isWrite,
  keepFor,
  obey,
  readWrite,
  type Send,
  type ViewCommand,
  type ViewLink,
  writeActionOf,
} from './commands/commands.ts';
import { Standing } from './connection/standing.ts';
import { Workspaces } from './connection/workspaces.ts';
import { Interactions } from './interactions/interactions.ts';
import { Journal } from './journal/journal.ts';
import { boundStores } from './live/bounded-stores.ts';
import { Desk } from './live/desk.ts';
import { Due, earliest } from './live/due.ts';
import type { CrmLink, EngineParts, HostPlace } from './live/engine-parts.ts';
import { isSettled } from './live/resolution-parts.ts';
import { Outbox } from './outbox/outbox.ts';
import { OwnWork } from './outbox/own-work.ts';
import { startOutbox } from './outbox/start-outbox.ts';
import { LookupBudget } from './resolving/lookup-budget.ts';
import { Lookups } from './resolving/lookups.ts';
import { Reads } from './resolving/reads.ts';
import { Resolver } from './resolving/resolver.ts';

const minute = 60_000;
/** Old copies are not shown anyway: throwing them away is no hurry. */
const pruneEveryMs = 10 * minute;
const signedOut: Refused = { ok: false, error: { code: 'signed-out' } };
const oneRequest = { getContact: 1, findByIdentifier: 1 };

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
   * `owner`: whose screen the command was meant on, as the view's state said (null: nobody's). One that was meant on
   * another's is refused; a write stays with them. Without it, it is meant as things stand now.
   */
  send: Send;
  configure(settings: Settings): Promise<void>;
  /** On `not-connected` or `signed-out` every contact leaves the screen and the cache. */
  connect(link: CrmLink): Promise<void>;
  /** Does what is due: retries, finished hosts, pruning. The caller's alarm is the backstop of the engine's own timers. */
  tick(): Promise<void>;
  /** The device has a network again: what waits for the CRM is sent. */
  online(): Promise<void>;
}

/** See `Engine`. */
export function createEngine(given: EngineParts): Engine {
  const parts = boundStores(given);
  const now = parts.now ?? Date.now;
  const signal = parts.signal ?? new AbortController().signal;
  const desk = new Desk(parts.recovery, now(), parts.onError);
  const budget = new LookupBudget(now);
  const due = new Due();
  const journal = new Journal();
  const outbox = new Outbox(desk, parts.writes, { read: readWrite, actionOf: writeActionOf });
  const work = new OwnWork(desk, parts.drafts);
  let settings = parts.settings;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const capabilities = () => capabilitiesOf(desk.state.connection);
  // Until the workspace is known no region is assumed: "ZZ" has no national numbers.
  const region = (): string => desk.state.workspace?.region ?? 'ZZ';
  /** The credential of who is signed in was refused; of anybody else it is no news. */
  const onSignedOut = (party = standing.now()): void => {
    const { link } = standing;
    if (link.status !== 'ready' || !party || !standing.still(party)) return;
    const { label, agent } = link;
    void connect({ status: 'signed-out', label, at: now(), ...(agent && { agent }) });
    parts.onSignedOut?.();
  };

  const { cache } = parts;
  const lookups = new Lookups({ cache, now, region });
  const standing = new Standing({ desk, cache, lookups, outbox, work, now, onLeft });
  const crm = () => standing.crm();
  const workspaces = new Workspaces({ desk, crm, now, settings: () => settings, onKnown: onWorkspace });
  const resolver = new Resolver({
    ...{ desk, lookups, cache, now, region, standing, capabilities },
    workspaceReady: () => workspaces.ready(),
    lives: () => ({
      fresh: settings.cache.freshMinutes * minute,
      stale: settings.cache.staleHours * 60 * minute,
      miss: settings.cache.missSeconds * 1_000,
    }),
    budget,
    plan: () => (standing.link.status === 'ready' && standing.link.plan) || oneRequest,
    onSignedOut: () => onSignedOut(),
  });
  const { writer, flusher } = startOutbox({
    ...{ desk, cache, lookups, outbox, work, standing, resolver, capabilities, region, now, onSignedOut },
    ...{ actionOf: writeActionOf, alone: parts.alone, signal },
    onEnded: (key) => interactions.afterWrite(key),
    onRest: () => schedule(desk.state),
  });
  const reads = new Reads({ cache, lookups, crm, capabilities, region });
  const interactions = new Interactions({
    ...{ desk, work, outbox, resolver, region, now },
    adapter: parts.adapter ?? (() => undefined),
    settings: () => settings,
    dropped: parts.onDropped ?? (() => undefined),
  });
  const onModeToggled: EngineParts['onModeToggled'] = (...mode) => parts.onModeToggled?.(...mode);
  const commandParts: CommandParts = { desk, work, writer, reads, resolver, interactions, onModeToggled };

  const ready = desk.restore().then(() => {
    outbox.recover();
    desk.subscribe(schedule, signal);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

  /** One change after the other; what fails does not stop the next. */
  function enqueue<T>(task: () => Promise<T> | T): Promise<T> {
    const result = queue.then(() => ready).then(task);
    queue = result.catch(() => undefined);
    return result;
  }

  function onLeft(): void {
    for (const { key } of desk.state.interactions) resolver.cancel(key);
    workspaces.forget();
    interactions.fronts.rest();
  }

  /** A number read otherwise now is looked for again; the lookups that waited for this have their tickets ended. */
  function onWorkspace(): void {
    interactions.renormalise();
    for (const { key } of desk.state.interactions) resolver.start(key);
  }

  function connect(next: CrmLink): Promise<void> {
    return enqueue(async () => {
      await standing.connect(next);
      if (next.status !== 'ready') return;
      for (const { key, resolution } of desk.state.interactions)
        if (!isSettled(resolution)) resolver.start(key);
      void workspaces.refresh();
      void flusher.hurry();
    });
  }

  function host(source: HostSource, event: HostEvent): Promise<void> {
    return enqueue(async () => {
      if (event.type === 'interaction') await interactions.upsert(source, event.interaction);
      if (event.type === 'focus') interactions.focus(source, event.interactionId);
      if (event.type === 'inbox') interactions.inboxes.set(source, event.mode);
      if (event.type === 'hello' || event.type === 'event') journal.append({ at: now(), source, event });
      await desk.flushed();
      void flusher.flush();
    });
  }

  async function send(command: ViewCommand, owner = desk.kept.owner ?? undefined): Promise<CommandReply> {
    await ready;
    const party = standing.now();
    if (owner !== undefined && !standing.isOn(owner) && !isOfNobody(command)) {
      if (owner !== null) keepFor(commandParts, owner, command);
      return signedOut;
    }
    try {
      const reply = await obey(commandParts, command);
      const theirs = !party || standing.still(party);
      // What was read for one agent is not for the next one's eyes.
      return theirs || !reply.ok || isWrite(command) ? reply : signedOut;
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      if (error.code === 'signed-out' && party) onSignedOut(party);
      return { ok: false, error };
    }
  }

  function tick(): Promise<void> {
    return enqueue(async () => {
      interactions.tick();
      void flusher.flush();
      for (const key of due.retries(desk.state.interactions, now())) resolver.start(key);
      // A timer may be early, and then nothing has changed that would set the next one.
      schedule(desk.state);
      if (now() - desk.kept.prunedAt < pruneEveryMs) return;
      desk.keep({ prunedAt: now() });
      await cache.prune(now() - settings.cache.staleHours * 60 * minute);
    });
  }

  /** The next thing that is due by itself. */
  function schedule({ interactions: live }: ViewState): void {
    clearTimeout(timer);
    const next = earliest(due.next(live), interactions.fronts.due(), flusher.due());
    if (next !== undefined) timer = setTimeout(() => void tick(), Math.max(50, next - now()));
  }

  return {
    ready,
    get state() {
      return desk.state;
    },
    subscribe: (listener, signal) => desk.subscribe(listener, signal),
    host,
    // Each command is answered as its own file says.
    send: send as Send,
    connect,
    tick,
    online: () => ready.then(() => flusher.hurry()),
    journal,
    hostGone: (page) => enqueue(() => interactions.pages.gone(page)),
    hostBack: (page) => enqueue(() => interactions.pages.back(page)),
    hostTold: (place) => enqueue(() => interactions.pages.told(place)),
    setHosts: (hosts) => enqueue(() => desk.set({ hosts })),
    configure: (next) =>
      enqueue(() => {
        const arranged = JSON.stringify(settings.crm?.arrangement);
        settings = next;
        if (arranged !== JSON.stringify(next.crm?.arrangement)) workspaces.arrange();
      }),
  };
}
