import { campaignLabel } from '../../lib/domain/fields/sections.ts';
import type { LiveInteraction } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { ago, length, secondsUntil, span, timer } from './format-time.ts';
import { sharedWords } from './shared-words.ts';

/** `Inbound call`; `Call` where nobody saw who called. */
export function kindWords({ facts }: LiveInteraction): string {
  return sharedWords().interactions.kind(facts.direction, facts.channel);
}

/** What the host left open, where it gave no number. */
export function noNumberWords({ facts: { direction, channel } }: LiveInteraction): string {
  return sharedWords().interactions.hostDidNotSay(channel, direction === 'outbound');
}

export function campaignWords({ facts }: LiveInteraction): string | undefined {
  return facts.campaign && safeText(campaignLabel(facts.campaign.name), 128);
}

/** How an interaction stands, in words that the line only repeats. */
export interface StateWords {
  /** Said to those who do not see the line; for an active one nothing else says it. */
  spoken?: string;
  word?: string;
  /** A running time; of what is over, how long it lasted. */
  time?: string;
  /** When it ended. */
  ended?: string;
  /** Why there is no time. */
  why?: string;
}

export function stateWords(interaction: LiveInteraction, now: number): StateWords {
  const { facts, startedAt, answeredAt, heldAt, hostGoneUntil } = interaction;
  const { interactions: words, times } = sharedWords();
  if (hostGoneUntil !== undefined && !isOver(interaction))
    return { word: words.pageClosed, time: times.seconds(secondsUntil(hostGoneUntil, now)) };
  switch (facts.state) {
    case 'pending':
      return { word: words.waiting, ...sinceStart(interaction, now) };
    case 'offered':
      if (facts.channel !== 'phone') return { word: words.fresh, ...sinceStart(interaction, now) };
      return {
        word: facts.direction === 'outbound' ? words.calling : words.ringing,
        ...sinceStart(interaction, now),
      };
    case 'held':
      // It was so when it was first seen.
      if (facts.joinedLate && heldAt === answeredAt) return { word: words.held, why: words.whyLate };
      return { word: words.held, time: timer(now - (heldAt ?? answeredAt ?? startedAt)) };
    case 'active': {
      if (facts.joinedLate && facts.answeredAt === undefined)
        return { spoken: words.active, word: words.joinedLate, why: words.whyLate };
      const since = now - (answeredAt ?? startedAt);
      const slow = facts.channel === 'email' || since >= 86_400_000;
      return { spoken: words.active, time: slow ? span(since) : timer(since) };
    }
    case 'finished':
    case 'closed':
      return overWords(interaction, now);
  }
}

/** How long somebody waits; not from when on, where it began before we were there. */
function sinceStart({ facts, startedAt }: LiveInteraction, now: number): { time?: string } {
  if (facts.joinedLate) return {};
  const since = now - startedAt;
  return { time: facts.channel === 'email' || since >= 86_400_000 ? span(since) : timer(since) };
}

function overWords(interaction: LiveInteraction, now: number): StateWords {
  const { facts, answeredAt, endedAt } = interaction;
  const words = sharedWords().interactions;
  const word = endWord(interaction);
  if (endedAt === undefined) return { word };
  if (facts.joinedLate && facts.answeredAt === undefined)
    return { word, ended: words.ended(ago(endedAt, now)), why: words.whyLate };
  if (answeredAt === undefined) return { word, ended: ago(endedAt, now) };
  return { word, time: length(endedAt - answeredAt), ended: words.ended(ago(endedAt, now)) };
}

/** Finished or closed: the agent can no longer talk to the customer. */
export function isOver({ facts }: LiveInteraction): boolean {
  return facts.state === 'finished' || facts.state === 'closed';
}

function endWord({ facts, answeredAt }: LiveInteraction): string {
  const words = sharedWords().interactions;
  if (facts.endReason === 'missed') return words.missed;
  if (facts.endReason === 'failed') return words.failed;
  // A message is not answered as a call is: that it is over is all there is to say.
  return answeredAt === undefined && !facts.joinedLate && facts.channel === 'phone'
    ? words.notAnswered
    : words.finished;
}
