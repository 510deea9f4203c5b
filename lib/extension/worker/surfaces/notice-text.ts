import { campaignLabel } from '../../../domain/fields/sections.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import type { NoticeWords } from '../../../domain/interaction/notice-words.ts';
import { safeText } from '../../../domain/text/safe-text.ts';

/** What a notification says: channel and campaign; the person only where the settings allow it. */
export function noticeText(
  live: LiveInteraction,
  person: boolean,
  words: NoticeWords,
): { title: string; message: string } {
  const { channel, campaign } = live.facts;
  const name = person && live.resolution.status === 'matched' ? live.resolution.contact.name : '';
  const label = campaign === undefined ? '' : campaignLabel(campaign.name);
  const message = [name, label]
    .map((part) => safeText(part, 100))
    .filter((part) => part !== '')
    .join(' · ');
  return { title: words[channel], message: message === '' ? words.nameless : message };
}

/** Of so many the button says what they are. */
const mostNamed = 5;

/** What the browser says when somebody points at the button: what the number on it counts; persons only where they may be told. */
export function tooltipText(interactions: LiveInteraction[], person: boolean, words: NoticeWords): string {
  const live = interactions.filter(({ facts }) => facts.state !== 'finished' && facts.state !== 'closed');
  if (live.length === 0) return words.nothingLive;
  const names = live.slice(0, mostNamed).map((one) => {
    const { message } = noticeText(one, person, words);
    return message === words.nameless ? words.kinds[one.facts.channel] : message;
  });
  return words.live(live.length, live.length > mostNamed ? [...names, '…'] : names);
}
