import type { Arrangement } from './arrangement.ts';
import { detailsSection, moreSection } from './sections.ts';
import type { FieldDefinition, Section, Workspace } from './workspace.ts';

/**
 * The CRM's workspace as its organisation arranged it. Fields that came since go to the end of More, those that are gone
 * are left out, sections without a field are not shown, and no required field is lost. Without an arrangement the CRM's
 * own holds.
 */
export function arrangeWorkspace(workspace: Workspace, arrangement: Arrangement | undefined): Workspace {
  if (!arrangement) return workspace;
  const known = new Set(workspace.fields.map(({ key }) => key));
  const whole = completeArrangement(workspace, arrangement);
  const sections = whole.sections
    .map(
      ({ id, label, fields, campaigns }): Section => ({
        id,
        label,
        fields: [...new Set(fields)].filter((key) => known.has(key)),
        ...(campaigns && campaigns.length > 0 && { campaigns }),
      }),
    )
    .filter(({ fields }) => fields.length > 0);
  return { ...workspace, sections, fields: inOrder(sections, workspace.fields).map(flagged(whole)) };
}

/**
 * An arrangement in which each field of the CRM has its place, where an editor begins: what nobody placed stands at the end
 * of More, what is required is not hidden. Without one, what the CRM itself says.
 */
export function completeArrangement(
  workspace: Workspace,
  arrangement: Arrangement = arrangementOf(workspace),
): Arrangement {
  const placed = new Set(arrangement.sections.flatMap(({ fields }) => fields));
  const left = leftOver(workspace, placed, new Set(arrangement.hidden));
  const all = new Set([...placed, ...left]);
  const unplaced = workspace.fields.map(({ key }) => key).filter((key) => !all.has(key));
  return {
    sections: withMore(arrangement.sections, left),
    fields: Object.fromEntries(
      workspace.fields.map(({ key, reduced = false, onCreate = false }) => [
        key,
        { reduced, onCreate, ...arrangement.fields[key] },
      ]),
    ),
    hidden: [...new Set([...arrangement.hidden, ...unplaced])].filter((key) => !all.has(key)),
  };
}

function arrangementOf({ sections, fields }: Workspace): Arrangement {
  const shown = new Set(sections.flatMap((section) => section.fields));
  const own = sections.map((section) => ({ ...section, fields: [...section.fields] }));
  const all = { ...detailsSection, fields: fields.map(({ key }) => key) };
  if (own.length === 0) return { sections: [all], fields: {}, hidden: [] };
  return { sections: own, fields: {}, hidden: fields.map(({ key }) => key).filter((key) => !shown.has(key)) };
}

/** What the CRM shows and nobody placed or hid, and what is required and was hidden. */
function leftOver({ fields, sections }: Workspace, placed: Set<string>, hidden: Set<string>): string[] {
  // Without sections of its own the CRM shows everything.
  const shown = new Set(
    sections.length > 0 ? sections.flatMap((section) => section.fields) : fields.map(({ key }) => key),
  );
  return fields
    .filter(({ key, required }) => !placed.has(key) && (required || (shown.has(key) && !hidden.has(key))))
    .map(({ key }) => key);
}

function withMore(sections: Section[], left: string[]): Section[] {
  if (left.length === 0) return sections;
  // One that only some campaigns see would hide from the others what is new or required.
  const open = sections.find(({ id, campaigns }) => id === moreSection.id && !campaigns);
  if (!open) {
    const taken = new Set(sections.map(({ id }) => id));
    return [
      ...sections,
      { ...moreSection, id: taken.has(moreSection.id) ? 'more-2' : moreSection.id, fields: left },
    ];
  }
  return sections.map((section) =>
    section === open ? { ...section, fields: [...section.fields, ...left] } : section,
  );
}

/** As they stand in the sections, so that the New contact form asks in the same order; the rest behind. */
function inOrder(sections: Section[], fields: FieldDefinition[]): FieldDefinition[] {
  const order = [...new Set(sections.flatMap((section) => section.fields))];
  const place = new Map(order.map((key, index) => [key, index]));
  const at = ({ key }: FieldDefinition) => place.get(key) ?? order.length;
  return [...fields].sort((a, b) => at(a) - at(b));
}

function flagged({ fields }: Arrangement) {
  return (field: FieldDefinition): FieldDefinition => {
    const { reduced = field.reduced, onCreate = field.onCreate } = fields[field.key] ?? {};
    const { reduced: _reduced, onCreate: _onCreate, ...rest } = field;
    // A field that is required is asked for when a contact is made; one that cannot be written never.
    const asked = !field.readOnly && (onCreate || field.required);
    return { ...rest, ...(reduced && { reduced }), ...(asked && { onCreate: true }) };
  };
}
