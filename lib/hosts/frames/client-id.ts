import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import type { Channel } from '../../domain/host/host-event.ts';
import { messenger } from './phone-party.ts';

/** Words in uContact's channel names → our channels; the first that fits. SMS before calls: a name may hold both. */
const words: [RegExp, Channel][] = [
  [/whatsapp|\bwa\b/, 'whatsapp'],
  [/sms/, 'sms'],
  [/mail/, 'email'],
  [/instagram/, 'instagram'],
  [/telegram/, 'telegram'],
  [/facebook|messenger|\bfb\b/, 'facebook'],
  [/chat/, 'chat'],
  [/phone|tele|call|voice|dial|voip|inbound|outbound/, 'phone'],
];

const kinds: Partial<Record<Channel, IdentifierKind>> = {
  phone: 'phone',
  sms: 'phone',
  email: 'email',
  instagram: 'instagram',
  telegram: 'telegram',
  facebook: 'facebook',
};

export function toChannel(name: string): Channel {
  const lower = name.toLowerCase();
  return words.find(([word]) => word.test(lower))?.[1] ?? 'other';
}

/**
 * The kind of a ClientID from its channel; WhatsApp and web chat carry what they have, so there the value decides.
 * Undefined where there is none.
 */
export function toClientId(channel: Channel, value: string): Identifier | undefined {
  if (value === '') return undefined;
  const kind = kinds[channel];
  if (kind !== undefined && kind !== 'phone') return { kind, value };
  if (messenger.test(value)) return { kind: 'whatsapp', value };
  if (kind !== undefined) return { kind, value };
  // The address of a gateway: its number is read where it arrives.
  if (/^\+\d+@/.test(value)) return { kind: 'username', value };
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { kind: 'email', value };
  if (/^\+?[\d\s().-]{7,}$/.test(value)) return { kind: 'phone', value };
  return { kind: channel === 'whatsapp' ? 'whatsapp' : 'other', value };
}
