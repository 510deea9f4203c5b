import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import type { Channel } from '../../domain/host/host-event.ts';
import { type Members, members, textOf } from '../frames/read-member.ts';

/** Chatwoot's channel classes, without `Channel::` and in small letters; the first that fits. */
const words: [RegExp, Channel][] = [
  [/whatsapp/, 'whatsapp'],
  [/sms/, 'sms'],
  [/mail/, 'email'],
  [/instagram/, 'instagram'],
  [/telegram/, 'telegram'],
  [/facebook/, 'facebook'],
  [/voice|phone/, 'phone'],
  [/webwidget|api/, 'chat'],
];
const byPhone = new Set<Channel>(['whatsapp', 'sms', 'phone']);
const ownIds: Partial<Record<Channel, IdentifierKind>> = {
  instagram: 'instagram',
  telegram: 'telegram',
  facebook: 'facebook',
  whatsapp: 'whatsapp',
};

export function toChannel(name: string): Channel {
  const lower = name.toLowerCase();
  return words.find(([word]) => word.test(lower))?.[1] ?? 'chat';
}

/**
 * What identifies the customer: phone number or e-mail address, the one that the channel goes by first; else the id that
 * the customer's own system gave, else the channel's own id of them, which only its inbox makes unique.
 */
export function readCustomer(
  channel: Channel,
  contact: Members,
  conversation: Members,
): Identifier | undefined {
  const phone = textOf(contact, 'phone_number');
  const email = textOf(contact, 'email');
  const found: Identifier[] = [];
  if (phone !== '') found.push({ kind: 'phone', value: phone });
  if (email !== '') found.push({ kind: 'email', value: email });
  if (!byPhone.has(channel)) found.reverse();
  const identifier = textOf(contact, 'identifier');
  if (identifier !== '') found.push({ kind: 'other', value: identifier });
  const source = textOf(members(conversation, 'contact_inbox'), 'source_id');
  const inbox = textOf(conversation, 'inbox_id');
  if (source !== '')
    found.push({
      kind: ownIds[channel] ?? 'other',
      value: source,
      ...(inbox !== '' && { scope: `inbox ${inbox}` }),
    });
  return found[0];
}
