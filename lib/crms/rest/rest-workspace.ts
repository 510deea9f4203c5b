import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
import type { FieldDefinition, Workspace } from '../../domain/fields/workspace.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';

/** Fields, sections and campaigns as the definition has them. */
export function restWorkspace(
  { name, fields, identifiers, workspace }: CrmDefinition,
  region: string,
  kinds: IdentifierKind[],
): Workspace {
  const labels = Object.fromEntries(
    kinds.flatMap((kind) => {
      const label = identifiers[kind]?.label;
      return label === undefined ? [] : [[kind, label]];
    }),
  );
  const made = defaultWorkspace({ name, region, fields: fields.map(shown), kinds, labels });
  const { campaigns, sections } = workspace;
  return {
    ...made,
    campaigns,
    ...(sections && {
      sections: sections.map(({ campaigns: only, ...section }) => ({
        ...section,
        ...(only && { campaigns: only }),
      })),
    }),
  };
}

/** What the view needs of a field; where it stands in the CRM is none of its business. */
function shown(field: DefinedField): FieldDefinition {
  const { key, label, type, readOnly, required, reduced, onCreate, options, currency } = field;
  return {
    key,
    label,
    type,
    ...(readOnly && { readOnly }),
    ...(required && { required }),
    ...(reduced !== undefined && { reduced }),
    ...(onCreate !== undefined && { onCreate }),
    ...(options && { options }),
    ...(currency && { currency }),
  };
}
