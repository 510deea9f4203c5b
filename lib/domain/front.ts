import { isLive } from './apply-host-interaction.ts';
import type { LiveInteraction } from './live.ts';

export interface FrontInput {
  /** In the order they started. */
  interactions: readonly LiveInteraction[];
  front: string | null;
  pinned: string | null;
  /** The agent is typing for the interaction in front. */
  typing: boolean;
}

/**
 * Who is in front after something changed by itself (A11). What the agent is doing stays: only a front that has ended,
 * or that is not being spoken to while this one is, gives way, and never one that is pinned or being typed for.
 */
export function frontAfterChange(input: FrontInput, changed: LiveInteraction): string | null {
  const current = input.interactions.find(({ key }) => key === input.front);
  if (current === undefined) return input.typing ? input.front : bestOf(input.interactions, changed);
  if (current.key === changed.key || input.pinned === current.key || input.typing) return current.key;
  return precedence(changed) > precedence(current) ? changed.key : current.key;
}

/** The host says which one the agent looks at: it comes to the front unless another is pinned. */
export function frontAfterFocus({ front, pinned, interactions }: FrontInput, focused: string): string | null {
  if (pinned !== null && interactions.some(({ key }) => key === pinned)) return front;
  return interactions.some(({ key }) => key === focused) ? focused : front;
}

function bestOf(interactions: readonly LiveInteraction[], preferred: LiveInteraction): string | null {
  const best = interactions.reduce<LiveInteraction | undefined>(
    (found, one) => (found === undefined || precedence(one) > precedence(found) ? one : found),
    interactions.find(({ key }) => key === preferred.key),
  );
  return best?.key ?? null;
}

/** Being spoken to, then ringing or on hold, then being wrapped up; what waits for anybody comes last. */
function precedence({ facts: { state } }: LiveInteraction): number {
  if (state === 'active') return 3;
  if (state === 'held' || state === 'offered') return 2;
  return isLive(state) ? 0 : 1;
}
