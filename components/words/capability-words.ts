import type { IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import type { CrmCapabilities } from '../../lib/domain/crm/crm-capabilities.ts';
import { sharedWords } from './shared-words.ts';

const mostListed = 4;

/** Why a ClientID of this kind stays out of the CRM, in plain sentences. */
export function cannotHoldWords(
  kind: IdentifierKind,
  crm: string,
  { identifiers, identifiersBySetting }: CrmCapabilities,
): { what: string; why: string } {
  const words = sharedWords().identifiers;
  const held = identifiers.filter((one) => one !== 'other');
  const only = held.length > 0 && held.length <= mostListed;
  const why = [
    ...(only ? [words.holdsOnly(crm, held)] : []),
    identifiersBySetting ? words.chooseField : words.noteByHand(crm),
  ];
  return { what: words.noPlaceFor(crm, kind), why: why.join(' ') };
}

/** Why nothing can be assigned: it has no place for this kind, or lets nobody write it. */
export function impossibleWords(
  kind: IdentifierKind,
  crm: string,
  can: CrmCapabilities,
): { what: string; why: string } {
  if (!can.identifiers.includes(kind)) return cannotHoldWords(kind, crm, can);
  const { nobodyAssigns, assignThere } = sharedWords().identifiers;
  return { what: nobodyAssigns(crm), why: assignThere(crm) };
}
