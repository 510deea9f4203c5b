import type { Identifier, IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import type { HostInteraction } from '../../lib/domain/host/host-event.ts';
import { safeText, safeUrl } from '../../lib/domain/text/safe-text.ts';
import { counted } from './counted.ts';
import { groupPhone } from './phone-groups.ts';

const labels: Record<IdentifierKind, string> = {
  phone: 'Phone',
  email: 'E-mail',
  instagram: 'Instagram ID',
  facebook: 'Facebook ID',
  telegram: 'Telegram ID',
  whatsapp: 'WhatsApp ID',
  username: 'User name',
  extension: 'Extension',
  other: 'Client ID',
};

/** What a kind of ClientID is called beside its value. */
export function identifierLabel(kind: IdentifierKind): string {
  return labels[kind];
}

/** In a sentence: "No contact has this number". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'number';
  if (kind === 'email') return 'e-mail address';
  if (kind === 'extension') return 'extension';
  return kind === 'username' ? 'user name' : 'ID';
}

/** `1 contact has this number`, `4 contacts have this e-mail address`. */
export function carriersWords(count: number, kind: IdentifierKind): string {
  return `${counted(count, 'contact has', 'contacts have')} this ${identifierNoun(kind)}`;
}

/** For eyes: as the engine spells it; without that, a phone number grouped and anything else as it is. */
export function identifierText(identifier: Identifier): string {
  const text = safeText(identifier.display ?? identifier.value, 128);
  return identifier.kind === 'phone' ? groupPhone(text) : text;
}

/** tel: or mailto:, where the kind has such an address; built so that a value cannot add headers to it. */
export function identifierLink(identifier: Identifier): string | undefined {
  if (identifier.kind === 'phone') return safeUrl(`tel:${identifier.value.replace(/[^+\d]/g, '')}`);
  if (identifier.kind !== 'email') return undefined;
  const at = identifier.value.lastIndexOf('@');
  if (at < 1) return undefined;
  const [local, domain] = [identifier.value.slice(0, at), identifier.value.slice(at + 1)];
  return safeUrl(`mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}`);
}

/** What this interaction is in a word: "from the call". */
export function channelNoun(channel: HostInteraction['channel']): string {
  if (channel === 'phone') return 'call';
  if (channel === 'email') return 'e-mail';
  return channel === 'chat' ? 'chat' : 'message';
}
