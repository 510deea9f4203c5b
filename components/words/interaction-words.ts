import { campaignLabel } from '../../lib/domain/fields/sections.ts';
import type { LiveInteraction } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { ago, length, secondsUntil, span, timer } from './format-time.ts';

const channelNames: Record<LiveInteraction['facts']['channel'], string> = {
  phone: 'call',
  sms: 'SMS',
  whatsapp: 'WhatsApp message',
  email: 'e-mail',
  chat: 'chat',
  instagram: 'Instagram message',
  facebook: 'Facebook message',
  telegram: 'Telegram message',
  other: 'message',
};

/** `Inbound call`; `Call` where nobody saw who called. */
export function kindWords({ facts }: LiveInteraction): string {
  const kind = channelNames[facts.channel];
  if (facts.direction === 'unknown') return kind.charAt(0).toUpperCase() + kind.slice(1);
  const direction = { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' }[facts.direction];
  return `${direction} ${kind}`;
}

/** What the host left open, where it gave no number. */
export function noNumberWords({ facts: { direction, channel } }: LiveInteraction): string {
  if (channel !== 'phone') return 'The host did not say who this is with';
  return `The host did not say who ${direction === 'outbound' ? 'is called' : 'calls'}`;
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

const joinedLate = 'Ringside was not there when it began';

export function stateWords(interaction: LiveInteraction, now: number): StateWords {
  const { facts, startedAt, answeredAt, heldAt, endedAt, hostGoneUntil } = interaction;
  if (hostGoneUntil !== undefined && !isOver(interaction))
    return { word: 'Page closed', time: `${secondsUntil(hostGoneUntil, now)} s` };
  switch (facts.state) {
    case 'pending':
      return { word: 'Waiting' };
    case 'offered':
      return {
        word: facts.channel === 'phone' ? (facts.direction === 'outbound' ? 'Calling' : 'Ringing') : 'New',
      };
    case 'held':
      // It was so when it was first seen.
      if (facts.joinedLate && heldAt === answeredAt) return { word: 'Held', why: joinedLate };
      return { word: 'Held', time: timer(now - (heldAt ?? answeredAt ?? startedAt)) };
    case 'active': {
      if (facts.joinedLate && facts.answeredAt === undefined)
        return { spoken: 'Active', word: 'Joined late', why: joinedLate };
      const since = now - (answeredAt ?? startedAt);
      const slow = facts.channel === 'email' || since >= 86_400_000;
      return { spoken: 'Active', time: slow ? span(since) : timer(since) };
    }
    case 'finished':
    case 'closed':
      if (endedAt === undefined) return { word: endWord(interaction) };
      if (facts.joinedLate && facts.answeredAt === undefined)
        return { word: endWord(interaction), ended: `ended ${ago(endedAt, now)}`, why: joinedLate };
      if (answeredAt === undefined) return { word: endWord(interaction), ended: ago(endedAt, now) };
      return {
        word: endWord(interaction),
        time: length(endedAt - answeredAt),
        ended: `ended ${ago(endedAt, now)}`,
      };
  }
}

/** Finished or closed: the agent can no longer talk to the customer. */
export function isOver({ facts }: LiveInteraction): boolean {
  return facts.state === 'finished' || facts.state === 'closed';
}

function endWord({ facts, answeredAt }: LiveInteraction): string {
  if (facts.endReason === 'missed') return 'Missed';
  if (facts.endReason === 'failed') return 'Failed';
  // A message is not answered as a call is: that it is over is all there is to say.
  return answeredAt === undefined && !facts.joinedLate && facts.channel === 'phone'
    ? 'Not answered'
    : 'Finished';
}
