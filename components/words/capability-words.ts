import type { IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import type { CrmCapabilities } from '../../lib/domain/crm/crm-capabilities.ts';

const plurals: Record<IdentifierKind, string> = {
  phone: 'phone numbers',
  email: 'e-mail addresses',
  instagram: 'Instagram IDs',
  facebook: 'Facebook IDs',
  telegram: 'Telegram IDs',
  whatsapp: 'WhatsApp IDs',
  username: 'user names',
  extension: 'extensions',
  other: 'client IDs of this kind',
};
const mostListed = 4;

/** Why a ClientID of this kind stays out of the CRM, in plain sentences. */
export function cannotHoldWords(
  kind: IdentifierKind,
  crm: string,
  { identifiers, identifiersBySetting }: CrmCapabilities,
): { what: string; why: string } {
  const held = identifiers.filter((one) => one !== 'other').map((one) => plurals[one]);
  const only = held.length > 0 && held.length <= mostListed;
  const why = [
    ...(only ? [`${crm} holds ${new Intl.ListFormat('en').format(held)} only.`] : []),
    identifiersBySetting
      ? 'An administrator can choose a field for them in the options.'
      : `Note it in ${crm} by hand, if you need it.`,
  ];
  return { what: `${crm} has no place for ${plurals[kind]}`, why: why.join(' ') };
}

/** Why nothing can be assigned: it has no place for this kind, or lets nobody write it. */
export function impossibleWords(
  kind: IdentifierKind,
  crm: string,
  can: CrmCapabilities,
): { what: string; why: string } {
  if (!can.identifiers.includes(kind)) return cannotHoldWords(kind, crm, can);
  return { what: `${crm} lets nobody assign client IDs from here`, why: `Do it in ${crm} itself.` };
}
