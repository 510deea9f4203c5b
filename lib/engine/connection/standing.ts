import type { Crm } from '../../crms/crm.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import type { Desk } from '../live/desk.ts';
import type { CrmLink } from '../live/engine-parts.ts';
import { guardCrm } from './guarded-crm.ts';
import { noticeAway } from './notice-away.ts';
import { shownLink } from './shown-link.ts';

/** Who is signed in where: take it before asking the CRM, and see afterwards whether it still holds. */
export interface Party {
  id: string;
  owner: string;
  crm: Crm;
}

export interface StandingParts {
  desk: Desk;
  cache: ContactCache;
  /** What is being looked up counts for nobody any more. */
  lookups: { reset(): void };
  /** The writes of whoever is signed in, in the state. */
  outbox: { show(): void; find(owner: string): Promise<() => void>; give(from: string, to: string): void };
  /** What they have begun: put aside, found again, given to who turned out to be the one. */
  work: { hide(): void; find(owner: string): Promise<() => void>; give(owner: string): Promise<void> };
  now: () => number;
  /** Nobody is signed in any more: nothing that is under way for anybody counts. */
  onLeft: () => void;
}

/**
 * Our standing with one CRM: who is signed in, and the means to ask it. When that changes, everything of the former agent
 * leaves the state in one step, and only when it has left is the next one's there: no moment has two people in it.
 */
export class Standing {
  readonly #parts: StandingParts;
  #link: CrmLink = { status: 'not-connected' };

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  get link(): CrmLink {
    return this.#link;
  }

  /** undefined while there is nobody to ask. */
  now(): Party | undefined {
    const { owner } = this.#parts.desk.kept;
    if (this.#link.status !== 'ready' || owner === null) return undefined;
    return { id: this.#link.id, owner, crm: this.#link.crm };
  }

  crm(): Crm | undefined {
    return this.now()?.crm;
  }

  /** The same person at the same CRM; a sign-in whose person became known since is the same too. */
  still({ id, owner }: Party): boolean {
    const now = this.now();
    return now !== undefined && (now.owner === owner || now.id === id);
  }

  /** What was meant on the screen of this owner is meant for who is signed in now. */
  isOn(owner: string | null): boolean {
    const now = this.now();
    return owner === (now?.owner ?? null) || (now !== undefined && owner === now.id);
  }

  async connect(given: CrmLink): Promise<void> {
    const { desk } = this.#parts;
    const guarded = given.status === 'ready' ? { ...given, crm: guardCrm(given.crm) } : given;
    const next = noticeAway(guarded, { desk, now: this.#parts.now });
    if (next.status !== 'ready' || next.id !== desk.kept.crmId) {
      await this.#leave(next);
      if (next.status === 'ready') await this.#enter(next, next.owner ?? next.id);
      else this.#link = next;
    } else if (next.owner === undefined || next.owner === desk.kept.owner) {
      this.#link = next;
      desk.set({ connection: shownLink({ ...next, owner: desk.kept.owner ?? next.id }) });
    } else await this.#recognise(next, next.owner);
  }

  /** No contact, draft or write stays on screen or in the copies of somebody who is not signed in. */
  async #leave(next: CrmLink): Promise<void> {
    const { desk, cache, lookups, outbox, work, onLeft } = this.#parts;
    this.#link = { status: 'not-connected' };
    lookups.reset();
    onLeft();
    work.hide();
    desk.keep({ owner: null, crmId: null });
    for (const { key } of desk.state.interactions)
      desk.patch(key, (live) => ({ ...live, resolution: { status: 'idle' } }));
    desk.set({
      recent: [],
      workspace: null,
      // Also where the next one is at the door: views must see that the former one has gone.
      connection: shownLink(next.status === 'ready' ? { status: 'signed-out', label: next.label } : next),
    });
    outbox.show();
    await cache.clear();
  }

  async #enter(next: Extract<CrmLink, { status: 'ready' }>, owner: string): Promise<void> {
    const { desk, outbox, work } = this.#parts;
    const [show, take] = await Promise.all([work.find(owner), outbox.find(owner)]);
    this.#link = next;
    desk.keep({ owner, crmId: next.id });
    desk.set({ connection: shownLink({ ...next, owner }) });
    show();
    take();
  }

  /** Until now only the sign-in was known, now its person is: what was begun meanwhile is theirs. */
  async #recognise(next: Extract<CrmLink, { status: 'ready' }>, owner: string): Promise<void> {
    const { desk, outbox, work } = this.#parts;
    const [show, take] = await Promise.all([work.find(owner), outbox.find(owner)]);
    const before = desk.kept.owner;
    this.#link = next;
    desk.keep({ owner });
    desk.set({ connection: shownLink({ ...next, owner }) });
    if (before === next.id) outbox.give(before, owner);
    await work.give(owner);
    show();
    take();
  }
}
