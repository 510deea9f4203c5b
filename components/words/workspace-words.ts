import type { FieldDefinition, Section, Workspace } from '../../lib/domain/fields/workspace.ts';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import { language } from './language/language.ts';
import { sharedWords } from './shared-words.ts';

const named = new WeakMap<Workspace, { language: string; workspace: Workspace }>();

/** The workspace with a name for whatever nobody named; the same one for the same. */
export function namedWorkspace<Given extends Workspace | null>(given: Given): Given | Workspace {
  if (given === null) return given;
  const known = named.get(given);
  if (known?.language === language()) return known.workspace;
  const workspace = {
    ...given,
    fields: given.fields.map((field) => ({ ...field, label: fieldName(field) })),
    sections: given.sections.map((section) => ({ ...section, label: sectionName(section) })),
  };
  named.set(given, { language: language(), workspace });
  return workspace;
}

const connections = new WeakMap<Connection, Connection>();

/** The CRM with its workspace so named; the same one for the same. */
export function namedConnection(connection: Connection): Connection {
  const workspace = namedWorkspace(connection.workspace);
  const known = connections.get(connection);
  if (known?.workspace === workspace) return known;
  const one = { ...connection, workspace };
  connections.set(connection, one);
  return one;
}

/** A field's name: its organisation's own, or ours by what it holds, else its key. */
export function fieldName({ key, label, identifier }: FieldDefinition): string {
  if (label !== '') return label;
  const { fields, identifiers } = sharedWords();
  return identifier ? identifiers.labels[identifier] : (own(fields, key) ?? key);
}

/** A section's name: its organisation's own, or ours. */
export function sectionName({ id, label }: Pick<Section, 'id' | 'label'>): string {
  // A second one of a kind has a number behind its id.
  return label || (own(sharedWords().sections, id.replace(/-\d+$/, '')) ?? id);
}

function own(names: Partial<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
