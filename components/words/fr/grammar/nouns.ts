import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';

/** Where no CRM has a name. */
export const theCrm = 'le CRM';

/** At the beginning of a sentence: "Le CRM", "Odoo". */
export function crmFirst(crm: string): string {
  return crm === theCrm ? 'Le CRM' : crm;
}

/** "du CRM", "d’Odoo", "de HubSpot". */
export function ofCrm(crm: string): string {
  return crm === theCrm ? 'du CRM' : ofName(crm);
}

/** "d’Anna", "de Marc". */
export function ofName(name: string): string {
  return /^[aeiouàâäéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** In a sentence: "par poste". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'numéro';
  if (kind === 'email') return 'adresse e-mail';
  if (kind === 'extension') return 'poste';
  return kind === 'username' ? 'nom d’utilisateur' : 'identifiant';
}

/** "ce numéro", "cette adresse e-mail", "cet identifiant". */
export function thisIdentifier(kind: IdentifierKind): string {
  const noun = identifierNoun(kind);
  if (kind === 'email') return `cette ${noun}`;
  return `${noun === 'identifiant' ? 'cet' : 'ce'} ${noun}`;
}

/** "cet appel", "ce chat". */
export function thisChannel(channel: Channel): string {
  return `${beginsWithVowel(channel) ? 'cet' : 'ce'} ${channelNoun(channel)}`;
}

/** "de l’appel", "du chat". */
export function ofTheChannel(channel: Channel): string {
  return `${beginsWithVowel(channel) ? 'de l’' : 'du '}${channelNoun(channel)}`;
}

/** A label that goes on within a sentence: "fonction", though "ID Telegram". */
export function inSentence(text: string): string {
  if (!/^\p{Lu}(?![\p{Lu}\p{N}])/u.test(text)) return text;
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

function beginsWithVowel(channel: Channel): boolean {
  return channel === 'phone' || channel === 'email';
}

function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'appel';
  if (channel === 'email') return 'e-mail';
  return channel === 'chat' ? 'chat' : 'message';
}
