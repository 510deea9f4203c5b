import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';

/** Where no CRM has a name. */
export const theCrm = 'le CRM';

/** At the beginning of a sentence: "Le CRM", "Odoo". */
export function crmFirst(crm: string): string {
  return crm === theCrm ? 'Le CRM' : crm;
}

/** "du CRM", "d’Odoo", "de Zoho CRM". */
export function ofCrm(crm: string): string {
  if (crm === theCrm) return 'du CRM';
  return /^[aeiou]/i.test(crm.normalize('NFD')) ? `d’${crm}` : `de ${crm}`;
}

/** In a sentence: "par numéro de poste". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'numéro';
  if (kind === 'email') return 'adresse e-mail';
  if (kind === 'extension') return 'numéro de poste';
  return kind === 'username' ? 'nom d’utilisateur' : 'ID';
}

/** "ce numéro", "cette adresse e-mail", "cet ID". */
export function thisIdentifier(kind: IdentifierKind): string {
  const noun = identifierNoun(kind);
  return `${kind === 'email' ? 'cette' : noun === 'ID' ? 'cet' : 'ce'} ${noun}`;
}

/** "cet appel", "ce message". */
export function thisChannel(channel: Channel): string {
  return `${channel === 'phone' || channel === 'email' ? 'cet' : 'ce'} ${channelNoun(channel)}`;
}

/** "de l’appel", "du message". */
export function ofTheChannel(channel: Channel): string {
  return `${channel === 'phone' || channel === 'email' ? 'de l’' : 'du '}${channelNoun(channel)}`;
}

/** A label or text that goes on within a sentence: "téléphone", though "ID Telegram" and "WhatsApp". */
export function inSentence(text: string): string {
  if (!/^\p{Lu}[^\p{Lu}\p{N}\s]*(?:\s|$)/u.test(text)) return text;
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'appel';
  if (channel === 'email') return 'e-mail';
  return channel === 'chat' ? 'chat' : 'message';
}
