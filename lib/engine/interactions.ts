import { applyHostInteraction, endOf, isLive } from '../domain/apply-host-interaction.ts';
import { type FrontInput, frontAfterChange, frontAfterFocus } from '../domain/front.ts';
import type { HostInteraction, InboxMode } from '../domain/host-event.ts';
import { sameIdentifier, sameOrNone } from '../domain/identifier.ts';
import { interactionKey } from '../domain/interaction-key.ts';
import { timeOf, withTimes } from '../domain/interaction-times.ts';
import type { HostSource, LiveInteraction } from '../domain/live.ts';
import type { Settings } from '../domain/settings.ts';
import { ChannelOwners, inherit } from './channel-owners.ts';
import type { Desk } from './desk.ts';
import type { DraftStore } from './draft-store.ts';
import type { EngineParts } from './engine-parts.ts';
import { identified } from './identify.ts';
import { anchorOf } from './resolution-parts.ts';
import type { Resolver } from './resolver.ts';
import { within } from './within.ts';

export interface InteractionsParts {
  desk: Desk;
  drafts: DraftStore;
  resolver: Resolver;
  adapter: NonNullable<EngineParts['adapter']>;
  settings: () => Settings;
  region: () => string;
  now: () => number;
}

/** A host page that goes away may be back after a reload (D4). */
const goneMs = 60_000;
/** A draft changed this lately means that the agent is typing: nothing comes to the front by itself. */
const typingMs = 10_000;
const draftsWaitMs = 250;
const keptFinished = 5;
/** More live interactions of one origin than any agent has are a page that misbehaves. */
const mostOfOneOrigin = 100;

/** What hosts say becomes live interactions here: one for each, whatever order and however often it is said. */
export class Interactions {
  readonly #parts: InteractionsParts;
  readonly #owners: ChannelOwners;
  readonly #inboxes = new Map<string, InboxMode>();
  #typed: { key: string; at: number } | undefined;
  #focus: { origin: string; adapter: string; id: string } | undefined;

  constructor(parts: InteractionsParts) {
    this.#parts = parts;
    this.#owners = new ChannelOwners(parts.desk, parts.adapter);
  }

  typed(key: string): void {
    this.#typed = { key, at: this.#parts.now() };
  }

  inbox(source: HostSource, mode: InboxMode): void {
    this.#inboxes.set(`${source.tabId}|${source.origin}`, mode);
    const { desk } = this.#parts;
    desk.set({
      hosts: desk.state.hosts.map((host) =>
        host.origin === source.origin ? { ...host, inbox: mode } : host,
      ),
    });
  }

  inboxOf(source: HostSource): InboxMode {
    return this.#inboxes.get(`${source.tabId}|${source.origin}`) ?? 'unknown';
  }

  focus(source: HostSource, id: string | null): void {
    this.#focus = id === null ? undefined : { origin: source.origin, adapter: source.adapter, id };
    const live = id === null ? undefined : this.#find(source, id);
    if (live) this.#parts.desk.set({ front: frontAfterFocus(this.#frontInput(), live.key) });
  }

  async upsert(source: HostSource, said: HostInteraction): Promise<void> {
    const { desk, now } = this.#parts;
    const host = this.#parts.settings().hosts.find(({ origin }) => origin === source.origin);
    if (said.direction === 'internal' && !host?.popInternal) return;
    if (this.#owners.muted(source, said.channel)) return;
    const adapter = this.#parts.adapter(source.adapter);
    const contactIdFrom = adapter?.contactId ?? 'header';
    const trusted = contactIdFrom === 'contract' || host?.trustContactIdHeader === true;
    const { contactId, ...facts } = said;
    const counted: HostInteraction = { ...facts, ...(contactId !== undefined && trusted && { contactId }) };
    const known = this.#find(source, said.id);
    const others = desk.state.interactions.filter((one) => one.source.origin === source.origin);
    if (!known && others.length >= mostOfOneOrigin) return;
    const outcome = applyHostInteraction(known, desk.ended(interactionKey(source, said.id)), counted, now());
    if (outcome.kind === 'drop') return;
    if (outcome.kind === 'update' && known) this.#update(known, source, outcome.facts);
    if (outcome.kind === 'new') await this.#begin(source, outcome.facts, contactIdFrom, known);
  }

  /** Numbers are read again, now that the workspace's region is known. */
  renormalise(): void {
    for (const live of this.#parts.desk.state.interactions) {
      const read = identified(live, this.#parts.region());
      if (!sameOrNone(live.identifier, read.identifier)) this.#parts.desk.put(read);
    }
  }

  hostGone(page: { tabId: number; frameId?: number }): void {
    const { desk, now } = this.#parts;
    desk.dropOwners(page);
    for (const { key, source, facts } of desk.state.interactions) {
      const there =
        source.tabId !== page.tabId || (page.frameId !== undefined && source.frameId !== page.frameId);
      if (there || !isLive(facts.state)) continue;
      desk.patch(key, (live) => ({ ...live, hostGoneUntil: live.hostGoneUntil ?? now() + goneMs }));
    }
  }

  hostBack(page: { tabId: number; frameId: number }): void {
    for (const { key, source } of this.#parts.desk.state.interactions) {
      if (source.tabId !== page.tabId || source.frameId !== page.frameId) continue;
      this.#parts.desk.patch(key, ({ hostGoneUntil: _, ...live }) => live);
    }
  }

  /** Finishes what a gone host has not said again in time. */
  tick(): void {
    const { desk, now } = this.#parts;
    for (const live of desk.state.interactions) {
      if (live.hostGoneUntil === undefined || live.hostGoneUntil > now()) continue;
      this.#update(live, live.source, { ...live.facts, state: 'finished', endReason: 'host-gone' });
    }
  }

  dismiss(key: string): void {
    const live = this.#parts.desk.get(key);
    if (live && !isLive(live.facts.state)) this.#leave(live);
  }

  show(key: string): void {
    if (this.#parts.desk.get(key)) this.#parts.desk.set({ front: key });
  }

  pin(key: string, pinned: boolean): void {
    if (!this.#parts.desk.get(key)) return;
    if (pinned) this.#parts.desk.set({ pinned: key, front: key });
    else if (this.#parts.desk.state.pinned === key) this.#parts.desk.set({ pinned: null });
  }

  async #begin(
    source: HostSource,
    facts: HostInteraction,
    contactIdFrom: 'header' | 'contract',
    former: LiveInteraction | undefined,
  ): Promise<void> {
    const { desk, now, region, resolver } = this.#parts;
    // A host that uses an id again must not meet the drafts or lookups of its former life.
    const key = former ? interactionKey(source, facts.id, now()) : interactionKey(source, facts.id);
    if (former) this.#leave(former);
    const drafts = await this.#draftsOf(key);
    const bare: LiveInteraction = {
      key,
      source,
      facts,
      contactIdFrom,
      resolution: { status: 'idle' },
      drafts,
      rejected: [],
      declined: [],
      mode: this.#modeFor(source),
      writes: [],
      startedAt: timeOf(facts.startedAt) ?? now(),
    };
    const live = withTimes(identified(bare, region()), undefined, now());
    const replaced = this.#takeOver(live);
    desk.put(replaced);
    this.#evictFinished();
    const focused =
      this.#focus && interactionKey(this.#focus, this.#focus.id) === interactionKey(source, facts.id);
    const input = this.#frontInput();
    desk.set({ front: focused ? frontAfterFocus(input, key) : frontAfterChange(input, replaced) });
    resolver.start(key);
  }

  #update(known: LiveInteraction, source: HostSource, facts: HostInteraction): void {
    const { desk, now, region, resolver } = this.#parts;
    const { hostGoneUntil: _, ...rest } = known;
    const changed = withTimes(identified({ ...rest, source, facts }, region()), known, now());
    if (!isLive(facts.state)) {
      this.#end(changed);
      return;
    }
    desk.put(changed);
    desk.set({ front: frontAfterChange(this.#frontInput(), changed) });
    const other =
      !sameOrNone(known.identifier, changed.identifier) || known.facts.contactId !== facts.contactId;
    const settled = known.facts.withheld !== facts.withheld && changed.identifier === undefined;
    if (!other && !settled) return;
    // Another person: what was shown goes at once. One who becomes known late: what the agent chose stays.
    const arrived =
      (known.identifier === undefined || sameIdentifier(known.identifier, changed.identifier)) &&
      (known.facts.contactId === undefined || known.facts.contactId === facts.contactId);
    if (!arrived || anchorOf(known) === undefined) {
      resolver.cancel(known.key);
      const rejected = arrived ? changed.rejected : [];
      desk.put({
        ...changed,
        rejected,
        declined: arrived ? changed.declined : [],
        resolution: this.#before(changed),
      });
    }
    resolver.start(known.key);
  }

  /** What was never answered leaves the rail; what was stays, until it is closed or the agent takes it away. */
  #end(live: LiveInteraction): void {
    const { desk } = this.#parts;
    if (live.facts.state === 'closed' || live.answeredAt === undefined) {
      this.#leave(live);
      return;
    }
    desk.put(live);
    this.#evictFinished();
    const next = desk.state.interactions.find(({ facts }) => facts.state === 'active');
    if (desk.state.front === live.key && next)
      desk.set({ front: frontAfterChange(this.#frontInput(), next) });
  }

  #leave(live: LiveInteraction): void {
    const { desk, now, resolver } = this.#parts;
    resolver.cancel(live.key);
    desk.remove(live.key, {
      base: interactionKey(live.source, live.facts.id),
      at: live.endedAt ?? now(),
      ...endOf(live.facts),
    });
    if (desk.state.front !== live.key) return;
    const next = desk.state.interactions.at(-1);
    desk.set({
      front: next ? frontAfterChange({ ...this.#frontInput(), front: null, typing: false }, next) : null,
    });
  }

  #evictFinished(): void {
    const finished = this.#parts.desk.state.interactions.filter(({ facts }) => !isLive(facts.state));
    const unread = finished.filter(
      ({ key, drafts }) => key !== this.#parts.desk.state.front && Object.keys(drafts).length === 0,
    );
    for (const live of unread.slice(0, Math.max(0, finished.length - keptFinished))) this.#leave(live);
  }

  /** The call that a lesser adapter had shown goes on under the better one. */
  #takeOver(live: LiveInteraction): LiveInteraction {
    const { desk, drafts } = this.#parts;
    let heir = live;
    for (const former of this.#owners.superseded(live)) {
      if (sameIdentifier(former.identifier, live.identifier)) {
        heir = inherit(heir, former);
        void drafts.move(former.key, live.key).catch(() => undefined);
        if (desk.state.front === former.key) desk.set({ front: live.key });
      }
      this.#leave(former);
    }
    return heir;
  }

  /** What a view shows until the lookup has begun. */
  #before(live: LiveInteraction): LiveInteraction['resolution'] {
    if (this.#parts.desk.state.connection.status !== 'ready') return { status: 'idle' };
    const { identifier } = live;
    const by = live.facts.contactId === undefined ? 'client-id' : 'contact-id';
    if (identifier || by === 'contact-id') {
      return { status: 'resolving', by, since: this.#parts.now(), ...(identifier && { identifier }) };
    }
    return { status: live.facts.channel === 'phone' ? 'withheld' : 'idle' };
  }

  #modeFor(source: HostSource): 'reduced' | 'full' {
    const { open, remembered } = this.#parts.settings().view;
    if (open !== 'auto') return open;
    const inbox = this.inboxOf(source);
    return remembered[`${source.origin}|${inbox}`] ?? (inbox === 'full' ? 'full' : 'reduced');
  }

  /** A store that does not answer must not hold up the pop. */
  #draftsOf(key: string): Promise<LiveInteraction['drafts']> {
    return within(draftsWaitMs, this.#parts.drafts.load(key)).catch(() => ({}));
  }

  #find(source: Pick<HostSource, 'origin' | 'adapter'>, id: string): LiveInteraction | undefined {
    return this.#parts.desk.state.interactions.findLast(
      (one) =>
        one.source.origin === source.origin && one.source.adapter === source.adapter && one.facts.id === id,
    );
  }

  #frontInput(): FrontInput {
    const { interactions, front, pinned } = this.#parts.desk.state;
    const typing =
      this.#typed !== undefined && this.#typed.key === front && this.#parts.now() - this.#typed.at < typingMs;
    return { interactions, front, pinned, typing };
  }
}
