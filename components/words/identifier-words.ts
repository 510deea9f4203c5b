import type { Identifier, IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import { safeText, safeUrl } from '../../lib/domain/text/safe-text.ts';
import { groupPhone } from './phone-groups.ts';
import { sharedWords } from './shared-words.ts';

/** What a kind of ClientID is called beside its value. */
export function identifierLabel(kind: IdentifierKind): string {
  return sharedWords().identifiers.labels[kind];
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
