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
 * or that is not being spoken to while this one is, gives way, and never one that is pinned or being typed for. Of two
 * that are spoken to, the one `answered` in this moment comes forward: nothing tells fresher whom the agent talks to.
 *
 * Where the page of the one in front is gone, nobody is known to be spoken to there, and it gives way to whatever rings,
 * is spoken or on hold. A pin was for the conversation and does not hold it; typing does, for as long as keys are pressed,
 * since no key may land in another person's form.
 */
export function frontAfterChange(
  input: FrontInput,
  changed: LiveInteraction,
  { answered = false } = {},
): string | null {
  const current = input.interactions.find(({ key }) => key === input.front);
  if (current === undefined) return input.typing ? input.front : bestOf(input.interactions, changed);
  if (input.typing || isPinned(input, current)) return current.key;
  if (isPageGone(current)) return bestOf(input.interactions, changed, current);
  if (current.key === changed.key) return current.key;
  const apart = precedence(changed) - precedence(current);
  if (apart === 0 && answered && changed.facts.state === 'active')
    return isOfLesserVoice(changed, current) ? current.key : changed.key;
  return apart > 0 ? changed.key : current.key;
}

/** The host says which one the agent looks at: it comes to the front unless another is pinned, or its page is gone. */
export function frontAfterFocus(input: FrontInput, focused: string): string | null {
  const { front, interactions } = input;
  if (interactions.some((one) => isPinned(input, one))) return front;
  return interactions.some((one) => one.key === focused && !isPageGone(one)) ? focused : front;
}

/** It is not over as far as anybody knows, and there is no page any more that could say so. */
export function isPageGone({ facts, hostGoneUntil }: LiveInteraction): boolean {
  return hostGoneUntil !== undefined && isLive(facts.state);
}

function isPinned({ pinned }: FrontInput, live: LiveInteraction): boolean {
  return pinned === live.key && !isPageGone(live);
}

/** A message that was taken up while the agent is on the phone. */
function isOfLesserVoice(one: LiveInteraction, other: LiveInteraction): boolean {
  return one.facts.channel !== 'phone' && other.facts.channel === 'phone';
}

/** Of equals `stays`, else `preferred`, else the one that began first. */
function bestOf(
  interactions: readonly LiveInteraction[],
  preferred: LiveInteraction,
  stays = preferred,
): string | null {
  const first = [stays.key, preferred.key];
  const ordered = [
    ...first.flatMap((wanted) => interactions.filter(({ key }) => key === wanted)),
    ...interactions,
  ];
  const best = ordered.reduce<LiveInteraction | undefined>(
    (found, one) => (found === undefined || precedence(one) > precedence(found) ? one : found),
    undefined,
  );
  return best?.key ?? null;
}

/**
 * Being spoken to, then ringing or on hold, then whatever lost its page, then being wrapped up; what waits for anybody
 * comes last.
 */
export function precedence(live: LiveInteraction): number {
  const { state } = live.facts;
  if (state === 'pending') return 0;
  if (!isLive(state)) return 1;
  if (isPageGone(live)) return 2;
  return state === 'active' ? 4 : 3;
}
