import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';

/** Where no CRM has a name. */
export const theCrm = 'el CRM';

/** At the beginning of a sentence: "El CRM", "Odoo". */
export function crmFirst(crm: string): string {
  return crm === theCrm ? 'El CRM' : crm;
}

/** "del CRM", "de Odoo". */
export function ofCrm(crm: string): string {
  return crm === theCrm ? 'del CRM' : `de ${crm}`;
}

/** In a sentence: "por extensión". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'número';
  if (kind === 'email') return 'dirección de correo';
  if (kind === 'extension') return 'extensión';
  return kind === 'username' ? 'nombre de usuario' : 'ID';
}

/** "este número", "esta extensión". */
export function thisIdentifier(kind: IdentifierKind): string {
  return `${kind === 'email' || kind === 'extension' ? 'esta' : 'este'} ${identifierNoun(kind)}`;
}

/** "esta llamada", "este correo". */
export function thisChannel(channel: Channel): string {
  return `${channel === 'phone' ? 'esta' : 'este'} ${channelNoun(channel)}`;
}

/** "de la llamada", "del correo". */
export function ofTheChannel(channel: Channel): string {
  return `${channel === 'phone' ? 'de la' : 'del'} ${channelNoun(channel)}`;
}

/** A label or text that goes on within a sentence: "cargo", though "ID de Telegram". */
export function inSentence(text: string): string {
  if (!/^\p{Lu}(?![\p{Lu}\p{N}])/u.test(text)) return text;
  return text.charAt(0).toLocaleLowerCase('es') + text.slice(1);
}

function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'llamada';
  if (channel === 'email') return 'correo';
  return channel === 'chat' ? 'chat' : 'mensaje';
}
