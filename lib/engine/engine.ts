import type { Crm } from '../crms/crm.ts';
import { arrangeWorkspace } from '../domain/arrange-workspace.ts';
import { capabilitiesOf } from '../domain/capabilities-of.ts';
import { CrmError, type SafeCrmError } from '../domain/crm-error.ts';
import type { HostEvent } from '../domain/host-event.ts';
import type { HostSource } from '../domain/live.ts';
import type { CommandReply, ViewCommand, ViewState } from '../domain/view-state.ts';
import type { Workspace } from '../domain/workspace.ts';
import { Desk } from './desk.ts';
import type { CrmLink, Engine, EngineParts } from './engine-parts.ts';
import { Interactions } from './interactions.ts';
import { LookupBudget } from './lookup-budget.ts';
import { Lookups } from './lookups.ts';
import { noticeAway } from './notice-away.ts';
import { Reads } from './reads.ts';
import { declined, isSettled } from './resolution-parts.ts';
import { Resolver } from './resolver.ts';
import { shownLink } from './shown-link.ts';
import { isWrite } from './write-command.ts';
import { Writer } from './writer.ts';

const minute = 60_000;
const done: CommandReply = { ok: true };

/** See `Engine`. */
export function createEngine(parts: EngineParts): Engine {
  const now = parts.now ?? Date.now;
  const signal = parts.signal ?? new AbortController().signal;
  const desk = new Desk(parts.recovery);
  const budget = new LookupBudget(now);
  let settings = parts.settings;
  let link: CrmLink = { status: 'not-connected' };
  /** As the CRM says it, before it is arranged; of `crm()`. */
  let unarranged: Workspace | undefined;
  let workspaceLoading: Promise<void> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const crm = (): Crm | undefined => (link.status === 'ready' ? link.crm : undefined);
  const capabilities = () => capabilitiesOf(desk.state.connection);
  // Until the workspace is known no region is assumed: "ZZ" has no national numbers.
  const region = (): string => desk.state.workspace?.region ?? 'ZZ';
  const onSignedOut = (): void => {
    if (link.status !== 'ready') return;
    const { label, agent } = link;
    void connect({ status: 'signed-out', label, at: now(), ...(agent && { agent }) });
    parts.onSignedOut?.();
  };

  const lookups = new Lookups({ cache: parts.cache, now, region });
  const resolver = new Resolver({
    desk,
    lookups,
    cache: parts.cache,
    now,
    region,
    crm,
    capabilities,
    workspaceReady,
    lives: () => ({
      fresh: settings.cache.freshMinutes * minute,
      stale: settings.cache.staleHours * 60 * minute,
      miss: settings.cache.missSeconds * 1_000,
    }),
    budget: (live, stillWanted) =>
      budget.take(
        live.source.origin,
        live.key === desk.state.front || live.facts.state === 'offered',
        stillWanted,
      ),
    onSignedOut,
  });
  const writer = new Writer({
    desk,
    drafts: parts.drafts,
    cache: parts.cache,
    lookups,
    resolver,
    crm,
    capabilities,
    region,
    now,
    onSignedOut,
  });
  const reads = new Reads({ cache: parts.cache, lookups, crm, capabilities, region });
  const interactions = new Interactions({
    desk,
    drafts: parts.drafts,
    resolver,
    adapter: parts.adapter ?? (() => undefined),
    settings: () => settings,
    region,
    now,
    dropped: parts.onDropped ?? (() => undefined),
  });

  const ready = desk.restore().then(() => {
    writer.recover();
    desk.subscribe(schedule, signal);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

  /** One change after the other; what fails does not stop the next. */
  function enqueue<T>(task: () => Promise<T> | T): Promise<T> {
    const result = queue.then(() => ready).then(task);
    queue = result.catch(() => undefined);
    return result;
  }

  function workspaceReady(): Promise<void> {
    if (desk.state.workspace) return Promise.resolve();
    workspaceLoading ??= loadWorkspace().finally(() => {
      workspaceLoading = undefined;
    });
    return workspaceLoading;
  }

  async function loadWorkspace(): Promise<void> {
    const asked = crm();
    if (!asked) throw new CrmError({ code: 'signed-out' });
    const workspace = await asked.workspace();
    if (asked !== crm()) throw new CrmError({ code: 'signed-out' });
    showWorkspace(workspace);
    interactions.renormalise();
    // A number read otherwise now is looked for again; the lookups that waited for this have their tickets ended.
    for (const { key } of desk.state.interactions) resolver.start(key);
  }

  function connect(next: CrmLink): Promise<void> {
    return enqueue(async () => {
      link = noticeAway(next, { desk, now });
      const crmId = next.status === 'ready' ? next.id : null;
      if (crmId === null || crmId !== desk.crmId) await forgetContacts();
      desk.setCrmId(crmId);
      desk.set({ connection: shownLink(next) });
      if (next.status !== 'ready') return;
      for (const { key, resolution } of desk.state.interactions) {
        if (!isSettled(resolution)) resolver.start(key);
      }
      // Settings of the workspace may have changed since it was read last; what is on screen does not wait for them.
      void refreshWorkspace();
    });
  }

  async function refreshWorkspace(): Promise<void> {
    const asked = crm();
    if (!desk.state.workspace) return void workspaceReady().catch(() => undefined);
    const workspace = await asked?.workspace().catch(() => undefined);
    if (workspace && asked === crm()) showWorkspace(workspace);
  }

  function showWorkspace(workspace: Workspace): void {
    unarranged = workspace;
    desk.set({ workspace: arrangeWorkspace(workspace, settings.crm?.arrangement) });
  }

  /** No contact stays on screen or in the copies of somebody who is not signed in. */
  async function forgetContacts(): Promise<void> {
    lookups.reset();
    for (const { key } of desk.state.interactions) {
      resolver.cancel(key);
      desk.patch(key, (live) => ({ ...live, resolution: { status: 'idle' } }));
    }
    unarranged = undefined;
    desk.set({ recent: [], workspace: null });
    await parts.cache.clear();
  }

  function host(source: HostSource, event: HostEvent): Promise<void> {
    return enqueue(async () => {
      if (event.type === 'interaction') await interactions.upsert(source, event.interaction);
      if (event.type === 'focus') interactions.focus(source, event.interactionId);
      if (event.type === 'inbox') interactions.inboxes.set(source, event.mode);
      await desk.flushed();
    });
  }

  async function send(command: ViewCommand): Promise<CommandReply> {
    await ready;
    try {
      return await obey(command);
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      if (error.code === 'signed-out') onSignedOut();
      return { ok: false, error };
    }
  }

  async function obey(command: ViewCommand): Promise<CommandReply> {
    if (isWrite(command)) return writer.write(command);
    switch (command.type) {
      case 'interaction.show':
        interactions.fronts.show(command.key);
        return done;
      case 'interaction.pin':
        interactions.fronts.pin(command.key, command.pinned);
        return done;
      case 'interaction.dismiss':
        interactions.dismiss(command.key);
        return done;
      case 'interaction.mode':
        toggleMode(command.key, command.mode);
        return done;
      case 'resolve.again':
        resolver.start(command.key, { asked: true });
        return done;
      case 'contact.choose': {
        const contact = await resolver.choose(command.key, command.contactId);
        return contact ? { ok: true, contact } : { ok: false, error: { code: 'not-found' } };
      }
      case 'contact.reject':
        return reject(command.key, command.contactId);
      case 'contact.search':
        return reads.search(command.query);
      case 'contact.get':
        return reads.get(command.contactId);
      case 'identifier.decline':
        desk.patch(command.key, declined);
        return done;
      case 'write.retry':
        return writer.retry(command.writeId);
      case 'write.discard':
        writer.discard(command.key, command.writeId);
        return done;
      case 'draft.save': {
        interactions.fronts.typed(command.key);
        const { key, form, values } = command;
        desk.patch(key, (live) => {
          const { [form]: _, ...others } = live.drafts;
          return { ...live, drafts: values === null ? others : { ...others, [form]: values } };
        });
        await parts.drafts.save(key, form, values);
        return done;
      }
    }
  }

  function toggleMode(key: string, mode: 'reduced' | 'full'): void {
    const live = desk.patch(key, (one) => ({ ...one, mode }));
    if (live) parts.onModeToggled?.(live.source.origin, interactions.inboxes.of(live.source), mode);
  }

  async function reject(key: string, contactId: string): Promise<CommandReply> {
    const live = desk.patch(key, (one) => ({ ...one, rejected: [...new Set([...one.rejected, contactId])] }));
    if (live) await resolver.afterReject(key);
    return done;
  }

  function tick(): Promise<void> {
    return enqueue(async () => {
      interactions.tick();
      for (const { key, resolution } of desk.state.interactions) {
        if (resolution.status === 'failed' && (resolution.retryAt ?? Number.POSITIVE_INFINITY) <= now())
          resolver.start(key);
      }
      await parts.cache.prune(now() - settings.cache.staleHours * 60 * minute);
    });
  }

  /** The next thing that is due by itself. */
  function schedule({ interactions: live }: ViewState): void {
    clearTimeout(timer);
    const due = live.flatMap(({ resolution, hostGoneUntil, finishAt }) => [
      ...(finishAt === undefined ? [] : [finishAt]),
      ...(hostGoneUntil === undefined ? [] : [hostGoneUntil]),
      ...(resolution.status === 'failed' && resolution.retryAt !== undefined ? [resolution.retryAt] : []),
    ]);
    if (due.length > 0) timer = setTimeout(() => void tick(), Math.max(50, Math.min(...due) - now()));
  }

  return {
    ready,
    get state() {
      return desk.state;
    },
    subscribe: (listener, signal) => desk.subscribe(listener, signal),
    host,
    send,
    connect,
    tick,
    hostGone: (page) => enqueue(() => interactions.hostGone(page)),
    hostBack: (page) => enqueue(() => interactions.hostBack(page)),
    setHosts: (hosts) => enqueue(() => desk.set({ hosts })),
    configure: (next) =>
      enqueue(() => {
        const arranged = JSON.stringify(settings.crm?.arrangement);
        settings = next;
        if (arranged === JSON.stringify(next.crm?.arrangement)) return;
        if (unarranged) showWorkspace(unarranged);
        // What a worker before this one read is arranged already.
        else void refreshWorkspace();
      }),
  };
}
