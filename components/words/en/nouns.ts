import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';

/** In a sentence: "No contact has this number". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'number';
  if (kind === 'email') return 'e-mail address';
  if (kind === 'extension') return 'extension';
  return kind === 'username' ? 'user name' : 'ID';
}

/** What an interaction is in a word: "from the call". */
export function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'call';
  if (channel === 'email') return 'e-mail';
  return channel === 'chat' ? 'chat' : 'message';
}
