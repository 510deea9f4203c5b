import { campaignLabel } from '../../../domain/fields/sections.ts';
import type { Channel } from '../../../domain/host/host-event.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import { safeText } from '../../../domain/text/safe-text.ts';

const titles: Record<Channel, string> = {
  phone: 'Incoming call',
  sms: 'New SMS',
  whatsapp: 'New WhatsApp message',
  email: 'New e-mail',
  chat: 'New chat',
  instagram: 'New Instagram message',
  facebook: 'New Facebook message',
  telegram: 'New Telegram message',
  other: 'New interaction',
};

/** What a notification says: channel and campaign; the person only where the settings allow it. */
export function noticeText(live: LiveInteraction, person: boolean): { title: string; message: string } {
  const { channel, campaign } = live.facts;
  const name = person && live.resolution.status === 'matched' ? live.resolution.contact.name : '';
  const label = campaign === undefined ? '' : campaignLabel(campaign.name);
  const message = [name, label]
    .map((part) => safeText(part, 100))
    .filter((part) => part !== '')
    .join(' · ');
  return { title: titles[channel], message: message === '' ? 'Click to see it in Ringside' : message };
}
