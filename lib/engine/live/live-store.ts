import type { EndedInteraction } from '../../domain/interaction/apply-host-interaction.ts';
import { joined } from '../../domain/interaction/join-answers.ts';
import type { AnsweredInteraction } from '../../domain/interaction/live.ts';
import { sameData } from '../../domain/text/same-data.ts';
import { emptyViewState, type ViewState } from '../../domain/view-state.ts';
import type { LiveCopy, RecoveryStore } from './recovery-store.ts';

type Private = Pick<LiveCopy, 'outbox' | 'aside' | 'ended' | 'parties' | 'prunedAt'>;
const keptEnded = 200;

/** The state with what the engine alone knows of its interactions. */
export interface LiveState extends ViewState {
  interactions: AnsweredInteraction[];
}

/**
 * The one place where live state is kept and changed. Changes are synchronous, so that a guard and the change it guards
 * cannot be torn apart; the recovery copy and the listeners get what they add up to, once a microtask. What changes
 * nothing is neither kept nor told: an engine at rest is silent.
 */
export class LiveStore {
  #state: LiveState = { ...emptyViewState, interactions: [] };
  #private: Private;
  readonly #listeners = new Set<(state: LiveState) => void>();
  readonly #dirty = new Set<string>();
  readonly #removed = new Set<string>();
  #restDirty = false;
  #scheduled: Promise<void> | undefined;
  #saving: Promise<void> = Promise.resolve();
  readonly #recovery: RecoveryStore;
  readonly #onError: (error: unknown) => void;

  /** `onError`: a listener threw. */
  constructor(recovery: RecoveryStore, now: number, onError: (error: unknown) => void = () => undefined) {
    this.#private = { outbox: [], aside: {}, ended: [], parties: {}, prunedAt: now };
    this.#recovery = recovery;
    this.#onError = onError;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** What no view is shown, or only a part of. */
  get kept(): Readonly<Private> {
    return this.#private;
  }

  keep(change: Partial<Private>): void {
    const names = Object.keys(change) as (keyof typeof change)[]; // Its own, as typed.
    if (names.every((name) => sameData(this.#private[name], change[name]))) return;
    this.#private = { ...this.#private, ...change };
    this.#restDirty = true;
    this.#schedule();
  }

  get(key: string): AnsweredInteraction | undefined {
    return this.#state.interactions.find((one) => one.key === key);
  }

  /** Takes up what a killed worker left. */
  async restore(): Promise<void> {
    const { interactions, rest } = await this.#recovery.load();
    const ordered = interactions.map(joined).toSorted((a, b) => a.startedAt - b.startedAt);
    this.#state = { ...this.#state, interactions: ordered };
    if (rest === null) return;
    const { outbox, aside, ended, parties, prunedAt, ...shown } = rest;
    this.#private = { outbox, aside, ended, parties, prunedAt };
    this.#state = { ...this.#state, ...shown };
  }

  /** Adds an interaction, or replaces the one of the same key. */
  put(live: AnsweredInteraction): void {
    const before = this.get(live.key);
    if (before !== undefined && sameData(before, live)) return;
    const known = before !== undefined;
    const interactions = known
      ? this.#state.interactions.map((one) => (one.key === live.key ? live : one))
      : [...this.#state.interactions, live];
    this.#dirty.add(live.key);
    this.#removed.delete(live.key);
    this.#change({ interactions });
  }

  /** Changes an interaction that is still there; answers what it became. */
  patch(
    key: string,
    change: (live: AnsweredInteraction) => AnsweredInteraction,
  ): AnsweredInteraction | undefined {
    const live = this.get(key);
    if (live === undefined) return undefined;
    const changed = change(live);
    if (changed !== live) this.put(changed);
    return changed;
  }

  remove(key: string, ends: EndedInteraction[] = []): void {
    this.#dirty.delete(key);
    this.#removed.add(key);
    this.keep({ ended: [...ends, ...this.#private.ended].slice(0, keptEnded) });
    this.#restDirty = true;
    this.#change({
      interactions: this.#state.interactions.filter((one) => one.key !== key),
      ...(this.#state.pinned === key && { pinned: null }),
    });
  }

  ended(base: string): EndedInteraction | undefined {
    return this.#private.ended.find((one) => one.base === base);
  }

  set(change: Partial<Omit<ViewState, 'interactions'>>): void {
    const names = Object.keys(change) as (keyof typeof change)[]; // Its own, as typed.
    if (names.every((name) => sameData(this.#state[name], change[name]))) return;
    this.#restDirty = true;
    this.#change(change);
  }

  subscribe(listener: (state: LiveState) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
    this.#tell(listener);
  }

  /** Resolves when everything changed so far would survive a kill. */
  async flushed(): Promise<void> {
    await this.#scheduled;
    await this.#saving;
  }

  #change(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    this.#schedule();
  }

  #schedule(): void {
    this.#scheduled ??= Promise.resolve().then(() => {
      this.#scheduled = undefined;
      this.#saving = this.#saving.then(() => this.#save());
      for (const listener of this.#listeners) this.#tell(listener);
    });
  }

  /** One that throws stops neither the others nor what is kept for a killed worker. */
  #tell(listener: (state: LiveState) => void): void {
    try {
      listener(this.#state);
    } catch (error) {
      this.#onError(error);
    }
  }

  async #save(): Promise<void> {
    const saves = [...this.#removed].map((key) => this.#recovery.removeInteraction(key));
    for (const key of this.#dirty) {
      const live = this.get(key);
      if (!live) continue;
      const { resolution: _, answeredBy: __, silent: ___, ...kept } = live;
      saves.push(this.#recovery.saveInteraction(kept));
    }
    if (this.#restDirty) {
      const { interactions: _, ...shown } = this.#state;
      saves.push(this.#recovery.saveRest({ ...shown, ...this.#private }));
    }
    this.#removed.clear();
    this.#dirty.clear();
    this.#restDirty = false;
    // The copy is for a killed worker; where it cannot be written (quota), the live state goes on without it.
    await Promise.allSettled(saves);
  }
}
