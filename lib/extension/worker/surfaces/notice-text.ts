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
