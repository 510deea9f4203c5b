import { type FrontInput, frontAfterChange } from '../domain/front.ts';
import { interactionKey } from '../domain/interaction-key.ts';
import type { HostSource, LiveInteraction } from '../domain/live.ts';
import type { Desk } from './desk.ts';

/** A draft changed this lately means that the agent is typing: nothing comes to the front by itself. */
const typingMs = 10_000;

type Looked = Pick<HostSource, 'origin' | 'adapter'> & { id: string };

/** What the agent and the host have their eyes on. */
export class Fronts {
  readonly #desk: Desk;
  readonly #now: () => number;
  #typed: { key: string; at: number } | undefined;
  #focus: Looked | undefined;

  constructor(desk: Desk, now: () => number) {
    this.#desk = desk;
    this.#now = now;
  }

  typed(key: string): void {
    this.#typed = { key, at: this.#now() };
  }

  /** The host's focus; it may be on an interaction that is not known yet. */
  focused(looked: Looked | undefined): LiveInteraction | undefined {
    this.#focus = looked;
    return this.#desk.state.interactions.findLast((live) => this.hasFocus(live));
  }

  hasFocus({ sightings }: LiveInteraction): boolean {
    const looked = this.#focus;
    if (!looked) return false;
    const key = interactionKey(looked, looked.id);
    return sightings.some(({ source, facts }) => interactionKey(source, facts.id) === key);
  }

  show(key: string): void {
    if (this.#desk.get(key)) this.#desk.set({ front: key });
  }

  pin(key: string, pinned: boolean): void {
    if (!this.#desk.get(key)) return;
    if (pinned) this.#desk.set({ pinned: key, front: key });
    else if (this.#desk.state.pinned === key) this.#desk.set({ pinned: null });
  }

  /** An interaction has left the rail: if it was in front, the best of the others is now. */
  left(key: string): void {
    if (this.#desk.state.front !== key) return;
    const next = this.#desk.state.interactions.at(-1);
    this.#desk.set({
      front: next ? frontAfterChange({ ...this.input(), front: null, typing: false }, next) : null,
    });
  }

  input(): FrontInput {
    const { interactions, front, pinned } = this.#desk.state;
    const typed = this.#typed;
    const typing = typed !== undefined && typed.key === front && this.#now() - typed.at < typingMs;
    return { interactions, front, pinned, typing };
  }
}
