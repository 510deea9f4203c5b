import { CrmError } from '../../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { DraftStore, DraftValues } from '../drafts/draft-store.ts';
import type { Desk } from '../live/desk.ts';
import type { Work } from '../live/recovery-store.ts';
import { within } from '../waiting/within.ts';

const draftsWaitMs = 250;

/**
 * What an agent has begun in interactions and not finished: drafts, and whom they said *Not this person* of. It is theirs:
 * put aside when they are signed out, shown to nobody else, and back when they sign in again.
 */
export class OwnWork {
  readonly #desk: Desk;
  readonly #drafts: DraftStore;

  constructor(desk: Desk, drafts: DraftStore) {
    this.#desk = desk;
    this.#drafts = drafts;
  }

  /** The signed-in agent's drafts of an interaction, as they were kept; none where the store does not answer in time. */
  async load(key: string, owner: string | null = this.#desk.kept.owner): Promise<LiveInteraction['drafts']> {
    if (owner === null) return {};
    return within(draftsWaitMs, this.#drafts.load(ownKey(owner, key))).catch(() => ({}));
  }

  /** Shown at once; resolves when it is kept. */
  async save(key: string, form: string, values: DraftValues | null): Promise<void> {
    const { owner } = this.#desk.kept;
    if (owner === null) throw new CrmError({ code: 'signed-out' });
    this.#desk.patch(key, (live) => {
      const { [form]: _, ...others } = live.drafts;
      return { ...live, drafts: values === null ? others : { ...others, [form]: values } };
    });
    await this.#drafts.save(ownKey(owner, key), form, values);
  }

  /** It was typed on the screen of somebody who is not signed in any more, and is theirs. */
  keepFor(
    owner: string,
    { key, form, values }: { key: string; form: string; values: DraftValues | null },
  ): void {
    const { drafts, ...work } = this.#aside(owner, key) ?? { drafts: {}, rejected: [], declined: [] };
    this.#putAside(owner, key, { ...work, drafts: { ...drafts, [form]: values } });
  }

  /** What this draft was for is done. Its owner may have been signed out meanwhile: then it is gone when they are back. */
  async drop(owner: string, key: string, form: string): Promise<void> {
    // A draft that cannot be removed is shown again at worst; the write itself is done.
    if (owner === this.#desk.kept.owner) return this.save(key, form, null).catch(() => undefined);
    const { drafts, ...work } = this.#aside(owner, key) ?? { drafts: {}, rejected: [], declined: [] };
    this.#putAside(owner, key, { ...work, drafts: { ...drafts, [form]: null } });
  }

  /** Gives what was begun in one interaction to another: the two are one. */
  move(fromKey: string, toKey: string): void {
    const { owner, aside } = this.#desk.kept;
    for (const [whose, works] of Object.entries(aside)) {
      const { [fromKey]: from } = works;
      if (from) this.#putAside(whose, toKey, merged(from, works[toKey]));
    }
    if (owner === null) return;
    void this.#drafts.move(ownKey(owner, fromKey), ownKey(owner, toKey)).catch(() => undefined);
  }

  /** The agent is not signed in any more. */
  hide(): void {
    const { owner } = this.#desk.kept;
    for (const { key, drafts, rejected, declined } of this.#desk.state.interactions) {
      const begun = Object.keys(drafts).length + rejected.length + declined.length > 0;
      if (owner !== null && begun) this.#putAside(owner, key, { drafts, rejected, declined });
      this.#desk.patch(key, (live) => ({ ...live, drafts: {}, rejected: [], declined: [] }));
    }
  }

  /** Reads what this person had begun; call the answer in the moment when they are signed in. */
  async find(owner: string): Promise<() => void> {
    const stored = await Promise.all(
      this.#desk.state.interactions.map(async ({ key }) => [key, await this.load(key, owner)] as const),
    );
    return () => {
      const { [owner]: works = {}, ...others } = this.#desk.kept.aside;
      this.#desk.keep({ aside: others });
      for (const [key, drafts] of stored) this.#show(key, drafts, works[key]);
      for (const [key, { drafts }] of Object.entries(works)) this.#removeDropped(owner, key, drafts);
    };
  }

  /** What one sign-in began while nobody knew whose it was turns out to be this person's: now it can be kept. */
  async give(owner: string): Promise<void> {
    for (const { key, drafts } of this.#desk.state.interactions)
      for (const [form, values] of Object.entries(drafts))
        await this.#drafts.save(ownKey(owner, key), form, values).catch(() => undefined);
  }

  #show(key: string, stored: LiveInteraction['drafts'], work: Work | undefined): void {
    const drafts = { ...stored, ...work?.drafts };
    const kept = Object.entries(drafts).flatMap(([form, values]) =>
      values === null ? [] : [[form, values]],
    );
    this.#desk.patch(key, (live) => ({
      ...live,
      drafts: { ...Object.fromEntries(kept), ...live.drafts },
      rejected: [...new Set([...(work?.rejected ?? []), ...live.rejected])],
      declined: [...new Set([...(work?.declined ?? []), ...live.declined])],
    }));
  }

  #removeDropped(owner: string, key: string, drafts: Work['drafts']): void {
    for (const [form, values] of Object.entries(drafts))
      if (values === null) void this.#drafts.save(ownKey(owner, key), form, null).catch(() => undefined);
  }

  #aside(owner: string, key: string): Work | undefined {
    return this.#desk.kept.aside[owner]?.[key];
  }

  #putAside(owner: string, key: string, work: Work): void {
    const { aside } = this.#desk.kept;
    this.#desk.keep({ aside: { ...aside, [owner]: { ...aside[owner], [key]: work } } });
  }
}

function merged(from: Work, to: Work | undefined): Work {
  return {
    drafts: { ...from.drafts, ...to?.drafts },
    rejected: [...new Set([...from.rejected, ...(to?.rejected ?? [])])],
    declined: [...new Set([...from.declined, ...(to?.declined ?? [])])],
  };
}

/** Drafts of everybody may be in one store, and of two CRMs on one machine. */
function ownKey(owner: string, key: string): string {
  return JSON.stringify([owner, key]);
}
