import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { identifierKinds } from '../../domain/contact/identifier-schema.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { IdentifierDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import { namesVersion } from './rest-contact.ts';

const customerData =
  /\{(?:\.\.\.)?(?:query|words|firstWord|lastWord|each|value|stored|scope|e164|digits|national|international|local|pattern|spellings|tails)\b/;

/** What a definition lets be done: what it does not declare is not offered. */
export function restCapabilities(definition: CrmDefinition): CrmCapabilities {
  const { create, update, search, identifiers } = definition;
  const written = Object.values(identifiers).filter((one) => one && !one.readOnly);
  const removable = written.every((one) => !one?.rows || one.rows.remove);
  const searches = [
    ...[search ?? []].flat(),
    ...Object.values(identifiers).flatMap((one) => one?.find ?? []),
  ];
  return {
    create: create !== undefined,
    update: update !== undefined,
    search: search !== undefined,
    link: written.length > 0,
    move: written.length > 0 && removable,
    unlink: written.length > 0 && removable,
    identifiers: heldKinds(identifiers),
    guarded: true,
    ...(comparesVersions(definition) && { comparesVersions: true }),
    ...(searches.some((one) => customerData.test(JSON.stringify([one?.path, one?.query]))) && {
      searchesInAddress: true,
    }),
  };
}

export function heldKinds(
  identifiers: Partial<Record<IdentifierKind, IdentifierDefinition>>,
): IdentifierKind[] {
  return identifierKinds.filter((kind) => identifiers[kind] !== undefined);
}

/** The CRM refuses what was meant for another version. Child rows are requests of their own. */
export function comparesVersions(definition: CrmDefinition): boolean {
  return namesVersion(definition) && Object.values(definition.identifiers).every((one) => !one?.rows);
}
