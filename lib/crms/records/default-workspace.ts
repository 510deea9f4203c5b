import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { detailsSection, moreSection } from '../../domain/fields/sections.ts';
import {
  type FieldDefinition,
  fieldDefinitionSchema,
  type Workspace,
} from '../../domain/fields/workspace.ts';

export interface DefaultWorkspaceParts {
  /** Of the CRM or the organisation, as the agent sees it. */
  name: string;
  region: string;
  /** Discovered from the CRM's metadata, identifiers apart. */
  fields: FieldDefinition[];
  /** The kinds that a contact can hold; each becomes a field, with the label that the CRM has for it, if any. */
  kinds: IdentifierKind[];
  labels?: Partial<Record<IdentifierKind, string | undefined>>;
}

const reducedKeys = ['company', 'jobTitle', 'owner'];
const detailKeys = ['company', 'jobTitle', 'city', 'country', 'language', 'timeZone', 'owner'];
const createdWith = ['company', 'jobTitle'];
const longestLabel = 128;

/**
 * Arranges a CRM's fields for CRMs that have no sections of their own: Details with identifiers and the well-known fields,
 * More with everything else, in the CRM's order. What the CRM has no label for stays without one. Reduced are phone, e-mail, company, job title and owner.
 */
export function defaultWorkspace({ name, region, fields, kinds, labels }: DefaultWorkspaceParts): Workspace {
  const identifiers = kinds.map((kind): FieldDefinition => {
    const reduced = kind === 'phone' || kind === 'email';
    const type = kind === 'phone' || kind === 'email' ? kind : 'text';
    const label = labels?.[kind] ?? '';
    return { key: `id-${kind}`, label, type, identifier: kind, ...(reduced && { reduced }) };
  });
  const usable = fields
    .map(
      (field): FieldDefinition => ({
        ...field,
        label: field.label.slice(0, longestLabel),
        ...(reducedKeys.includes(field.key) && { reduced: true }),
        ...(!field.readOnly && (createdWith.includes(field.key) || field.required) && { onCreate: true }),
      }),
    )
    // What a CRM calls its fields is its own affair; what is no field is left out, and a name that every object has too.
    .filter((field) => !(field.key in {}) && fieldDefinitionSchema.safeParse(field).success);
  const details = detailKeys.filter((key) => usable.some((field) => field.key === key));
  const more = usable.map(({ key }) => key).filter((key) => !details.includes(key));
  return {
    name: name || 'CRM',
    region,
    campaigns: [],
    fields: [...identifiers, ...usable],
    sections: [
      { ...detailsSection, fields: [...identifiers.map(({ key }) => key), ...details] },
      ...(more.length > 0 ? [{ ...moreSection, fields: more }] : []),
    ],
  };
}
