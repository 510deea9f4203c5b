import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';

/** In a sentence: "Nenhum contato tem este número". All of them are masculine. */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'número';
  if (kind === 'email') return 'endereço de e-mail';
  if (kind === 'extension') return 'ramal';
  return kind === 'username' ? 'nome de usuário' : 'ID';
}

/** What an interaction is in a word. */
export function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'chamada';
  if (channel === 'email') return 'e-mail';
  return channel === 'chat' ? 'chat' : 'mensagem';
}

/** "esta chamada", "este e-mail". */
export function thisChannel(channel: Channel): string {
  return `${isFeminine(channel) ? 'esta' : 'este'} ${channelNoun(channel)}`;
}

/** "da chamada", "do e-mail". */
export function ofTheChannel(channel: Channel): string {
  return `${isFeminine(channel) ? 'da' : 'do'} ${channelNoun(channel)}`;
}

/** A label or text that goes on within a sentence: "cargo", though "ID do Telegram". */
export function inSentence(text: string): string {
  if (!/^\p{Lu}(?![\p{Lu}\p{N}])/u.test(text)) return text;
  return text.charAt(0).toLocaleLowerCase('pt') + text.slice(1);
}

function isFeminine(channel: Channel): boolean {
  return channel !== 'email' && channel !== 'chat';
}
