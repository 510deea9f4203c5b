import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';

/** Where no CRM has a name. */
export const theCrm = 'das CRM';

/** At the beginning of a sentence: "Das CRM", "Odoo". */
export function crmFirst(crm: string): string {
  return crm === theCrm ? 'Das CRM' : crm;
}

/** "im CRM", "in Odoo". */
export function inCrm(crm: string): string {
  return crm === theCrm ? 'im CRM' : `in ${crm}`;
}

/** In a sentence: "nach Durchwahl". */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'Nummer';
  if (kind === 'email') return 'E-Mail-Adresse';
  if (kind === 'extension') return 'Durchwahl';
  return kind === 'username' ? 'Benutzername' : 'ID';
}

/** Of whom has it: "diese Nummer", "diesen Benutzernamen". */
export function thisIdentifier(kind: IdentifierKind): string {
  return kind === 'username' ? 'diesen Benutzernamen' : `diese ${identifierNoun(kind)}`;
}

/** "zu dieser Nummer", "zu diesem Benutzernamen". */
export function toThisIdentifier(kind: IdentifierKind): string {
  return kind === 'username' ? 'zu diesem Benutzernamen' : `zu dieser ${identifierNoun(kind)}`;
}

/** "dieser Anruf", "diese E-Mail". */
export function thisChannel(channel: Channel): string {
  return `${isMasculine(channel) ? 'dieser' : 'diese'} ${channelNoun(channel)}`;
}

/** "dieses Anrufs", "dieser E-Mail". */
export function ofThisChannel(channel: Channel): string {
  return isMasculine(channel) ? `dieses ${channelNoun(channel)}s` : `dieser ${channelNoun(channel)}`;
}

/** "aus dem Anruf", "aus der E-Mail". */
export function fromTheChannel(channel: Channel): string {
  return `aus ${isMasculine(channel) ? 'dem' : 'der'} ${channelNoun(channel)}`;
}

export function isMasculine(channel: Channel): boolean {
  return channel === 'phone' || channel === 'chat';
}

function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'Anruf';
  if (channel === 'email') return 'E-Mail';
  return channel === 'chat' ? 'Chat' : 'Nachricht';
}
