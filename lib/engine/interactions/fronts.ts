import type { HostSource } from '../../domain/host/host-source.ts';
import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import {
  type FrontInput,
  frontAfterChange,
  frontAfterFocus,
  isPageGone,
  precedence,
} from '../../domain/interaction/front.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import type { LiveStore } from '../live/live-store.ts';

/** A draft changed this lately means that the agent is typing: nothing comes to the front by itself. */
const typingMs = 10_000;

type Looked = Pick<HostSource, 'origin' | 'adapter'> & { id: string };

/** What the agent and the host have their eyes on. */
export class Fronts {
  readonly #liveStore: LiveStore;
  readonly #now: () => number;
  #typed: { key: string; at: number } | undefined;
  #focus: Looked | undefined;
  /** Who gave way since the page was gone, and to whom: for a page that comes back, such as one loaded again in mid-call. */
  #gaveWay: { from: string; to: string | null } | undefined;

  constructor(liveStore: LiveStore, now: () => number) {
    this.#liveStore = liveStore;
    this.#now = now;
  }

  typed(key: string): void {
    this.#typed = { key, at: this.#now() };
  }

  /** Nobody is signed in any more: the form that was typed into is gone. */
  rest(): void {
    this.#typed = undefined;
    this.tick();
  }

  /** The host's focus; it may be on an interaction that is not known yet. */
  focused(looked: Looked | undefined): LiveInteraction | undefined {
    this.#focus = looked;
    return this.#liveStore.state.interactions.findLast((live) => this.hasFocus(live));
  }

  hasFocus({ sightings }: LiveInteraction): boolean {
    const looked = this.#focus;
    if (!looked) return false;
    const key = interactionKey(looked, looked.id);
    return sightings.some(({ source, facts }) => interactionKey(source, facts.id) === key);
  }

  /** It changed by itself, or (`answered`) has just been answered: who is in front now. */
  follow(changed: LiveInteraction, { answered = false } = {}): void {
    const input = this.input();
    const current = this.#liveStore.get(input.front ?? '');
    if (answered && changed.key === this.#gaveWay?.to) this.#gaveWay = undefined;
    const next = this.#isBack(changed, current, input)
      ? changed.key
      : frontAfterChange(input, changed, { answered });
    if (next !== input.front)
      this.#gaveWay = current && isPageGone(current) ? { from: current.key, to: next } : undefined;
    this.#liveStore.set({ front: next });
  }

  /** It begins: in front at once where the host has its eyes on it. */
  begin(live: LiveInteraction): void {
    if (this.hasFocus(live)) this.look(live.key);
    else this.follow(live);
  }

  /** The host's agent looks at it. */
  look(key: string): void {
    this.#gaveWay = undefined;
    this.#liveStore.set({ front: frontAfterFocus(this.input(), key) });
  }

  /** When the one in front, whose page is gone, must give way: it was typed for, and somebody else waits. */
  due(): number | undefined {
    const { front, typing, interactions } = this.input();
    const current = interactions.find(({ key }) => key === front);
    if (!typing || !this.#typed || !current || !isPageGone(current)) return undefined;
    const waits = interactions.some((one) => precedence(one) > precedence(current));
    return waits ? this.#typed.at + typingMs : undefined;
  }

  /** What became due. */
  tick(): void {
    const current = this.#liveStore.get(this.#liveStore.state.front ?? '');
    if (current && isPageGone(current)) this.follow(current);
  }

  /** Its page is there again, and the agent has taken up nobody else meanwhile. */
  #isBack(changed: LiveInteraction, current: LiveInteraction | undefined, input: FrontInput): boolean {
    const { from, to } = this.#gaveWay ?? {};
    if (from !== changed.key || to !== input.front || !isLive(changed.facts.state) || isPageGone(changed))
      return false;
    if (input.typing || input.pinned === input.front) return false;
    return !current || precedence(changed) >= precedence(current);
  }

  show(key: string): void {
    this.#gaveWay = undefined;
    if (this.#liveStore.get(key)) this.#liveStore.set({ front: key });
  }

  pin(key: string, pinned: boolean): void {
    if (!this.#liveStore.get(key)) return;
    if (pinned) this.#liveStore.set({ pinned: key, front: key });
    else if (this.#liveStore.state.pinned === key) this.#liveStore.set({ pinned: null });
  }

  /** An interaction has left the rail: if it was in front, the best of the others is now. */
  left(key: string): void {
    if (this.#liveStore.state.front !== key) return;
    const next = this.#liveStore.state.interactions.at(-1);
    this.#liveStore.set({
      front: next ? frontAfterChange({ ...this.input(), front: null, typing: false }, next) : null,
    });
  }

  input(): FrontInput {
    const { interactions, front, pinned } = this.#liveStore.state;
    const typed = this.#typed;
    // Either way: a clock that was set back does not make a rest of hours.
    const rest = typed === undefined ? typingMs : Math.abs(this.#now() - typed.at);
    const typing = typed?.key === front && rest < typingMs;
    return { interactions, front, pinned, typing };
  }
}
