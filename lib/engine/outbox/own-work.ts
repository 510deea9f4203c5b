import { contactRef, crmOfRef, idOfRef } from '../../domain/contact/contact-ref.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { OwnThings } from '../connection/standing.ts';
import type { DraftStore, DraftValues } from '../drafts/draft-store.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { Work } from '../live/recovery-store.ts';
import { within } from '../waiting/within.ts';

/** So long somebody's signing in waits for what they had begun; what comes later is shown then. */
const draftsWaitMs = 250;
const nothing: Work = { drafts: {}, rejected: [], declined: [] };

/**
 * What an agent has begun in interactions and not finished: drafts, and whom they said *Not this person* of. Each is of one
 * CRM and of the person who is signed in there: put aside when they are signed out, shown to nobody else, and back when they
 * sign in again.
 */
export class OwnWork implements OwnThings {
  readonly #liveStore: LiveStore;
  readonly #draftsOf: (crm: string) => DraftStore;
  /** Interaction and draft → typed or dropped by this engine: what a store says late is older. */
  readonly #saved = new Set<string>();

  constructor(liveStore: LiveStore, draftsOf: (crm: string) => DraftStore) {
    this.#liveStore = liveStore;
    this.#draftsOf = draftsOf;
  }

  /** Shows the signed-in agents' drafts of an interaction that begins, as soon as a store says them: it does not wait for them. */
  bring(key: string): void {
    for (const [crm, { owner }] of Object.entries(this.#liveStore.kept.parties))
      this.#read(crm, owner, key).then(
        (kept) => this.#showRead(crm, owner, key, kept),
        () => undefined,
      );
  }

  /** Shown at once; resolves when it is kept. */
  async save(crm: string, key: string, form: string, values: DraftValues | null): Promise<void> {
    const owner = this.#liveStore.kept.parties[crm]?.owner;
    if (owner === undefined) throw new CrmError({ code: 'signed-out' });
    const name = contactRef(crm, form);
    this.#saved.add(savedKey(owner, key, name));
    this.#liveStore.patch(key, (live) => {
      const { [name]: _, ...others } = live.drafts;
      return { ...live, drafts: values === null ? others : { ...others, [name]: values } };
    });
    await this.#draftsOf(crm).save(ownKey(owner, key), form, values);
  }

  /** It was typed on the screen of somebody who is not signed in any more, and is theirs. */
  keepFor(
    owner: string,
    { key, form, values }: { key: string; form: string; values: DraftValues | null },
  ): void {
    const { drafts, ...work } = this.#aside(owner, key);
    this.#putAside(owner, key, { ...work, drafts: { ...drafts, [form]: values } });
  }

  /** What this draft was for is done. Its owner may have been signed out meanwhile: then it is gone when they are back. */
  async drop(crm: string, owner: string, key: string, form: string): Promise<void> {
    // A draft that cannot be removed is shown again at worst; the write itself is done.
    if (owner === this.#liveStore.kept.parties[crm]?.owner)
      return this.save(crm, key, form, null).catch(() => undefined);
    this.keepFor(owner, { key, form, values: null });
  }

  /** Gives what was begun in one interaction to another: the two are one. */
  move(fromKey: string, toKey: string): void {
    const { parties, aside } = this.#liveStore.kept;
    for (const [whose, works] of Object.entries(aside)) {
      const { [fromKey]: from } = works;
      if (from) this.#putAside(whose, toKey, merged(from, works[toKey]));
    }
    for (const [crm, { owner }] of Object.entries(parties))
      void this.#draftsOf(crm)
        .move(ownKey(owner, fromKey), ownKey(owner, toKey))
        .catch(() => undefined);
  }

  hide(crm: string, owner: string | undefined): void {
    const isOf = (ref: string) => crmOfRef(ref) === crm;
    const isOther = (ref: string) => !isOf(ref);
    for (const { key, drafts, rejected, declined } of this.#liveStore.state.interactions) {
      const begun: Work = {
        drafts: Object.fromEntries(
          Object.entries(drafts).flatMap(([name, values]) => (isOf(name) ? [[idOfRef(name), values]] : [])),
        ),
        rejected: rejected.filter(isOf),
        declined: declined.filter(isOf),
      };
      const isAny = Object.keys(begun.drafts).length + begun.rejected.length + begun.declined.length > 0;
      if (owner !== undefined && isAny) this.#putAside(owner, key, begun);
      this.#liveStore.patch(key, (live) => ({
        ...live,
        drafts: Object.fromEntries(Object.entries(drafts).filter(([name]) => isOther(name))),
        rejected: rejected.filter(isOther),
        declined: declined.filter(isOther),
      }));
    }
  }

  async find(crm: string, owner: string): Promise<() => void> {
    const stored = await Promise.all(
      this.#liveStore.state.interactions.map(
        async ({ key }) => [key, await this.#load(crm, owner, key)] as const,
      ),
    );
    return () => {
      const { [owner]: works = {}, ...others } = this.#liveStore.kept.aside;
      this.#liveStore.keep({ aside: others });
      for (const [key, drafts] of stored) this.#show(crm, key, drafts, works[key]);
      for (const [key, { drafts }] of Object.entries(works)) this.#removeDropped(crm, owner, key, drafts);
    };
  }

  async give(crm: string, _: string, owner: string): Promise<void> {
    for (const { key, drafts } of this.#liveStore.state.interactions)
      for (const [name, values] of Object.entries(drafts))
        if (crmOfRef(name) === crm)
          await this.#draftsOf(crm)
            .save(ownKey(owner, key), idOfRef(name), values)
            .catch(() => undefined);
  }

  async #load(crm: string, owner: string, key: string): Promise<LiveInteraction['drafts']> {
    const read = this.#read(crm, owner, key);
    return within(draftsWaitMs, read).catch(() => {
      read.then(
        (late) => this.#showRead(crm, owner, key, late),
        () => undefined,
      );
      return {};
    });
  }

  async #read(crm: string, owner: string, key: string): Promise<LiveInteraction['drafts']> {
    const kept = await this.#draftsOf(crm).load(ownKey(owner, key));
    return Object.fromEntries(Object.entries(kept).map(([form, values]) => [contactRef(crm, form), values]));
  }

  /** A store takes its time: its agent may not be signed in any more, or has typed since. */
  #showRead(crm: string, owner: string, key: string, read: LiveInteraction['drafts']): void {
    if (owner !== this.#liveStore.kept.parties[crm]?.owner) return;
    const untouched = Object.entries(read).filter(([name]) => !this.#saved.has(savedKey(owner, key, name)));
    this.#liveStore.patch(key, (live) => ({
      ...live,
      drafts: { ...Object.fromEntries(untouched), ...live.drafts },
    }));
  }

  #show(crm: string, key: string, stored: LiveInteraction['drafts'], work: Work = nothing): void {
    const begun = Object.entries(work.drafts).map(([form, values]) => [contactRef(crm, form), values]);
    const drafts: Work['drafts'] = { ...stored, ...Object.fromEntries(begun) };
    const kept = Object.entries(drafts).flatMap(([name, values]) =>
      values === null ? [] : [[name, values]],
    );
    this.#liveStore.patch(key, (live) => ({
      ...live,
      drafts: { ...Object.fromEntries(kept), ...live.drafts },
      rejected: [...new Set([...work.rejected, ...live.rejected])],
      declined: [...new Set([...work.declined, ...live.declined])],
    }));
  }

  #removeDropped(crm: string, owner: string, key: string, drafts: Work['drafts']): void {
    for (const [form, values] of Object.entries(drafts))
      if (values === null)
        void this.#draftsOf(crm)
          .save(ownKey(owner, key), form, null)
          .catch(() => undefined);
  }

  #aside(owner: string, key: string): Work {
    return this.#liveStore.kept.aside[owner]?.[key] ?? nothing;
  }

  #putAside(owner: string, key: string, work: Work): void {
    const { aside } = this.#liveStore.kept;
    this.#liveStore.keep({ aside: { ...aside, [owner]: { ...aside[owner], [key]: work } } });
  }
}

function merged(from: Work, to: Work | undefined): Work {
  return {
    drafts: { ...from.drafts, ...to?.drafts },
    rejected: [...new Set([...from.rejected, ...(to?.rejected ?? [])])],
    declined: [...new Set([...from.declined, ...(to?.declined ?? [])])],
  };
}

function savedKey(owner: string, key: string, name: string): string {
  return JSON.stringify([owner, key, name]);
}

/** Drafts of everybody may be in one store, and of two CRMs on one machine. */
function ownKey(owner: string, key: string): string {
  return JSON.stringify([owner, key]);
}
