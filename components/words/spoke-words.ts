import type { Contact } from '../../lib/domain/contact/contact.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';

const verbs: Record<string, string> = {
  phone: 'Spoke',
  email: 'E-mail',
  chat: 'Chat',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
};

/** When a contact was last in touch: `Spoke` `Tue 17 Nov` `with you`, `Never spoke`. In parts, since the middle is telling. */
export function spokeWords(
  contact: Contact,
  {
    now,
    agent,
    when,
  }: { now: number; agent?: string | undefined; when: (at: number, now: number) => string },
): { before: string; when?: string; after?: string } {
  const last = contact.lastInteraction;
  if (!last) return { before: 'Never spoke' };
  const who = last.agent && (last.agent === agent ? 'you' : safeText(last.agent, 64));
  return {
    before: verbs[last.channel] ?? 'Last',
    when: when(Date.parse(last.at), now),
    ...(who && { after: `with ${who}` }),
  };
}
