import type { FieldDefinition, Workspace } from './workspace.ts';

/** Of a workspace, which every view gets too. `whole`: characters as JSON. */
export const workspaceLimits = { whole: 256_000, fields: 500, sections: 200, campaigns: 1_000 };

/**
 * The workspace within the limits. Of the longest lists of choices those go first that no view could show; such a field can
 * be read and not written, since what it has might not be among the choices left.
 */
export function limitWorkspace(workspace: Workspace): Workspace {
  let limited: Workspace = {
    ...workspace,
    fields: workspace.fields.slice(0, workspaceLimits.fields),
    sections: workspace.sections.slice(0, workspaceLimits.sections),
    campaigns: workspace.campaigns.slice(0, workspaceLimits.campaigns),
  };
  limited = { ...limited, fields: withoutLongest(limited.fields, sizeOf(limited) - workspaceLimits.whole) };
  while (sizeOf(limited) > workspaceLimits.whole) {
    const { fields, sections, campaigns } = limited;
    if (fields.length + sections.length + campaigns.length === 0) return limited;
    limited = { ...limited, fields: half(fields), sections: half(sections), campaigns: half(campaigns) };
  }
  return limited;
}

/** The fields, with so many of the longest lists of choices gone that `over` characters are. */
function withoutLongest(fields: FieldDefinition[], over: number): FieldDefinition[] {
  const gone = new Set<FieldDefinition>();
  const lists = fields.flatMap((field) => (field.options ? [{ field, size: sizeOf(field.options) }] : []));
  let left = over;
  for (const { field, size } of lists.toSorted((a, b) => b.size - a.size)) {
    if (left <= 0) break;
    gone.add(field);
    left -= size;
  }
  return fields.map((field) => (gone.has(field) ? unlisted(field) : field));
}

function unlisted({ options: _, ...field }: FieldDefinition): FieldDefinition {
  return { ...field, readOnly: true };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

function half<One>(all: One[]): One[] {
  return all.slice(0, Math.floor(all.length / 2));
}
