import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { numberInId } from '../../domain/contact/number-in-id.ts';
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

/** The names that Chatwoot makes up for visitors of its web widget: `twilight-sea-543`. */
const madeUp = /^[a-z]+-[a-z]+-\d{1,3}$/;

/**
 * What identifies the customer: phone number or e-mail address, the one that the channel goes by first; else the id that
 * the customer's own system gave, else the channel's own id of them, which only its inbox makes unique. Bridges to WhatsApp
 * leave the number out and put its address in place of an id: then the conversation goes by that number.
 */
export function readCustomer(
  channel: Channel,
  contact: Members,
  conversation: Members,
): Identifier | undefined {
  const identifier = textOf(contact, 'identifier');
  const source = textOf(members(conversation, 'contact_inbox'), 'source_id');
  const told = textOf(contact, 'phone_number');
  const bridged = numberInId(identifier) ?? numberInSource(channel, source);
  const phone = numberInId(told) ?? (told || bridged || '');
  const email = textOf(contact, 'email');
  const found: Identifier[] = [];
  if (phone !== '') found.push({ kind: 'phone', value: phone });
  if (email !== '') found.push({ kind: 'email', value: email });
  if (!byPhone.has(channel) && bridged === undefined) found.reverse();
  if (identifier !== '') found.push({ kind: 'other', value: identifier });
  const inbox = textOf(conversation, 'inbox_id');
  if (source !== '')
    found.push({
      kind: ownIds[channel] ?? 'other',
      value: source,
      ...(inbox !== '' && { scope: `inbox ${inbox}` }),
    });
  return found[0];
}

/** Nobody's name, but one that Chatwoot gave. */
export function isMadeUp(name: string): boolean {
  return madeUp.test(name);
}

/** WhatsApp's own id of a person is the number in E.164 without its plus; of Meta's newer ones, which hide it, it is not. */
function numberInSource(channel: Channel, source: string): string | undefined {
  if (channel === 'whatsapp' && /^[1-9]\d{6,14}$/.test(source)) return `+${source}`;
  return channel === 'email' ? undefined : numberInId(source);
}
