import type { Crm } from '../../crms/crm.ts';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { withAnswer } from '../../domain/interaction/join-answers.ts';
import type { ContactCache } from '../cache/contact-cache.ts';
import type { CrmLink } from '../live/engine-parts.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { KeptParty } from '../live/recovery-store.ts';
import { guardCrm } from './guarded-crm.ts';
import { noticeAway } from './notice-away.ts';
import { qualifiedCrm } from './qualified-crm.ts';
import type { ShownConnections } from './shown-connections.ts';

type ReadyLink = Extract<CrmLink, { status: 'ready' }>;

/** Who is signed in where: take it before asking the CRM, and see afterwards whether it still holds. */
export interface Party extends KeptParty {
  crm: Crm;
}

/** What an agent has begun in a CRM and not finished. */
export interface OwnThings {
  /** Its owner is not signed in there any more: out of sight. */
  hide(crm: string, owner: string | undefined): void;
  /** Reads what this person had begun; call the answer in the moment when they are signed in. */
  find(crm: string, owner: string): Promise<() => void>;
  /** What one sign-in began while nobody knew whose it was turns out to be this person's. */
  give(crm: string, from: string, to: string): Promise<void> | void;
}

export interface StandingParts {
  /** Of the connection. */
  id: string;
  liveStore: LiveStore;
  shown: ShownConnections;
  cache: ContactCache;
  /** What is being looked up counts for nobody any more. */
  lookups: { reset(): void };
  own: OwnThings[];
  now: () => number;
  /** Nobody is signed in any more: nothing that is under way for anybody counts. */
  onLeft: () => void;
}

/**
 * Who is signed in at one CRM, and the means to ask it. When that changes, everything of the former agent there leaves the
 * state in one step, and only when it has left is the next one's there: no moment has two people in it.
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
    const kept = this.#kept();
    return this.#link.status === 'ready' && kept ? { ...kept, crm: this.#link.crm } : undefined;
  }

  crm(): Crm | undefined {
    return this.now()?.crm;
  }

  /** The same person at the same CRM; a sign-in whose person became known since is the same too. */
  still({ signIn, owner }: KeptParty): boolean {
    const now = this.now();
    return now !== undefined && (now.owner === owner || now.signIn === signIn);
  }

  /** What was meant on the screen of this owner is meant for who is signed in now. undefined: on nobody's. */
  isOn(owner: string | undefined): boolean {
    const now = this.now();
    return owner === now?.owner || (now !== undefined && owner === now.signIn);
  }

  async connect(given: CrmLink): Promise<void> {
    const { id, shown } = this.#parts;
    const next = this.#listened(given);
    const kept = this.#kept();
    const isOther = next.status !== 'ready' || next.id !== kept?.signIn || isAnother(next, kept);
    if (isOther) {
      await this.#leave(next);
      if (next.status === 'ready') await this.#enter(next, next.owner ?? next.id);
      else this.#link = next;
    } else if (next.owner === undefined || next.owner === kept.owner) {
      this.#link = next;
      shown.put(id, { ...next, owner: kept.owner });
    } else await this.#recognise(next, kept, next.owner);
  }

  #listened(link: CrmLink): CrmLink {
    if (link.status !== 'ready') return link;
    const { id, shown } = this.#parts;
    return noticeAway({ ...link, crm: guardCrm(qualifiedCrm(link.crm, id)) }, (error) =>
      shown.away(id, error),
    );
  }

  /** No contact, draft or write stays on screen or in the copies of somebody who is not signed in. */
  async #leave(next: CrmLink): Promise<void> {
    const { id, liveStore, shown, cache, lookups, own, onLeft } = this.#parts;
    this.#link = { status: 'not-connected' };
    lookups.reset();
    onLeft();
    const owner = this.#kept()?.owner;
    this.#keep(undefined);
    for (const { key } of liveStore.state.interactions)
      liveStore.patch(key, (live) => withAnswer(live, id, undefined));
    liveStore.set({ recent: liveStore.state.recent.filter(({ contact }) => crmOfRef(contact.id) !== id) });
    // Also where the next one is at the door: views must see that the former one has gone.
    shown.put(id, next.status === 'ready' ? { status: 'signed-out', label: next.label } : next);
    for (const things of own) things.hide(id, owner);
    await cache.clear();
  }

  async #enter(next: ReadyLink, owner: string): Promise<void> {
    const { id, own, shown } = this.#parts;
    const found = await Promise.all(own.map((things) => things.find(id, owner)));
    this.#link = next;
    this.#keep({ signIn: next.id, owner });
    shown.put(id, { ...next, owner });
    for (const show of found) show();
  }

  /** Until now only the sign-in was known, now its person is: what was begun meanwhile is theirs. */
  async #recognise(next: ReadyLink, before: KeptParty, owner: string): Promise<void> {
    const { id, own, shown } = this.#parts;
    const found = await Promise.all(own.map((things) => things.find(id, owner)));
    this.#link = next;
    this.#keep({ signIn: next.id, owner });
    shown.put(id, { ...next, owner });
    for (const things of own) await things.give(id, before.owner, owner);
    for (const show of found) show();
  }

  #kept(): KeptParty | undefined {
    return this.#parts.liveStore.kept.parties[this.#parts.id];
  }

  #keep(party: KeptParty | undefined): void {
    const { id, liveStore } = this.#parts;
    const { [id]: _, ...others } = liveStore.kept.parties;
    liveStore.keep({ parties: party ? { ...others, [id]: party } : others });
  }
}

/** The CRM names another person for the very same sign-in. */
function isAnother(next: ReadyLink, { signIn, owner }: KeptParty): boolean {
  return next.owner !== undefined && next.owner !== owner && owner !== signIn;
}
